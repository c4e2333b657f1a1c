import type { Switches } from "#src/domain/switches.ts";
import type { EventType } from "#src/domain/eventTypes.ts";
import type { FlowMeasure, PeriodTotals } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

export type TermId =
  | "new"
  | "returning"
  | "netTransfers"
  | "openings"
  | "scheduled"
  | "early"
  | "compensated"
  | "transferred"
  | "writeOffs";

/** One flow of the balance's formula: closing = opening + Σ sign · flow. */
export interface Term {
  readonly id: TermId;
  readonly measure: FlowMeasure;
  readonly sign: 1 | -1;
  /** The sum that it is a part of. */
  readonly of: "volume" | "exits" | null;
  readonly tone: SeriesTone;
  readonly better: "up" | "down" | "neutral";
  /** Drawn even when it is zero. */
  readonly core: boolean;
}

/** In the order in which the bridge is walked. */
export const TERMS: readonly Term[] = [
  { id: "new", measure: "volumeNew", sign: 1, of: "volume", tone: "new", better: "up", core: true },
  { id: "returning", measure: "volumeReturning", sign: 1, of: "volume", tone: "returning", better: "up", core: true },
  { id: "netTransfers", measure: "transfersNet", sign: 1, of: null, tone: "other", better: "neutral", core: false },
  { id: "openings", measure: "openings", sign: 1, of: null, tone: "other", better: "neutral", core: false },
  { id: "scheduled", measure: "exitsScheduled", sign: -1, of: "exits", tone: "exits", better: "down", core: true },
  { id: "early", measure: "exitsEarly", sign: -1, of: "exits", tone: "exitsEarly", better: "down", core: true },
  { id: "compensated", measure: "exitsCompensated", sign: -1, of: "exits", tone: "other", better: "down", core: false },
  {
    id: "transferred",
    measure: "exitsTransferred",
    sign: -1,
    of: "exits",
    tone: "outstandingFill",
    better: "down",
    core: false,
  },
  { id: "writeOffs", measure: "writeOffs", sign: -1, of: null, tone: "other", better: "down", core: false },
];

/** The terms that a period needs for its formula to be exact. */
export function termsOf({ flows }: PeriodTotals): readonly Term[] {
  return TERMS.filter((term) => term.core || flows[term.measure] !== 0);
}

export function isTermId(id: string): id is TermId {
  return TERMS.some((term) => term.id === id);
}

/** What a figure is made of, as the list of its rows is asked for. */
export type Figure = TermId | "outstanding" | "volume" | "exits" | "everything";

export function typesOf(figure: Figure, { transfers }: Switches): readonly EventType[] | undefined {
  const gross = transfers === "gross";
  const volume: readonly EventType[] = gross ? ["lend", "transfer_in"] : ["lend"];
  const exits: readonly EventType[] = ["exit", "early_exit", "compensation"];
  switch (figure) {
    case "new":
    case "returning":
    case "volume":
      return volume;
    case "exits":
      return gross ? [...exits, "transfer_out"] : exits;
    case "scheduled":
      return ["exit"];
    case "early":
      return ["early_exit"];
    case "compensated":
      return ["compensation"];
    case "transferred":
      return ["transfer_out"];
    case "netTransfers":
      return ["transfer_in", "transfer_out"];
    case "openings":
      return ["opening"];
    case "writeOffs":
      return ["write_off"];
    case "outstanding":
      return ["lend", ...exits, "transfer_in", "transfer_out", "write_off", "opening"];
    case "everything":
      return undefined;
  }
}
