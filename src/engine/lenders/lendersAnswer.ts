import { rulesInForce } from "#src/metrics/lenders/unknownSigns.ts";
import { LENDER_STATES } from "#src/domain/lenderStates.ts";
import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { LendersArgs, LendersPage } from "#src/engine/protocol.ts";
import type { LenderDirectory } from "#src/metrics/lenders/lenderDirectory.ts";
import { factAt, lendersInSegment } from "#src/metrics/lenders/segmentLenders.ts";
import { stateCodes } from "#src/metrics/lenders/stateCodes.ts";

import { entriesKept } from "./entriesKept.ts";
import { firstInOrder } from "./firstInOrder.ts";
import { lenderKeys, lenderOrder, type LendersSort, type NamedEntries } from "./lenderOrder.ts";
import { lenderRowOf, type LenderRowSources } from "./lenderRow.ts";
import { nameOrder } from "./nameOrder.ts";
import { createNameSearch, type NameSearch } from "./nameSearch.ts";

/** How many orders, and how many questions' lenders, are remembered. */
const REMEMBERED = 12;

/** A page within the first so many is found without putting all others in order. */
const FIRST_ENTRIES = 2_000;

/** Everybody who fits, whatever the page. */
interface FoundLenders extends Pick<LendersPage, "total" | "balance" | "volume" | "states"> {
  /** 1 by entry. */
  readonly kept: Uint8Array;
}

/** What questions about the same lenders share. */
interface LenderList {
  readonly sources: LenderRowSources;
  readonly names: readonly string[];
  named: NamedEntries | undefined;
  search: NameSearch | undefined;
  readonly orders: Map<string, Uint32Array>;
  readonly found: Map<string, FoundLenders>;
  /** Entries of the last list that was looked at, all of them or the first. */
  last: { readonly key: string; readonly entries: Uint32Array } | undefined;
}

const lists = new WeakMap<LenderDirectory, LenderList>();

/** A page of the lenders whom search, rules and filter keep; the order and the last lists are remembered. */
export async function lendersAnswer(analysis: Analysis, args: LendersArgs): Promise<LendersPage> {
  const { held } = analysis;
  const list = await listOf(analysis);
  const { search, rules, filter, sort, offset, limit } = args;
  const question = JSON.stringify([search, rules, filter, held.state.settings]);
  const found = await remembered(list.found, question, () => findLenders(analysis, list, args));
  const entries =
    limit === 0 ? new Uint32Array(0) : sortedEntries(list, found, { question, sort, end: offset + limit });
  const rows = Array.from(entries.subarray(offset, offset + limit), (entry) => lenderRowOf(list.sources, entry));
  const { total, balance, volume, states } = found;
  const { isKnown, campaignNames } = list.sources.directory;
  const campaigns = isKnown ? campaignNames.toSorted() : null;
  return { basis: basisOf(held, held.kept.book.rows), total, balance, volume, states, rows, campaigns };
}

async function listOf(analysis: Analysis): Promise<LenderList> {
  const { held } = analysis;
  const [directory, lenderBook] = [await analysis.directory(), await analysis.lenderBook()];
  const { lenders } = await held.ledger.dictionaries();
  const known = lists.get(directory);
  if (known?.sources.lenderBook === lenderBook && known.sources.book === held.kept.book) return known;
  const sources: LenderRowSources = {
    book: held.kept.book,
    lenderBook,
    directory,
    productNames: held.kept.productNames,
    hunterRules: rulesInForce(held.state.settings.hunterRules, lenderBook, held.kept.book.rowsByType),
    lenderNames: lenders.names,
  };
  const names = [...lenders.names.slice(0, directory.ledgerLenders), ...directory.otherIds];
  const list = {
    sources,
    names,
    named: undefined,
    search: undefined,
    orders: new Map(),
    found: new Map(),
    last: undefined,
  };
  lists.set(directory, list);
  return list;
}

async function findLenders(analysis: Analysis, list: LenderList, args: LendersArgs): Promise<FoundLenders> {
  const { sources } = list;
  const { directory, lenderBook } = sources;
  const kept = lendersInSegment(args.rules, sources);
  const masks = [await entriesKept(analysis, args.filter), searched(list, args.search.trim())];
  for (const mask of masks) if (mask) for (let at = 0; at < kept.length; at++) kept[at]! &= mask[at]!;
  const codes = stateCodes(sources);
  const counts = new Float64Array(LENDER_STATES.length);
  let [total, balance, volume] = [0, 0, 0];
  for (let entry = 0; entry < kept.length; entry++) {
    if (kept[entry] !== 1) continue;
    counts[codes[entry]!]!++;
    total++;
    balance += factAt(lenderBook.facts.balance, entry, directory);
    volume += factAt(lenderBook.facts.volume, entry, directory);
  }
  return { kept, total, balance, volume, states: statesOf(counts) };
}

/** Only states that somebody is in. */
function statesOf(counts: Float64Array): LendersPage["states"] {
  return Object.fromEntries(
    LENDER_STATES.flatMap((state, code) => (counts[code] === 0 ? [] : [[state, counts[code]!]])),
  );
}

function searched(list: LenderList, text: string): Uint8Array | undefined {
  if (text === "") return undefined;
  list.search ??= createNameSearch(list.names);
  return list.search(text);
}

/** The lenders of a question in order, as far as a page needs them. */
function sortedEntries(
  list: LenderList,
  { kept, total }: FoundLenders,
  asked: { readonly question: string; readonly sort: LendersSort; readonly end: number },
): Uint32Array {
  const { question, sort } = asked;
  const key = JSON.stringify([question, sort.by, sort.descending]);
  if (list.last?.key === key && list.last.entries.length >= Math.min(asked.end, total)) return list.last.entries;
  list.named ??= namedEntries(list.names);
  const entries =
    asked.end <= FIRST_ENTRIES
      ? firstInOrder(keptEntries(kept, total), FIRST_ENTRIES, {
          keys: lenderKeys(sort, list.named.ranks, list.sources),
          ranks: list.named.ranks,
        })
      : inOrder(orderOf(list, list.named, sort), kept, total);
  list.last = { key, entries };
  return entries;
}

function namedEntries(names: readonly string[]): NamedEntries {
  const byName = nameOrder(names);
  const ranks = new Uint32Array(names.length);
  for (const [rank, entry] of byName.entries()) ranks[entry] = rank;
  return { byName, ranks };
}

function orderOf({ orders, sources }: LenderList, named: NamedEntries, sort: LendersSort): Uint32Array {
  const column = JSON.stringify([sort.by, sort.descending]);
  const order = orders.get(column) ?? lenderOrder(sort, named, sources);
  keep(orders, column, order);
  return order;
}

function keptEntries(kept: Uint8Array, total: number): Uint32Array {
  const entries = new Uint32Array(total);
  let place = 0;
  for (let entry = 0; entry < kept.length; entry++) if (kept[entry] === 1) entries[place++] = entry;
  return entries;
}

function inOrder(order: Uint32Array, kept: Uint8Array, total: number): Uint32Array {
  const entries = new Uint32Array(total);
  let place = 0;
  for (const entry of order) if (kept[entry] === 1) entries[place++] = entry;
  return entries;
}

async function remembered<Value>(known: Map<string, Value>, key: string, make: () => Promise<Value>): Promise<Value> {
  const value = known.get(key) ?? (await make());
  keep(known, key, value);
  return value;
}

/** Puts a value last, and forgets the one that was not asked for longest. */
function keep<Value>(known: Map<string, Value>, key: string, value: Value): void {
  known.delete(key);
  known.set(key, value);
  const oldest = known.keys().next().value;
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
}
