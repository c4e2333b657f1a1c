import { SIGN } from "#src/metrics/lenders/lenderBook.ts";
import { isHunter } from "#src/metrics/lenders/wantedSigns.ts";
import { ratio } from "#src/metrics/ratio.ts";
import type { AcquisitionInput } from "./acquisitionTable.ts";
import { cohortMargins, marginSoFar } from "./cohortMargins.ts";
import { acquisitionCost, valueToCost } from "./groupFigures.ts";
import { groupName, spendByGroup, spendOn } from "./groupNames.ts";
import { codeOfEntry, codesOfSegments, eachNewLender } from "./lenderGroups.ts";
import { shareOf, type Share } from "./share.ts";

type HunterSign = keyof typeof SIGN;

const HUNTER_SIGNS: readonly HunterSign[] = ["shortestTerm", "coupon", "atThreshold", "cashOut", "noSecondLend"];

/** Hunters among the new lenders of a group; fen. */
interface HunterFigures {
  /** "" for none, a month as YYYY-MM; null for the total. */
  readonly name: string | null;
  readonly newLenders: number;
  readonly hunters: Share;
  readonly subsidies: number;
  /**
   * As many parts of the spend as they are of the new lenders, and the subsidies paid to them; null where the spend is
   * not known. The total is the sum of the groups'.
   */
  readonly cost: number | null;
  /** Margin per lender so far. */
  readonly value: { readonly all: number | null; readonly hunters: number | null; readonly others: number | null };
  readonly valueToCost: { readonly all: number | null; readonly others: number | null };
}

export interface HunterTable {
  /** New lenders with each sign, whatever others they have. */
  readonly signCounts: Readonly<Record<HunterSign, number>>;
  readonly total: HunterFigures;
  /** Most new lenders first; months ascending. */
  readonly groups: readonly HunterFigures[];
  /** Ledger rows of all new lenders. */
  readonly rows: number;
}

export interface HunterInput extends AcquisitionInput {
  /** Bits of `SIGN` that have to be there. */
  readonly asked: number;
}

/** Who came for the bonus alone (HN1), what they cost (HN2), and what the others are worth without them (HN3). */
export function hunterTable(dimension: "channel" | "campaign" | "month", input: HunterInput): HunterTable {
  const tallies = talliesBy(dimension, input);
  const nameOf = groupName(dimension, input);
  const spendByName = input.spend && spendByGroup(dimension, input.spend, input.directory);
  const valuesOf = valuesBy(dimension, input);
  const groups = [...tallies.groups].map(([code, tally]) => {
    const name = nameOf(code);
    const spend = spendByName && spendOn(dimension, name, spendByName);
    return figuresOf(name, { tally, spend, value: valuesOf(code) });
  });
  const spend = input.spend && input.spend.reduce((sum, { amount }) => sum + amount, 0);
  return {
    signCounts: tallies.signCounts,
    total: {
      ...figuresOf(null, { tally: tallies.total, spend, value: valuesBy("all", input)(0) }),
      cost: sumOfKnown(groups.map(({ cost }) => cost)),
    },
    groups: groups.toSorted(dimension === "month" ? byName : mostLendersFirst),
    rows: tallies.rows,
  };
}

/** Null when none is known. */
function sumOfKnown(costs: readonly (number | null)[]): number | null {
  const known = costs.filter((cost) => cost !== null);
  return known.length === 0 ? null : known.reduce((sum, cost) => sum + cost, 0);
}

interface HunterTally {
  newLenders: number;
  newLenderSubsidies: number;
  hunters: number;
  hunterSubsidies: number;
}

function emptyTally(): HunterTally {
  return { newLenders: 0, newLenderSubsidies: 0, hunters: 0, hunterSubsidies: 0 };
}

function talliesBy(dimension: "channel" | "campaign" | "month", input: HunterInput) {
  const { facts } = input.book;
  const codeOf = codeOfEntry(dimension, input);
  const groups = new Map<number, HunterTally>();
  const total = emptyTally();
  const signCounts = { shortestTerm: 0, coupon: 0, atThreshold: 0, cashOut: 0, noSecondLend: 0 };
  let rows = 0;
  eachNewLender(input, (lender) => {
    const code = codeOf(lender);
    let group = groups.get(code);
    if (!group) groups.set(code, (group = emptyTally()));
    const signs = facts.signs[lender]!;
    const subsidies = facts.newLenderSubsidies[lender]!;
    const hunts = isHunter(signs, input.asked);
    for (const tally of [group, total]) {
      tally.newLenders++;
      tally.newLenderSubsidies += subsidies;
      if (!hunts) continue;
      tally.hunters++;
      tally.hunterSubsidies += subsidies;
    }
    for (const sign of HUNTER_SIGNS) if ((signs & SIGN[sign]) !== 0) signCounts[sign]++;
    rows += facts.rows[lender]!;
  });
  return { groups, total, signCounts, rows };
}

const UNKNOWN_VALUE = { all: null, hunters: null, others: null };
const PARTS = ["all", "hunters", "others"] as const;

/** Margin per lender so far of a code: of all, of the hunters, and of all but them. */
function valuesBy(
  dimension: "channel" | "campaign" | "month" | "all",
  { cube, months, spreadPpm, keepsSegment, asked }: HunterInput,
): (code: number) => HunterFigures["value"] {
  if (spreadPpm === null) return () => UNKNOWN_VALUE;
  const codes = codesOfSegments(dimension, cube);
  const margins = PARTS.map((part) =>
    cohortMargins(cube, {
      months,
      spreadPpm,
      groupOf: (segment) => {
        if (!keepsSegment(segment)) return undefined;
        const belongs = part === "all" || isHunter(cube.signs[segment]!, asked) === (part === "hunters");
        return belongs ? codes[segment] : undefined;
      },
    }),
  );
  return (code) => {
    const [all = null, hunters = null, others = null] = margins.map((groups) => marginSoFar(groups.get(code) ?? []));
    return { all, hunters, others };
  };
}

interface HunterParts {
  readonly tally: Readonly<HunterTally>;
  readonly spend: number | null;
  readonly value: HunterFigures["value"];
}

function figuresOf(name: string | null, { tally, spend, value }: HunterParts): HunterFigures {
  const { newLenders, newLenderSubsidies, hunters, hunterSubsidies } = tally;
  const others = newLenders - hunters;
  const spendEach = spend === null ? null : ratio(spend, newLenders);
  const costOfOthers =
    spendEach === null || others === 0 ? null : spendEach + (newLenderSubsidies - hunterSubsidies) / others;
  return {
    name,
    newLenders,
    hunters: shareOf(hunters, newLenders),
    subsidies: hunterSubsidies,
    cost: spendEach === null ? null : spendEach * hunters + hunterSubsidies,
    value,
    valueToCost: {
      all: valueToCost(value.all, acquisitionCost(tally, spend)),
      others: valueToCost(value.others, costOfOthers),
    },
  };
}

function mostLendersFirst(a: HunterFigures, b: HunterFigures): number {
  return b.newLenders - a.newLenders || byName(a, b);
}

function byName(a: HunterFigures, b: HunterFigures): number {
  return (a.name ?? "") < (b.name ?? "") ? -1 : 1;
}
