import type { LegendItem } from "#src/ui/Legend.tsx";

const TONES = ["ramp1", "ramp2", "ramp3", "ramp4", "ramp5", "ramp6"] as const;

/** How the cohort at a place among those compared is drawn: newest strongest, every second one dashed. */
export function lineLook(at: number, count: number): Pick<LegendItem, "tone" | "mark"> {
  return { tone: TONES[count - 1 - at] ?? "other", mark: (count - 1 - at) % 2 === 0 ? "line" : "dash" };
}
