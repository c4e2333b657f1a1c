import { monthEnd, monthOf, monthStart } from "#src/domain/calendar.ts";
import { BALANCE_SIGN, EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { Held } from "#src/engine/held.ts";
import type { LenderArgs, LenderDetail, Lot } from "#src/engine/protocol.ts";
import { rowsAt } from "#src/engine/rowsAnswer.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";
import type { LenderDirectory } from "#src/metrics/lenders/lenderDirectory.ts";
import type { LenderRows } from "#src/metrics/lenders/lenderRows.ts";
import { lenderStateOf } from "#src/metrics/lenders/lenderStateOf.ts";
import { rulesInForce } from "#src/metrics/lenders/unknownSigns.ts";
import { lenderLots, type LenderLot } from "#src/metrics/lots/lenderLots.ts";
import { sliceClass } from "#src/metrics/lots/sliceClass.ts";
import { firstLendDay } from "#src/metrics/newVsReturning.ts";

import { lenderHistory } from "./lenderHistory.ts";
import { lenderRowOf } from "./lenderRow.ts";

const EVENTS_SHOWN = 500;

/** Everything about one lender; null for an id that nobody has up to the book's day. */
export async function lenderAnswer(
  analysis: Analysis,
  { lender, withEvents }: LenderArgs,
): Promise<LenderDetail | null> {
  const { held } = analysis;
  const directory = await analysis.directory();
  const { lenders } = await held.ledger.dictionaries();
  const code = lenders.find(lender);
  const entry = code ?? registeredEntry(directory, lender);
  if (entry === undefined) return null;
  const { book, productNames } = held.kept;
  const lenderBook = await analysis.lenderBook();
  const hunterRules = rulesInForce(held.state.settings.hunterRules, lenderBook, book.rowsByType);
  const sources = { book, lenderBook, directory, productNames, hunterRules, lenderNames: lenders.names };
  if (lenderStateOf(entry, sources) === undefined) return null;
  const { places, rows, lotIds } = await lenderHistory(analysis, code);
  const { lots, orphans, matchedBy } = lenderLots(rows, lotIds);
  return {
    basis: basisOf(held, places.length),
    row: lenderRowOf(sources, entry),
    lots: lots.map((lot) => shownLot(lot, productNames)),
    orphans,
    matchedBy,
    balance: balanceSteps(rows),
    events: withEvents ? await rowsAt(analysis, places.slice(-EVENTS_SHOWN).toReversed()) : null,
    eventCount: places.length,
    totals: totalsOf(rows),
    cohort: code === undefined ? null : cohortOf(held, code),
  };
}

function registeredEntry({ otherIds, ledgerLenders }: LenderDirectory, lender: string): number | undefined {
  const place = otherIds.indexOf(lender);
  return place === -1 ? undefined : ledgerLenders + place;
}

function shownLot({ product, start, maturity, amount, exits, open }: LenderLot, productNames: readonly string[]): Lot {
  return {
    product: productNames[product] ?? "",
    startDay: epochDay(start),
    maturityDay: maturity === null ? null : epochDay(maturity),
    amount,
    exits: exits.map((exit) => ({
      day: epochDay(exit.day),
      amount: exit.amount,
      type: EVENT_TYPES[exit.type]!,
      timing: sliceClass(exit.type, exit.day, maturity),
    })),
    open,
  };
}

function balanceSteps({ from, to, day, type, amount }: LenderRows): LenderDetail["balance"] {
  const steps = new Map<number, number>();
  let balance = 0;
  let before = 0;
  for (let row = from; row < to; row++) {
    balance += BALANCE_SIGN[type[row]!]! * amount[row]!;
    if (row + 1 < to && day[row + 1] === day[row]) continue;
    if (balance !== before) steps.set(day[row]!, balance);
    before = balance;
  }
  return Array.from(steps, ([at, held]) => ({ day: epochDay(at), balance: held }));
}

function totalsOf({ from, to, type, amount }: LenderRows): LenderDetail["totals"] {
  const totals: Partial<Record<EventType, number>> = {};
  for (let row = from; row < to; row++) {
    const name = EVENT_TYPES[type[row]!]!;
    totals[name] = (totals[name] ?? 0) + amount[row]!;
  }
  return totals;
}

/** The month of the first lend, and how those who began in it stand now. */
function cohortOf({ kept: { book } }: Held, lender: number): LenderDetail["cohort"] {
  const { profiles, state } = book;
  if (profiles.kind[lender] !== KIND.lent) return null;
  const month = monthOf(firstLendDay(profiles, lender));
  const [from, to] = [monthStart(month), monthEnd(month)];
  let size = 0;
  let holding = 0;
  for (let other = 0; other < profiles.kind.length; other++) {
    if (profiles.kind[other] !== KIND.lent) continue;
    const first = firstLendDay(profiles, other);
    if (first < from || first > to) continue;
    size++;
    if (state.balance[other]! > 0) holding++;
  }
  return { from, to, size, holding };
}
