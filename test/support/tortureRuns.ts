import { appendFileSync, mkdirSync } from "node:fs";

const isFull = process.env["DIPPER_TORTURE"] === "full";

/** How often to try: the second number is for `npm run torture`, the first for every day. */
export function tortureRuns(short: number, full: number): number {
  return isFull ? full : short;
}

/** Leaves what a full run came to, for the report. */
export function recordTorture(bar: string, counts: Readonly<Record<string, number>>): void {
  if (!isFull) return;
  mkdirSync(".cache/torture", { recursive: true });
  appendFileSync(".cache/torture/counts.jsonl", `${JSON.stringify({ bar, ...counts })}\n`);
}
