import type { Format } from "./format.ts";
import type { Catalogue } from "./language.tsx";

/** A target with how far it is, as far as words need it. */
export interface PacedTarget {
  readonly unit: "fen" | "count";
  readonly target: number;
  readonly actual: number | null;
  readonly expectedByNow: number | null;
  readonly pace: "ahead" | "behind" | "met" | "missed" | null;
}

const en = {
  target: "Target",
  ofTarget: (share: string) => `${share} of target`,
  ofMonthTarget: (month: string, share: string) => `${month} target: ${share}`,
  pace: {
    ahead: (amount: string) => `Ahead by ${amount}`,
    behind: (amount: string) => `Behind by ${amount}`,
    met: (amount: string) => `Met, ${amount} to spare`,
    missed: (amount: string) => `Missed by ${amount}`,
  },
  metExactly: "Met exactly",
  onPace: "On pace",
  short: (month: string, target: string, share: string) => `${share} of ${target}, ${month}`,
  sentence: (month: string, target: string, share: string) => `${share} of the target of ${target} for ${month}`,
};
const zh: typeof en = {
  target: "目标",
  ofTarget: (share) => `目标的 ${share}`,
  ofMonthTarget: (month, share) => `${month}目标 ${share}`,
  pace: {
    ahead: (amount) => `超前 ${amount}`,
    behind: (amount) => `落后 ${amount}`,
    met: (amount) => `已达成，相差 ${amount}`,
    missed: (amount) => `未达成，差 ${amount}`,
  },
  metExactly: "恰好达成",
  onPace: "与进度一致",
  short: (month, target, share) => `${month}目标 ${target}，${share}`,
  sentence: (month, target, share) => `${month}目标 ${target}，完成 ${share}`,
};
export const paceStrings: Catalogue<typeof en> = { en, zh };

type PaceWords = typeof en;

/** A figure in the unit of a target. */
export function targetFigure(value: number | null, unit: PacedTarget["unit"], format: Format): string {
  return unit === "fen" ? format.money(value) : format.count(value);
}

/** The figures of one target in one unit, whatever they come to. */
export function targetFigures({ unit, target, actual }: PacedTarget, format: Format): (value: number | null) => string {
  const scale = format.scaleFor(Math.max(Math.abs(target), Math.abs(actual ?? 0)));
  return (value) => (unit === "fen" ? format.money(value, { scale }) : format.count(value));
}

/** Ahead or behind of what is expected by now, or met or missed, and by how much; undefined where neither is known. */
export function paceText({ unit, target, actual, expectedByNow, pace }: PacedTarget, words: PaceWords, format: Format) {
  if (pace === null || actual === null) return undefined;
  const isOver = pace === "met" || pace === "missed";
  const apart = Math.abs(actual - (isOver ? target : (expectedByNow ?? actual)));
  if (apart === 0) return isOver ? words.metExactly : words.onPace;
  return words.pace[pace](targetFigure(apart, unit, format));
}

/** Whether a pace is what the target's owner hopes for. */
export function isGoodPace(pace: PacedTarget["pace"]): boolean {
  return pace === "ahead" || pace === "met";
}
