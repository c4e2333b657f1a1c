import { isoDay, parseIsoDay } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { CohortArgs, RetentionArgs, RetentionMode } from "#src/engine/protocol.ts";
import type { CohortMeasure } from "#src/metrics/cohorts.ts";
import type { ViewSearch } from "#src/view/search.ts";
import { filterOf } from "#src/view/view.ts";

export const MEASURES = [
  "holding",
  "relend",
  "balance",
  "volume",
  "lifetimeVolume",
  "lifetimeAnnualisedVolume",
  "lifetimeBalanceYears",
  "lifetimeMargin",
] as const satisfies readonly CohortMeasure[];

export const SPLITS = [
  "none",
  "channel",
  "kind",
  "campaign",
  "product",
] as const satisfies readonly CohortView["splitBy"][];

/** More lines than these cannot be told apart. */
export const MOST_LINES = 6;

const DEFAULT_BRACKETS = [0, 1, 3, 6, 12];

/** What the link asks the screen to show. */
export interface CohortView extends Omit<CohortArgs, "splitBy" | "hidden"> {
  readonly splitBy: RetentionArgs["splitBy"];
  readonly mode: RetentionMode;
  readonly brackets: readonly number[];
  readonly clock: RetentionArgs["clock"];
  readonly mean: RetentionArgs["mean"];
  /** First days of cohorts, ascending. */
  readonly hidden: readonly EpochDay[];
  /** First days of the cohorts to set against each other, at most `MOST_LINES`. */
  readonly compared: readonly EpochDay[];
  /** The age of the trend over cohorts, or the number of the bracket. */
  readonly step: number;
}

/** Shares, which are the same per lender and in total. */
export function isShare(measure: CohortMeasure): boolean {
  return measure === "holding" || measure === "relend" || measure === "balance";
}

/** Lenders are counted by month, so that there are modes, clocks and means to choose from. */
export function hasModes({ measure, grain }: Pick<CohortView, "measure" | "grain">): boolean {
  return grain === "month" && (measure === "holding" || measure === "relend");
}

export function cohortView(search: ViewSearch): CohortView {
  const measure = search.measure ?? "holding";
  const grain = search.by ?? "month";
  const modes = hasModes({ measure, grain });
  const split = search.split ?? "none";
  const needsModes = split === "kind" || split === "campaign";
  return {
    measure,
    grain,
    per: isShare(measure) ? "lender" : (search.per ?? "lender"),
    splitBy: needsModes && !modes ? "none" : split,
    mode: (modes ? search.retained : undefined) ?? "on",
    brackets: parseAges(search.brackets ?? "") ?? DEFAULT_BRACKETS,
    clock: (modes ? search.clock : undefined) ?? "calendar",
    mean: (modes ? search.mean : undefined) ?? "weighted",
    hidden: textToDays(search.hide),
    compared: textToDays(search.lines).slice(0, MOST_LINES),
    step: Number(/^\d{1,3}$/.exec(search.step ?? "")?.[0] ?? "1"),
    filter: filterOf(search),
  };
}

/** What the cohort table is asked; undefined where only retention by its modes has the answer. */
export function cohortArgs({
  measure,
  grain,
  per,
  splitBy,
  filter,
  hidden,
  ...view
}: CohortView): CohortArgs | undefined {
  if (view.mode !== "on" || view.clock !== "calendar" || view.mean !== "weighted") return undefined;
  if (splitBy === "kind" || splitBy === "campaign") return undefined;
  return { measure, grain, per, splitBy, filter, ...(hidden.length > 0 ? { hidden } : {}) };
}

export function retentionArgs({ measure, mode, clock, mean, ...view }: CohortView): RetentionArgs {
  return {
    measure: measure === "relend" ? "relend" : "holding",
    clock,
    mode,
    brackets: mode === "brackets" ? view.brackets : [],
    mean,
    splitBy: view.splitBy,
    hidden: view.hidden,
    filter: view.filter,
  };
}

/** First ages as people type them: `0, 1, 3`; undefined when they are not whole ages that ascend. */
export function parseAges(text: string): readonly number[] | undefined {
  const parts = text.split(/[\s,，、]+/u).filter((part) => part !== "");
  const ages = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : -1));
  const ascend = ages.every((age, at) => age >= 0 && age > (ages[at - 1] ?? -1));
  return ages.length > 0 && ascend ? ages : undefined;
}

/** First days as one link parameter; undefined, so left out of the link, when there are none. */
export function daysToText(days: readonly EpochDay[]): string | undefined {
  return days.length === 0 ? undefined : days.map((day) => isoDay(day)).join(",");
}

export function textToDays(joined: string | undefined): readonly EpochDay[] {
  const days = (joined ?? "").split(",").map((text) => parseIsoDay(text));
  return days.filter((day) => day !== undefined).toSorted((a, b) => a - b);
}
