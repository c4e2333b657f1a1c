import type { AcquisitionGroup, FunnelStep, Share } from "#src/engine/protocol.ts";

import type { FigureColumn } from "./figureColumn.ts";
import { intervalText, type Spoken } from "./figures.ts";

type Column = FigureColumn<AcquisitionGroup>;
type Step = FunnelStep["step"];

/** The steps that have a share, in their order. */
export const SHARE_STEPS = [
  "firstLend",
  "secondLend",
  "held30",
  "held90",
  "held180",
] as const satisfies readonly Step[];

export function shareOf({ funnel }: Pick<AcquisitionGroup, "funnel">, step: Step): Share | null {
  return funnel.find((one) => one.step === step)?.share ?? null;
}

/** Those registered; null when it is not known. */
export function registeredOf(group: Pick<AcquisitionGroup, "funnel">): number | null {
  return shareOf(group, "registered")?.count ?? shareOf(group, "firstLend")?.of ?? null;
}

/** How many registered, then the share that took each step, over its interval. */
export function funnelColumns({ words, format }: Spoken): readonly Column[] {
  return [
    {
      id: "registered",
      header: words.steps.registered,
      text: (group) => format.count(registeredOf(group)),
      order: registeredOf,
      type: "count",
      file: registeredOf,
    },
    {
      id: "newLenders",
      header: words.lenders,
      text: ({ newLenders }) => format.count(newLenders),
      order: ({ newLenders }) => newLenders,
      type: "count",
      file: ({ newLenders }) => newLenders,
    },
    ...SHARE_STEPS.map((step): Column => ({
      id: step,
      header: words.steps[step],
      text: (group) => format.percent(shareOf(group, step)?.value ?? null),
      below: (group) => intervalText(shareOf(group, step), format),
      exact: (group) => countText(shareOf(group, step), { words, format }),
      bar: (group) => {
        const value = shareOf(group, step)?.value ?? null;
        return value === null ? null : { share: value, tone: step === "firstLend" ? "new" : "returning" };
      },
      order: (group) => shareOf(group, step)?.value ?? null,
      type: "ratio",
      file: (group) => shareOf(group, step)?.value ?? null,
    })),
  ];
}

/** "620 of 1,200"; "—" where nobody could have taken the step. */
export function countText(share: Share | null, { words, format }: Spoken): string {
  return share === null ? format.count(null) : words.stepCount(format.count(share.count), format.count(share.of));
}
