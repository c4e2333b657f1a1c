import { BALANCE_SIGN, EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { Period } from "#src/domain/period.ts";
import type { TransfersView } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { CohortArgs, CohortGroup, RowsWhere } from "#src/engine/protocol.ts";
import type { CohortMeasure } from "#src/metrics/cohorts.ts";

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
  readonly args: CohortArgs;
  readonly transfers: TransfersView;
  /** Of the data: a balance is made of all rows since. */
  readonly firstDay: EpochDay | null;
}

/** The rows that a cell was computed from. */
export function figureWhere({ cohort, observed, group, args, transfers, firstDay }: FigurePlace): RowsWhere {
  const kind = rowsKind(args.measure);
  return {
    cohort,
    period: kind === "flow" ? observed : { from: firstDay ?? cohort.from, to: observed.to },
    types: typesOf(kind, transfers),
    filter: args.filter,
    ...(group.name !== null && args.splitBy === "channel" ? { firstChannel: group.name } : {}),
    ...(group.name !== null && args.splitBy === "product" ? { firstProduct: group.name } : {}),
  };
}

/** The cohorts that stand behind the weighted curve at an age, and all that was observed of them up to it. */
export function curvePlace({ rows }: CohortGroup, age: number): Pick<FigurePlace, "cohort" | "observed"> | null {
  const reached = rows.filter(({ cells }) => cells.length > age);
  const [first, last] = [reached.at(0), reached.at(-1)];
  const [from, to] = [first?.cells[age]?.period.from, last?.cells[age]?.period.to];
  if (first === undefined || last === undefined || from === undefined || to === undefined) return null;
  return { cohort: { from: first.cohort.from, to: last.cohort.to }, observed: { from, to } };
}
