import type { AcquisitionGroup } from "#src/engine/protocol.ts";

import { axisSteps, isSmall, type AxisSteps } from "./figures.ts";

interface ScatterPoint {
  readonly name: string | null;
  /** Fen a lender. */
  readonly cost: number;
  readonly value: number;
  /** What of the value has come in so far; null when it is not known. */
  readonly observed: number | null;
  readonly lenders: number;
  readonly ratio: number | null;
  /** Its area goes with the number of lenders. */
  readonly diameterPx: number;
}

export interface ScatterModel {
  /** Small groups that are not drawn. */
  readonly leftOut: number;
  /** Largest first, so that small circles lie over large ones. */
  readonly points: readonly ScatterPoint[];
  /** Where the axes end, fen. */
  readonly right: AxisSteps;
  readonly top: AxisSteps;
  /** Zero, or lower where a group has lost money. */
  readonly bottom: number;
}

const LARGEST_PX = 36;
const SMALLEST_PX = 8;
/** Room for the circles at the edges, and for their names. */
const ROOM = 1.1;

/** Groups of which both CAC and projected LTV are known; small ones are left out where there are larger ones. */
export function scatterModel(groups: readonly AcquisitionGroup[]): ScatterModel {
  const priced = groups.filter(
    ({ acquisitionCost, projectedValue }) => acquisitionCost !== null && projectedValue !== null,
  );
  const large = priced.filter((group) => !isSmall(group));
  const drawn = large.length > 0 ? large : priced;
  const most = Math.max(1, ...drawn.map(({ newLenders }) => newLenders));
  const points = drawn.flatMap(({ name, acquisitionCost, projectedValue, observedValue, newLenders, valueToCost }) =>
    acquisitionCost === null || projectedValue === null
      ? []
      : [
          {
            name,
            cost: acquisitionCost,
            value: projectedValue,
            observed: observedValue,
            lenders: newLenders,
            ratio: valueToCost,
            diameterPx: Math.max(SMALLEST_PX, LARGEST_PX * Math.sqrt(newLenders / most)),
          },
        ],
  );
  const lowest = Math.min(0, ...points.map(({ value, observed }) => Math.min(value, observed ?? value)));
  const top = axisSteps(ROOM * Math.max(0, ...points.map(({ value }) => value)));
  return {
    leftOut: priced.length - drawn.length,
    points: points.toSorted((a, b) => b.lenders - a.lenders),
    right: axisSteps(ROOM * Math.max(0, ...points.map(({ cost }) => cost))),
    top,
    bottom: lowest < 0 ? -top.interval * Math.ceil((-ROOM * lowest) / top.interval) : 0,
  };
}

/** Where the line LTV = factor × CAC leaves the plot. */
export function lineEnd(
  { right, top }: Pick<ScatterModel, "right" | "top">,
  factor: number,
): readonly [number, number] {
  return factor * right.max <= top.max ? [right.max, factor * right.max] : [top.max / factor, top.max];
}
