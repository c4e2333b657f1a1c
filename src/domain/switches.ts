import { DEFAULT_ZONE, type Weekday } from "./calendar.ts";
import { DEFAULT_HUNTER_RULES, type HunterRules, type Segment } from "./segments.ts";
import type { PartsPerMillion } from "./units.ts";

/** Which lends are a lender's new volume (NR1, NR2). */
export type NewRule = "first_instant" | "first_day";

/** Whether transfers between lenders count as volume and exits (TR1, TR2). */
export type TransfersView = "net" | "gross";

/** The named choices that change figures; each is shown beside the numbers it changes. */
export interface Switches {
  readonly newRule: NewRule;
  readonly transfers: TransfersView;
}

export interface Settings extends Switches {
  /** Net spread a year; null when the platform has not entered one: margin is then unknown. */
  readonly spreadPpm: PartsPerMillion | null;
  /** IANA name; used for stamps that carry an offset, never the browser's own. */
  readonly zone: string;
  readonly weekStart: Weekday;
  /** Leaves accounts that the lenders dataset marks as internal out of every figure. */
  readonly leavesInternalOut: boolean;
  readonly hunterRules: HunterRules;
  /** By name. */
  readonly segments: readonly Segment[];
}

export const DEFAULT_SETTINGS: Settings = {
  newRule: "first_instant",
  transfers: "net",
  spreadPpm: null,
  zone: DEFAULT_ZONE,
  weekStart: 1,
  leavesInternalOut: false,
  hunterRules: DEFAULT_HUNTER_RULES,
  segments: [],
};
