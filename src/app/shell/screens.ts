import { BookOpen, ChartLine, FileInput, Grid3x3, LayoutGrid, Settings, Sprout, type LucideIcon } from "lucide-react";

export type ScreenId = "overview" | "trends" | "cohorts" | "growth" | "data" | "settings" | "definitions";

export interface ScreenEntry {
  readonly id: ScreenId;
  readonly path: "/" | "/trends" | "/cohorts" | "/growth" | "/data" | "/settings" | "/definitions";
  readonly icon: LucideIcon;
  /** The second key of its chord, after g. */
  readonly chord: string | undefined;
  /** What of the bar at the top its figures follow; "period" is all but the grain, which one of its cards sets. */
  readonly bar: "all" | "period" | "filters" | "none";
}

export const SCREENS: readonly ScreenEntry[] = [
  { id: "overview", path: "/", icon: LayoutGrid, chord: "o", bar: "period" },
  { id: "trends", path: "/trends", icon: ChartLine, chord: "t", bar: "all" },
  { id: "cohorts", path: "/cohorts", icon: Grid3x3, chord: "c", bar: "filters" },
  { id: "growth", path: "/growth", icon: Sprout, chord: "g", bar: "filters" },
  { id: "data", path: "/data", icon: FileInput, chord: "d", bar: "none" },
  { id: "settings", path: "/settings", icon: Settings, chord: "s", bar: "none" },
  { id: "definitions", path: "/definitions", icon: BookOpen, chord: undefined, bar: "none" },
];

export const NAV_GROUPS: readonly {
  readonly id: "monitor" | "growth" | "data";
  readonly screens: readonly ScreenId[];
}[] = [
  { id: "monitor", screens: ["overview", "trends"] },
  { id: "growth", screens: ["cohorts", "growth"] },
  { id: "data", screens: ["data", "settings", "definitions"] },
];

/** The screen of an address; the overview where there is none. */
export function screenAt(path: string): ScreenEntry | undefined {
  const bare = path.length > 1 ? path.replace(/\/+$/, "") : path;
  return SCREENS.find((screen) => screen.path === bare);
}

export function screenOf(id: ScreenId): ScreenEntry {
  const found = SCREENS.find((screen) => screen.id === id);
  if (!found) throw new Error(`no screen ${id}`);
  return found;
}
