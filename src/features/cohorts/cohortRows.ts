import { BALANCE_SIGN, EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { Period } from "#src/domain/period.ts";
import type { TransfersView } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { CohortGroup, RowsWhere } from "#src/engine/protocol.ts";
import type { CohortMeasure } from "#src/metrics/cohorts.ts";

import { cohortArgs, hasModes, type CohortView } from "./cohortView.ts";
import type { AgeColumn } from "./shownCohorts.ts";

/** How the rows of a figure are chosen: those of its period, or all up to its end. */
export type RowsKind = "flow" | "lifetime" | "stock" | "margin";

export function rowsKind(measure: CohortMeasure): RowsKind {
  switch (measure) {
    case "relend":
    case "volume":
      return "flow";
    case "lifetimeVolume":
    case "lifetimeAnnualisedVolume":
      return "lifetime";
    case "holding":
    case "balance":
    case "lifetimeBalanceYears":
      return "stock";
    case "lifetimeMargin":
      return "margin";
  }
}

const PRINCIPAL = EVENT_TYPES.filter((_, code) => BALANCE_SIGN[code] !== 0);

function typesOf(kind: RowsKind, transfers: TransfersView): readonly EventType[] {
  switch (kind) {
    case "flow":
    case "lifetime":
      return transfers === "gross" ? ["lend", "transfer_in"] : ["lend"];
    case "stock":
      return PRINCIPAL;
    case "margin":
      return [...PRINCIPAL, "fee", "subsidy"];
  }
}

export interface FigurePlace {
  /** Periods of first lending: one cohort, or the first to the last of several. */
  readonly cohort: Period;
  readonly observed: Period;
  readonly group: CohortGroup;
  readonly view: CohortView;
  /** Of the one cohort whose lenders are counted there; undefined lists all of them. */
  readonly ages?: AgeColumn | undefined;
  readonly transfers: TransfersView;
  /** Of the data: a balance is made of all rows since. */
  readonly firstDay: EpochDay | null;
}

/** The rows that a cell was computed from: where lenders are counted, those of the lenders who are. */
export function figureWhere({ cohort, observed, group, view, ages, transfers, firstDay }: FigurePlace): RowsWhere {
  const kind = rowsKind(view.measure);
  return {
    cohort,
    period: kind === "flow" ? observed : { from: firstDay ?? cohort.from, to: observed.to },
    types: typesOf(kind, transfers),
    filter: view.filter,
    ...groupWhere(group, view),
    ...retainedWhere(view, ages),
  };
}

/** A table of one product's rows counts by the balance in it, which no list of lenders holds. */
function retainedWhere(view: CohortView, ages: AgeColumn | undefined): RowsWhere {
  const isOfProduct = cohortArgs(view) !== undefined && view.filter.products.length > 0;
  if (ages === undefined || !hasModes(view) || isOfProduct) return {};
  return { retained: { measure: view.measure === "relend" ? "relend" : "holding", clock: view.clock, ages } };
}

function groupWhere({ name }: CohortGroup, view: CohortView): RowsWhere {
  if (name === null) return byFirstLend(view);
  switch (view.splitBy) {
    case "none":
      return byFirstLend(view);
    case "channel":
      return { ...byFirstLend(view), firstChannel: name };
    case "kind":
      return { ...byFirstLend(view), kind: name };
    case "campaign":
      return { ...byFirstLend(view), campaign: name };
    case "product":
      return { ...byFirstLend(view), firstProduct: name };
  }
}

/** Retention by its modes keeps the lenders who began with a product, with all their rows. */
function byFirstLend(view: CohortView): RowsWhere {
  const [product, ...others] = view.filter.products;
  if (product === undefined || others.length > 0 || cohortArgs(view) !== undefined) return {};
  return { filter: { ...view.filter, products: [] }, firstProduct: product };
}

/** The cohorts that stand behind the mean at an age, and all that was observed of them up to it. */
export function curvePlace(
  { rows }: CohortGroup,
  age: number,
  hidden: readonly number[] = [],
): Pick<FigurePlace, "cohort" | "observed"> | null {
  const reached = rows.filter(({ cohort, cells }) => cells.length > age && !hidden.includes(cohort.from));
  const [first, last] = [reached.at(0), reached.at(-1)];
  const [from, to] = [first?.cells[age]?.period.from, last?.cells[age]?.period.to];
  if (first === undefined || last === undefined || from === undefined || to === undefined) return null;
  return { cohort: { from: first.cohort.from, to: last.cohort.to }, observed: { from, to } };
}
