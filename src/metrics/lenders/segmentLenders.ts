import { LENDER_STATES, type LenderState } from "#src/domain/lenderStates.ts";
import type { HunterRules, Range, SegmentRules } from "#src/domain/segments.ts";
import type { Book } from "#src/metrics/book.ts";

import { isHunter, wantedSigns } from "./wantedSigns.ts";
import type { LenderBook, LenderFacts } from "./lenderBook.ts";
import { CHANNEL_KINDS, type LenderDirectory } from "./lenderDirectory.ts";
import { firstLendDayOf } from "./lenderStateOf.ts";
import { NOBODY, stateCodes } from "./stateCodes.ts";

/** What rules about lenders are judged by. */
export interface LenderSources {
  readonly book: Book;
  readonly lenderBook: LenderBook;
  readonly directory: LenderDirectory;
  /** By code. */
  readonly productNames: readonly string[];
  /** In force: without the signs that the ledger cannot show. */
  readonly hunterRules: HunterRules;
}

type Rule = (entry: number) => boolean;

/**
 * 1 for every entry of the directory that the rules keep; entries that are nobody are never kept. A day that is not
 * known lies in no range that has a bound; amounts of somebody without rows are 0.
 */
export function lendersInSegment(rules: SegmentRules, sources: LenderSources): Uint8Array {
  const kept = knownEntries(rules.states, sources);
  for (const rule of rulesOf(rules, sources)) {
    for (let entry = 0; entry < kept.length; entry++) if (kept[entry] === 1 && !rule(entry)) kept[entry] = 0;
  }
  return kept;
}

/** Everybody, or those who are in one of the states. */
function knownEntries(states: readonly LenderState[] | undefined, sources: LenderSources): Uint8Array {
  const keep = new Uint8Array(NOBODY + 1);
  for (const [code, state] of LENDER_STATES.entries()) keep[code] = states?.includes(state) === false ? 0 : 1;
  return stateCodes(sources).map((code) => keep[code]!);
}

function rulesOf(rules: SegmentRules, sources: LenderSources): Rule[] {
  return [...nameRules(rules, sources), ...dayRules(rules, sources), ...figureRules(rules, sources)].filter(
    (rule) => rule !== undefined,
  );
}

function nameRules(rules: SegmentRules, { book, directory, productNames }: LenderSources): (Rule | undefined)[] {
  const { firstProduct } = book.profiles;
  const isLedger = (entry: number): boolean => entry < directory.ledgerLenders;
  return [
    named(rules.channels, directory.channelNames, (entry) => directory.channel[entry]!),
    named(rules.kinds, CHANNEL_KINDS, (entry) => directory.kind[entry]!),
    named(rules.campaigns, directory.campaignNames, (entry) => directory.campaign[entry]!),
    named(rules.products, productNames, (entry) => (isLedger(entry) ? (firstProduct[entry] ?? 0) : 0)),
  ];
}

/** Any of the names will do; a name that nobody has keeps nobody. */
function named(
  wanted: readonly string[] | undefined,
  names: readonly string[],
  codeOf: (entry: number) => number,
): Rule | undefined {
  if (!wanted) return undefined;
  const keep = Uint8Array.from(names, (name) => (wanted.includes(name) ? 1 : 0));
  return (entry) => keep[codeOf(entry)] === 1;
}

function dayRules(rules: SegmentRules, { book, lenderBook, directory }: LenderSources): (Rule | undefined)[] {
  const { lastLendDay } = lenderBook.facts;
  return [
    dayIn(rules.firstLend, (entry) => firstLendDayOf(entry, { book, directory }) ?? 0),
    dayIn(rules.registered, (entry) => directory.registeredDay[entry]!),
    dayIn(rules.lastLend, (entry) => (entry < directory.ledgerLenders ? (lastLendDay[entry] ?? 0) : 0)),
  ];
}

/** @param dayOf  0 where it is not known */
function dayIn(range: Range | undefined, dayOf: (entry: number) => number): Rule | undefined {
  if (!range || isOpen(range)) return undefined;
  const [from, to] = [range.from ?? 1, range.to ?? Infinity];
  return (entry) => {
    const day = dayOf(entry);
    return day !== 0 && day >= from && day <= to;
  };
}

function figureRules(rules: SegmentRules, { lenderBook, directory, hunterRules }: LenderSources): (Rule | undefined)[] {
  const { facts } = lenderBook;
  const wanted = wantedSigns(hunterRules);
  const { isHunter: hunters, isInternal: internals } = rules;
  const factOf =
    (name: "balance" | "volume" | "firstVolume" | "occasions" | "signs") =>
    (entry: number): number =>
      factAt(facts[name], entry, directory);
  const signsOf = factOf("signs");
  return [
    within(rules.balance, factOf("balance")),
    within(rules.volume, factOf("volume")),
    within(rules.firstVolume, factOf("firstVolume")),
    within(rules.occasions, factOf("occasions")),
    hunters === undefined ? undefined : (entry) => isHunter(signsOf(entry), wanted) === hunters,
    internals === undefined ? undefined : (entry) => (directory.isInternal[entry] === 1) === internals,
  ];
}

/** A fact of an entry of the directory; 0 for somebody without rows. */
export function factAt(
  column: LenderFacts[keyof LenderFacts],
  entry: number,
  { ledgerLenders }: LenderDirectory,
): number {
  return entry < ledgerLenders ? (column[entry] ?? 0) : 0;
}

function within(range: Range | undefined, figureOf: (entry: number) => number): Rule | undefined {
  if (!range || isOpen(range)) return undefined;
  const [from, to] = [range.from ?? -Infinity, range.to ?? Infinity];
  return (entry) => {
    const figure = figureOf(entry);
    return figure >= from && figure <= to;
  };
}

function isOpen({ from, to }: Range): boolean {
  return from === null && to === null;
}
