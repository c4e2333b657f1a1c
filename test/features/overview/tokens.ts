import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

const TONES: readonly SeriesTone[] = [
  "outstanding",
  "outstandingFill",
  "volume",
  "new",
  "returning",
  "exits",
  "exitsEarly",
  "comparison",
  "neutral",
  "other",
  "ramp1",
  "ramp2",
  "ramp3",
  "ramp4",
  "ramp5",
  "ramp6",
];

/** A theme whose colours are all told apart. */
export const TOKENS: ChartTokens = {
  dark: false,
  ink: "#100000",
  ink2: "#200000",
  ink3: "#300000",
  line: "#400000",
  lineStrong: "#500000",
  surface: "#ffffff",
  raised: "#fefefe",
  sunken: "#fdfdfd",
  warn: "#600000",
  good: "#700000",
  bad: "#800000",
  font: "sans-serif",
  // A colour for each tone of the list, which holds them all.
  series: Object.fromEntries(TONES.map((tone, index) => [tone, `#0000${String(index + 10)}`])) as ChartTokens["series"],
};
