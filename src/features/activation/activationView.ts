import type { ActivationAction, ActivationArgs } from "#src/engine/protocol.ts";
import type { SearchChange } from "#src/view/view.ts";
import { filterOf } from "#src/view/view.ts";
import type { ViewSearch } from "#src/view/search.ts";

export const ACTIONS = [
  "lendDays",
  "amount10k",
  "products",
  "terms",
  "autoDays",
  "depositDays",
] as const satisfies readonly ActivationAction[];

export const WINDOWS = [1, 3, 7, 14, 30] as const;
export const TOPS = ["3", "5", "10"] as const;
export const FOLLOW_UPS = ["60", "90", "180"] as const;

const PERMUTATIONS = 500;

export interface ActivationView {
  readonly args: ActivationArgs;
  /** As picked; none is all. */
  readonly actions: readonly ActivationAction[];
  readonly windows: readonly string[];
  readonly top: (typeof TOPS)[number];
  readonly followUp: (typeof FOLLOW_UPS)[number];
}

/** What the link asks to search. */
export function activationView(search: ViewSearch): ActivationView {
  const picked = (search.mact ?? "").split(",");
  const actions = ACTIONS.filter((action) => picked.includes(action));
  const pickedDays = (search.mwin ?? "").split(",");
  const days = WINDOWS.filter((window) => pickedDays.includes(String(window)));
  const top = search.mtop ?? "10";
  const followUp = search.mdays ?? "90";
  return {
    actions,
    windows: days.map(String),
    top,
    followUp,
    args: {
      actions: actions.length === 0 ? ACTIONS : actions,
      windows: days.length === 0 ? WINDOWS : days,
      thresholds: Array.from({ length: Number(top) }, (_, at) => at + 1),
      followUpDays: Number(followUp),
      splitDay: null,
      permutations: PERMUTATIONS,
      filter: filterOf(search),
    },
  };
}

export function actionsChange(actions: readonly string[]): SearchChange {
  return { mact: actions.length === 0 ? undefined : actions.join(",") };
}

export function windowsChange(windows: readonly string[]): SearchChange {
  return { mwin: windows.length === 0 ? undefined : windows.join(",") };
}
