import type { Period } from "#src/domain/period.ts";
import type { MatchingResult } from "#src/engine/protocol.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import { lendersOutstanding } from "./ladderModel.ts";
import { matchInfo, type Spoken } from "./matchInfo.ts";

const TILES = ["ratio", "lenders", "borrowers", "idle", "costPerDay", "costOfPeriod", "yield"] as const;
type TileId = (typeof TILES)[number];

export interface MatchTile {
  readonly id: TileId;
  readonly name: string;
  readonly value: string;
  /** To the fen, where `value` is short. */
  readonly title?: string;
  readonly note: string;
  readonly info: Definition;
}

const RULES: Readonly<Record<TileId, string>> = {
  ratio: "MT1",
  lenders: "MT1",
  borrowers: "MT1 · LC1–LC6",
  idle: "MT2",
  costPerDay: "MT2",
  costOfPeriod: "MT2",
  yield: "MT3",
};

/** The figures of the screen in the order in which they are read. */
export function matchTiles(result: MatchingResult, period: Period, spoken: Spoken): readonly MatchTile[] {
  const inputs = inputsOf(result, spoken);
  return TILES.map((id) => {
    const meaning = meaningOf(id, result, spoken);
    const { name } = meaning;
    return {
      id,
      name,
      ...figureOf(id, result, spoken),
      note: noteOf(id, { result, period }, spoken),
      info: matchInfo(result.basis, { ...meaning, rule: RULES[id], inputs }),
    };
  });
}

type Meaning = Pick<Definition, "name" | "sentence" | "formula">;

function meaningOf(id: TileId, { now }: MatchingResult, { words }: Spoken): Meaning {
  const shown = id === "idle" && isShort(now) ? "short" : id;
  return { name: words[shown], sentence: words[`${shown}Sentence`], formula: words[`${shown}Formula`] };
}

/** Money lent out beyond what lenders gave takes the place of idle money. */
function isShort(now: MatchingResult["now"]): boolean {
  return now !== null && now.short > 0;
}

function figureOf(id: TileId, result: MatchingResult, { format }: Spoken): Pick<MatchTile, "value" | "title"> {
  if (id === "ratio") return { value: format.number(knownNow(result)?.ratio ?? null, 2) };
  if (id === "yield") return { value: format.percent(result.lenderYield?.rate ?? null, 2) };
  const fen = moneyOf(id, result);
  return { value: format.money(fen), ...(fen === null ? {} : { title: format.moneyExact(fen) }) };
}

function moneyOf(id: Exclude<TileId, "ratio" | "yield">, result: MatchingResult): number | null {
  const now = knownNow(result);
  switch (id) {
    case "lenders":
      return lendersOutstanding(result);
    case "borrowers":
      return now?.borrowers ?? null;
    case "idle":
      return now === null ? null : Math.max(now.idle, now.short);
    case "costPerDay":
      return now && result.idleCostPerDay;
    case "costOfPeriod":
      return result.hasLoans ? result.idleCostOfPeriod : null;
  }
}

/** Both sides at the as-of day; null where borrowers' is not known. */
function knownNow({ hasLoans, now }: MatchingResult): MatchingResult["now"] {
  return hasLoans ? now : null;
}

interface Shown {
  readonly result: MatchingResult;
  readonly period: Period;
}

/** What to know beside the figure, or why there is none. */
function noteOf(id: TileId, { result, period }: Shown, spoken: Spoken): string {
  const { words, format } = spoken;
  const { now, hasLoans, unread, lenderYield } = result;
  if (id === "lenders") return words.holders;
  if (id === "yield") return yieldSource(lenderYield, spoken);
  if (!hasLoans || now === null) return !hasLoans && unread > 0 ? words.noneRead : words.needsLoans;
  switch (id) {
    case "ratio":
      return now.ratio === null ? words.nothingOwed : words.ideal;
    case "borrowers":
      return words.loansOwing;
    case "idle":
      return isShort(now)
        ? words.ofBorrowers(format.percent(shareOf(now.short, now.borrowers)))
        : words.ofLenders(format.percent(shareOf(now.idle, now.lenders)));
    case "costPerDay":
      if (lenderYield === null) return words.noYield;
      return now.idle === 0 ? words.nothingIdle : words.atYield(format.percent(lenderYield.rate, 2));
    case "costOfPeriod":
      return lenderYield === null ? words.noYield : format.period(period);
  }
}

/** Null over nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

function yieldSource(lenderYield: MatchingResult["lenderYield"], { words, format }: Spoken): string {
  if (lenderYield === null) return words.noInterest;
  return lenderYield.from === "entered" ? words.entered : words.fromLedger(format.days(lenderYield.days));
}

function inputsOf(result: MatchingResult, { words, format }: Spoken): NonNullable<Definition["inputs"]> {
  const money = (name: string, fen: number | null) => ({
    name,
    value: format.money(fen),
    ...(fen === null ? {} : { title: format.moneyExact(fen) }),
  });
  return [
    money(words.lenders, lendersOutstanding(result)),
    money(words.borrowers, knownNow(result)?.borrowers ?? null),
    { name: words.yield, value: format.percent(result.lenderYield?.rate ?? null, 2) },
  ];
}
