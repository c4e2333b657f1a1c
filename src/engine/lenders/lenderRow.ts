import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { LenderRow } from "#src/engine/protocol.ts";
import { CHANNEL_KINDS } from "#src/metrics/lenders/lenderDirectory.ts";
import { firstLendDayOf, lenderStateOf } from "#src/metrics/lenders/lenderStateOf.ts";
import type { LenderSources } from "#src/metrics/lenders/segmentLenders.ts";
import { isHunter, wantedSigns } from "#src/metrics/lenders/wantedSigns.ts";

/** What a line about a lender is made of. */
export interface LenderRowSources extends LenderSources {
  /** Ids of the ledger's lenders, by code. */
  readonly lenderNames: readonly string[];
}

/** One line about an entry of the directory that is somebody; who only registered has zeros for figures. */
export function lenderRowOf(sources: LenderRowSources, entry: number): LenderRow {
  const { book, lenderBook, directory, productNames, hunterRules } = sources;
  const { facts } = lenderBook;
  const isInLedger = entry < directory.ledgerLenders;
  const figure = (column: Float64Array | Uint32Array): number => column[entry] ?? 0;
  return {
    lender: isInLedger ? sources.lenderNames[entry]! : directory.otherIds[entry - directory.ledgerLenders]!,
    state: lenderStateOf(entry, sources) ?? "never_lent",
    channel: directory.channelNames[directory.channel[entry]!] ?? "",
    kind: CHANNEL_KINDS[directory.kind[entry]!] ?? "",
    campaign: directory.campaignNames[directory.campaign[entry]!] ?? "",
    product: isInLedger ? (productNames[book.profiles.firstProduct[entry]!] ?? "") : "",
    registeredDay: dayOrNull(directory.registeredDay[entry]),
    firstLendDay: firstLendDayOf(entry, sources),
    lastLendDay: dayOrNull(facts.lastLendDay[entry]),
    occasions: figure(facts.occasions),
    volume: figure(facts.volume),
    balance: figure(facts.balance),
    peakBalance: figure(facts.peakBalance),
    nextDueDay: dayOrNull(facts.nextDueDay[entry]),
    isHunter: isHunter(facts.signs[entry] ?? 0, wantedSigns(hunterRules)),
    isInternal: directory.isInternal[entry] === 1,
  };
}

/** Columns hold 0 where there is no day, and end where the ledger's lenders do. */
function dayOrNull(day: number | undefined): EpochDay | null {
  return day === undefined || day === 0 ? null : epochDay(day);
}
