import type { EventType } from "#src/domain/eventTypes.ts";
import type { Period } from "#src/domain/period.ts";
import type { Switches } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { RowsWhere, TargetMetric } from "#src/engine/protocol.ts";

const EXITS: readonly EventType[] = ["exit", "early_exit", "compensation"];
const BALANCE: readonly EventType[] = ["lend", ...EXITS, "transfer_in", "transfer_out", "write_off", "opening"];

export interface TargetRows {
  readonly metric: TargetMetric;
  /** As far as there is data. */
  readonly period: Period;
  readonly switches: Switches;
  /** A balance is made of every row since. */
  readonly firstDay: EpochDay;
}

/** The rows that the actual figure of a target was made of. */
export function rowsOfTarget({ metric, period, switches, firstDay }: TargetRows): RowsWhere {
  const gross = switches.transfers === "gross";
  const volume: readonly EventType[] = gross ? ["lend", "transfer_in"] : ["lend"];
  const exits: readonly EventType[] = gross ? [...EXITS, "transfer_out"] : EXITS;
  switch (metric) {
    case "outstanding":
      return { period: { from: firstDay, to: period.to }, types: BALANCE };
    case "volume":
      return { period, types: volume };
    case "volume_new":
      return { period, types: volume, newness: "new" };
    case "volume_returning":
      return { period, types: volume, newness: "returning" };
    case "exits":
      return { period, types: exits };
    case "net_inflow":
      return { period, types: [...volume, ...exits] };
    case "new_lenders":
      return { period, types: ["lend", "transfer_in"], cohort: period };
  }
}
