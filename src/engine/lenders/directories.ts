import { tableNumbers, tableTexts } from "#src/domain/tableReader.ts";
import { currentRows } from "#src/domain/tableRows.ts";
import type { StoredTable } from "#src/domain/tables.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";
import { CHANNEL_KINDS, type LenderDirectory } from "#src/metrics/lenders/lenderDirectory.ts";

import type { Held } from "#src/engine/held.ts";
import type { LedgerDictionaries } from "#src/engine/ledger.ts";
import { valueOf } from "#src/engine/storeFault.ts";

const KINDS: readonly string[] = CHANNEL_KINDS;

/** Joins the lenders dataset to the ledger's dictionary; remembered while the data stays as it is. */
export function createDirectories(): (held: Held) => Promise<LenderDirectory> {
  const known = new WeakMap<Held, Promise<LenderDirectory>>();
  return (held) => {
    const standing = known.get(held) ?? directoryOf(held);
    known.set(held, standing);
    // What failed is tried again.
    standing.catch(() => known.delete(held));
    return standing;
  };
}

async function directoryOf(held: Held): Promise<LenderDirectory> {
  const records = lenderRecords(valueOf(await held.readTables("lenders")), await held.ledger.dictionaries());
  const { kind, channel } = held.kept.book.profiles;
  // The book has settled the channel of everybody whose rows are in it.
  const settled = records.channel.slice();
  for (let lender = 0; lender < Math.min(kind.length, records.ledgerLenders); lender++)
    if (kind[lender] !== KIND.absent) settled[lender] = channel[lender]!;
  return { ...records, channel: settled };
}

/** What the dataset alone says, by entry: its channels, 0 where it names none. */
export function lenderRecords(stored: readonly StoredTable[], dictionaries: LedgerDictionaries): LenderDirectory {
  const table = currentRows("lenders", stored);
  const { lenders } = dictionaries;
  const otherIds: string[] = [];
  const entryOf = Uint32Array.from(
    tableTexts("lenders", table, "user_id"),
    (id) => lenders.find(id) ?? lenders.size + otherIds.push(id) - 1,
  );
  const entries = lenders.size + otherIds.length;
  const channels = new Names(dictionaries.channels.names);
  const campaigns = new Names([""]);

  const days = (name: "registered_at" | "first_lend_at"): Int32Array => {
    const column = new Int32Array(entries);
    const values = tableNumbers("lenders", table, name);
    entryOf.forEach((entry, row) => (column[entry] = values[row]! || 0));
    return column;
  };
  const codes = (name: "channel" | "campaign", names: Names): Uint16Array => {
    const column = new Uint16Array(entries);
    tableTexts("lenders", table, name).forEach((text, row) => (column[entryOf[row]!] = names.codeOf(text)));
    return column;
  };
  const flags = (values: (row: number) => number): Uint8Array => {
    const column = new Uint8Array(entries);
    entryOf.forEach((entry, row) => (column[entry] = values(row)));
    return column;
  };
  const kinds = tableTexts("lenders", table, "channel_kind");
  const internal = tableNumbers("lenders", table, "is_internal");
  return {
    isKnown: stored.length > 0,
    ledgerLenders: lenders.size,
    entries,
    otherIds,
    isRegistered: flags(() => 1),
    registeredDay: days("registered_at"),
    firstLendDay: days("first_lend_at"),
    channel: codes("channel", channels),
    kind: flags((row) => Math.max(0, KINDS.indexOf(kinds[row]!))),
    campaign: codes("campaign", campaigns),
    isInternal: flags((row) => (internal[row] === 1 ? 1 : 0)),
    channelNames: channels.names,
    campaignNames: campaigns.names,
  };
}

/** Names with codes in order of appearance, after those that are there. */
class Names {
  readonly names: string[];
  readonly #codes: Map<string, number>;

  constructor(names: readonly string[]) {
    this.names = [...names];
    this.#codes = new Map(names.map((name, code) => [name, code]));
  }

  codeOf(name: string): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    const code = this.names.push(name) - 1;
    this.#codes.set(name, code);
    return code;
  }
}
