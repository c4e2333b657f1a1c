import { useSyncExternalStore } from "react";

import { toneVariable } from "./tones.ts";
import type { SeriesTone } from "./tones.ts";

/** The theme as a chart needs it: plain colours. */
export interface ChartTokens {
  readonly dark: boolean;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly warn: string;
  readonly good: string;
  readonly bad: string;
  readonly font: string;
  readonly series: Readonly<Record<SeriesTone, string>>;
}

/** Two `#rrggbb` colours mixed as `color-mix(in srgb, …)` does. */
export function mix(colour: string, share: number, ground: string): string {
  const channel = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => {
    const value = Math.round(channel(colour, at) * share + channel(ground, at) * (1 - share));
    return (Number.isNaN(value) ? 128 : value).toString(16).padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}

/** With two digits a channel: the build leaves one where both are equal. */
export function longHex(colour: string): string {
  return /^#[\da-f]{3}$/iu.test(colour) ? colour.replaceAll(/[\da-f]/giu, "$&$&") : colour;
}

/** The colour with an alpha of 0 to 1. */
export function faded(colour: string, alpha: number): string {
  return (
    colour +
    Math.round(alpha * 255)
      .toString(16)
      .padStart(2, "0")
  );
}

/** Shares of theme.css, computed here since a computed style keeps `color-mix` unresolved. */
const RAMP_SHARES: Readonly<Record<string, number>> = {
  ramp1: 1,
  ramp2: 0.78,
  ramp3: 0.6,
  ramp4: 0.46,
  ramp5: 0.34,
  ramp6: 0.24,
};

const PLAIN = ["outstanding", "outstandingFill", "volume", "new", "returning", "exits", "neutral", "other"] as const;

/** What stands for a variable that the page does not have. */
const GREY = mix("", 0, "");

function readTokens(): ChartTokens {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const read = (variable: string) => longHex(style.getPropertyValue(variable).trim() || GREY);
  const surface = read("--surface");
  const plain = Object.fromEntries(PLAIN.map((tone) => [tone, read(toneVariable(tone))])) as Record<
    (typeof PLAIN)[number],
    string
  >;
  const ramp = Object.fromEntries(
    Object.entries(RAMP_SHARES).map(([tone, share]) => [tone, mix(plain.returning, share, surface)]),
  ) as Record<"ramp1" | "ramp2" | "ramp3" | "ramp4" | "ramp5" | "ramp6", string>;
  return {
    dark: root.classList.contains("dark"),
    ink: read("--ink"),
    ink2: read("--ink-2"),
    ink3: read("--ink-3"),
    line: read("--line"),
    lineStrong: read("--line-strong"),
    surface,
    raised: read("--raised"),
    sunken: read("--sunken"),
    warn: read("--warn"),
    good: read("--good"),
    bad: read("--bad"),
    // ECharts writes it into an attribute between double quotes.
    font: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"),
    series: { ...plain, exitsEarly: mix(plain.exits, 0.55, surface), comparison: plain.volume, ...ramp },
  };
}

let cached: { readonly className: string; readonly tokens: ChartTokens } | undefined;

function tokensNow(): ChartTokens {
  const { className } = document.documentElement;
  if (cached?.className !== className) cached = { className, tokens: readTokens() };
  return cached.tokens;
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["class"] });
  return () => observer.disconnect();
}

/** The tokens of the theme in force; read anew when the class of `<html>` changes. */
export function useChartTokens(): ChartTokens {
  return useSyncExternalStore(subscribe, tokensNow);
}
