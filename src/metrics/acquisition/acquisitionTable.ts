import { monthEnd, monthStart } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";

import type { AgeCube } from "#src/metrics/lenders/lenderBook.ts";
import { cohortMargins, type CohortMargin } from "./cohortMargins.ts";
import { acquisitionCost, figuresOf, type AcquisitionFigures, type GroupContext } from "./groupFigures.ts";
import { groupName, spendByGroup, spendOn } from "./groupNames.ts";
import { codesOfSegments, type AcquisitionSources, type LenderDimension, type MonthSpan } from "./lenderGroups.ts";
import { lenderTotals, noLenders, type LenderTotals } from "./lenderTotals.ts";
import { registrations, type Registrations } from "./registrations.ts";
import { spendBy, type SpendRow } from "./spendRows.ts";
import { paybackOf, valueCurve, type Payback } from "./valueCurve.ts";

export interface AcquisitionInput extends AcquisitionSources {
  /** By calendar ages. */
  readonly cube: AgeCube;
  /** Whether the lenders of a segment of the cube are asked for. */
  readonly keepsSegment: (segment: number) => boolean;
  /** Of the months; null where it is not known, or not spent on just these lenders. */
  readonly spend: readonly SpendRow[] | null;
  /** Null: no margin is known. */
  readonly spreadPpm: number | null;
  /** Whether those who never lent are among the people asked for. */
  readonly countsRegistered: boolean;
  /** By code. */
  readonly productNames: readonly string[];
}

/** Acquisition in one month. */
interface AcquisitionMonth {
  readonly month: Period;
  readonly newLenders: number;
  readonly acquisitionCost: number | null;
  readonly payback: Payback | null;
}

export interface AcquisitionTable {
  readonly total: AcquisitionFigures;
  /** Most new lenders first; months ascending. */
  readonly groups: readonly AcquisitionFigures[];
  /** Every month asked for, ascending. */
  readonly trend: readonly AcquisitionMonth[];
  /** Fen spent on names that brought no new lender; null where spend is not known by name. */
  readonly unmatchedSpend: number | null;
  /** Ledger rows of all new lenders. */
  readonly rows: number;
}

type GroupDimension = Exclude<LenderDimension, "all">;

const EVERY_MONTH: MonthSpan = { from: 0, to: Infinity };
const NOBODY: Registrations = { registered: 0, lent: 0 };

/**
 * What acquiring lenders comes to, by one thing that they have in common.
 *
 * A group is there when it has a new lender or a registration. Spend goes to the group of its name, and what one cost
 * that no row of spend names is not known; the total bears all spend, that on names without a lender too. Nobody buys
 * lenders of a product, so spend is not split by it.
 */
export function acquisitionTable(dimension: GroupDimension, input: AcquisitionInput): AcquisitionTable {
  const { byCode, byMonth, all: total } = lenderTotals(dimension, input);
  const people = input.countsRegistered ? registrations(dimension, input) : null;
  const context: GroupContext = { volume: total.volume, everybody: everybodyOf(input) };
  const spendByName = spendOfGroups(dimension, input);
  const groups = groupsOf(dimension, { input, byCode, people, spendByName, context });
  return {
    total: figuresOf(
      {
        name: null,
        totals: total,
        people: peopleOfAll(people, input),
        spend: input.spend && sumOf(input.spend),
        cohorts: marginsBy("all", input)?.(0) ?? null,
      },
      context,
    ),
    groups,
    trend: trendOf(input, byMonth),
    unmatchedSpend: spendByName && unmatchedSpend(spendByName, groups),
    rows: total.rows,
  };
}

interface GroupParts {
  readonly input: AcquisitionInput;
  readonly byCode: ReadonlyMap<number, LenderTotals>;
  readonly people: ReadonlyMap<number, Registrations> | null;
  readonly spendByName: ReadonlyMap<string | undefined, number> | null;
  readonly context: GroupContext;
}

