import {
  ArrowLeftRight,
  BookOpen,
  ChartLine,
  ChartPie,
  FileInput,
  Grid3x3,
  HandCoins,
  Landmark,
  Layers,
  LayoutGrid,
  Megaphone,
  Scale,
  Settings,
  Sprout,
  Target,
  UserRound,
  Users,
  WandSparkles,
  type LucideIcon,
} from "lucide-react";

import type { EngineStatus } from "#src/engine/protocol.ts";

export type ScreenId =
  | "overview"
  | "trends"
  | "targets"
  | "acquisition"
  | "compare"
  | "cohorts"
  | "growth"
  | "activation"
  | "lenders"
  | "lender"
  | "concentration"
  | "profitability"
  | "vintages"
  | "matching"
  | "leverage"
  | "data"
  | "settings"
  | "definitions";

export interface ScreenEntry {
  readonly id: ScreenId;
  readonly path: "/" | `/${Exclude<ScreenId, "overview">}`;
  readonly icon: LucideIcon;
  /** The second key of its chord, after g. */
  readonly chord: string | undefined;
  /**
   * What of the bar at the top its figures follow; "period" is all but the grain, which one of its cards sets; "time" is
   * period and grain of what is not told by products and channels of lenders, "days" its period alone.
   */
  readonly bar: "all" | "period" | "time" | "days" | "filters" | "none";
  /** The dataset that is enough for it; undefined where nothing can be told without transactions. */
  readonly enough?: "loans";
}

export const SCREENS: readonly ScreenEntry[] = [
  { id: "overview", path: "/", icon: LayoutGrid, chord: "o", bar: "period" },
  { id: "trends", path: "/trends", icon: ChartLine, chord: "t", bar: "all" },
  { id: "targets", path: "/targets", icon: Target, chord: "p", bar: "none" },
  { id: "acquisition", path: "/acquisition", icon: Megaphone, chord: "a", bar: "filters" },
  { id: "compare", path: "/compare", icon: Scale, chord: "v", bar: "filters" },
  { id: "cohorts", path: "/cohorts", icon: Grid3x3, chord: "c", bar: "filters" },
  { id: "growth", path: "/growth", icon: Sprout, chord: "g", bar: "filters" },
  { id: "activation", path: "/activation", icon: WandSparkles, chord: "m", bar: "filters" },
  { id: "lenders", path: "/lenders", icon: Users, chord: "l", bar: "filters" },
  { id: "lender", path: "/lender", icon: UserRound, chord: undefined, bar: "none" },
  { id: "concentration", path: "/concentration", icon: ChartPie, chord: "k", bar: "filters" },
  { id: "profitability", path: "/profitability", icon: HandCoins, chord: "r", bar: "time", enough: "loans" },
  { id: "vintages", path: "/vintages", icon: Layers, chord: "y", bar: "days", enough: "loans" },
  { id: "matching", path: "/matching", icon: ArrowLeftRight, chord: "x", bar: "time" },
  { id: "leverage", path: "/leverage", icon: Landmark, chord: "e", bar: "time" },
  { id: "data", path: "/data", icon: FileInput, chord: "d", bar: "none" },
  { id: "settings", path: "/settings", icon: Settings, chord: "s", bar: "none" },
  { id: "definitions", path: "/definitions", icon: BookOpen, chord: undefined, bar: "none" },
];

export const NAV_GROUPS: readonly {
  readonly id: "monitor" | "growth" | "lenders" | "platform" | "data";
  readonly screens: readonly ScreenId[];
}[] = [
  { id: "monitor", screens: ["overview", "trends", "targets"] },
  { id: "growth", screens: ["acquisition", "compare", "cohorts", "growth", "activation"] },
  { id: "lenders", screens: ["lenders", "concentration"] },
  { id: "platform", screens: ["profitability", "vintages", "matching", "leverage"] },
  { id: "data", screens: ["data", "settings", "definitions"] },
];

/** The screen of an address; the overview where there is none. */
export function screenAt(path: string): ScreenEntry | undefined {
  const bare = path.length > 1 ? path.replace(/\/+$/, "") : path;
  return SCREENS.find((screen) => screen.path === bare);
}

/** Whether nothing is stored that the screen could tell of, so that the first-run page stands in its place. */
export function isFirstRun({ bar, enough }: ScreenEntry, { asOf, tables }: Stored): boolean {
  return bar !== "none" && asOf === null && (enough === undefined || (tables[enough] ?? 0) === 0);
}

/** Screens that need no transactions, while what is enough for them is stored. */
export function screensWithout(status: Stored): readonly ScreenEntry[] {
  return SCREENS.filter((screen) => screen.enough !== undefined && !isFirstRun(screen, status));
}

type Stored = Pick<EngineStatus, "asOf" | "tables">;

export function screenOf(id: ScreenId): ScreenEntry {
  const found = SCREENS.find((screen) => screen.id === id);
  if (!found) throw new Error(`no screen ${id}`);
  return found;
}
