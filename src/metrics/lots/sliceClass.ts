import { TYPE } from "#src/domain/eventTypes.ts";

/**
 * How a part of a lot left (LO4): by its type where that says it, and plain exits by their day against the maturity;
 * "undated" where the lot has none.
 */
export type SliceClass = "scheduled" | "early" | "late" | "transferred" | "compensated" | "written_off" | "undated";

/** A payout this many days before or after the maturity still is on time: weekends and holidays. */
const GRACE_DAYS = 3;

/** @param maturity  epoch day; null for a lot without one */
export function sliceClass(type: number, day: number, maturity: number | null): SliceClass {
  if (type === TYPE.earlyExit) return "early";
  if (type === TYPE.transferOut) return "transferred";
  if (type === TYPE.compensation) return "compensated";
  if (type === TYPE.writeOff) return "written_off";
  if (maturity === null) return "undated";
  if (day < maturity - GRACE_DAYS) return "early";
  return day > maturity + GRACE_DAYS ? "late" : "scheduled";
}