function groupsOf(dimension: GroupDimension, parts: GroupParts): AcquisitionFigures[] {
  const { input, byCode, people, spendByName, context } = parts;
  const nameOf = groupName(dimension, input);
  const marginsOf = marginsBy(dimension, input);
  const codes = new Set([...byCode.keys(), ...(people?.keys() ?? [])]);
  const groups = [...codes].map((code) => {
    const name = nameOf(code);
    const group = {
      name,
      totals: byCode.get(code) ?? noLenders(),
      people: people && (people.get(code) ?? NOBODY),
      spend: dimension === "product" || !spendByName ? null : spendOn(dimension, name, spendByName),
      cohorts: marginsOf?.(code) ?? null,
    };
    return figuresOf(group, context);
  });
  return groups.toSorted(dimension === "month" ? byName : mostLendersFirst);
}

/** Margins of the cohorts of each code; undefined without a spread. */
function marginsBy(
  dimension: LenderDimension,
  input: AcquisitionInput,
): ((code: number) => readonly CohortMargin[]) | undefined {
  const { cube, months, spreadPpm, keepsSegment } = input;
  if (spreadPpm === null) return undefined;
  const codes = codesOfSegments(dimension, cube);
  const groupOf = (segment: number): number | undefined => (keepsSegment(segment) ? codes[segment] : undefined);
  const margins = cohortMargins(cube, { months, spreadPpm, groupOf });
  return (code) => margins.get(code) ?? [];
}

/** The curve that projections follow: of all lenders kept, whatever months are asked for. */
function everybodyOf(input: AcquisitionInput): GroupContext["everybody"] {
  return valueCurve(marginsBy("all", { ...input, months: EVERY_MONTH })?.(0) ?? []);
}

function spendOfGroups(dimension: GroupDimension, { spend, directory }: AcquisitionInput) {
  return dimension === "product" ? null : spend && spendByGroup(dimension, spend, directory);
}

function unmatchedSpend(
  spendByName: ReadonlyMap<string | undefined, number>,
  groups: readonly AcquisitionFigures[],
): number {
  const matched = new Set(groups.flatMap(({ name, newLenders }) => (newLenders > 0 ? [name] : [])));
  let unmatched = 0;
  for (const [name, amount] of spendByName) if (!matched.has(name ?? null)) unmatched += amount;
  return unmatched;
}

function trendOf(input: AcquisitionInput, byMonth: ReadonlyMap<number, LenderTotals>): AcquisitionMonth[] {
  const spend = input.spend && spendBy(input.spend, ({ month }) => month);
  const marginsOf = marginsBy("month", input);
  const trend: AcquisitionMonth[] = [];
  for (let month = input.months.from; month <= input.months.to; month++) {
    const totals = byMonth.get(month) ?? noLenders();
    const cost = acquisitionCost(totals, spend && (spend.get(month) ?? 0));
    trend.push({
      month: { from: monthStart(month), to: monthEnd(month) },
      newLenders: totals.newLenders,
      acquisitionCost: cost,
      payback: paybackOf(valueCurve(marginsOf?.(month) ?? []), cost),
    });
  }
  return trend;
}

function sumOf(spend: readonly SpendRow[]): number {
  return spend.reduce((sum, { amount }) => sum + amount, 0);
}

/** Products split no registrations, but all together are known. */
function peopleOfAll(groups: ReadonlyMap<number, Registrations> | null, input: AcquisitionInput): Registrations | null {
  const known = groups ?? (input.countsRegistered ? registrations("all", input) : null);
  if (!known) return null;
  let registered = 0;
  let lent = 0;
  for (const people of known.values()) {
    registered += people.registered;
    lent += people.lent;
  }
  return { registered, lent };
}

function mostLendersFirst(a: AcquisitionFigures, b: AcquisitionFigures): number {
  return b.newLenders - a.newLenders || byName(a, b);
}

function byName(a: AcquisitionFigures, b: AcquisitionFigures): number {
  return (a.name ?? "") < (b.name ?? "") ? -1 : 1;
}
