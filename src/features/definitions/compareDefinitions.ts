import type { MeasureDefinition } from "./definition.ts";

/** How sides of a comparison differ. */
export const compareDefinitions: readonly MeasureDefinition[] = [
  {
    id: "difference-of-shares",
    group: "acquisition",
    name: { en: "Difference of two shares", zh: "两个占比之差" },
    sentence: {
      en: "How much more of one side's lenders hold after 90 days, or lend on a second day, than of another's, with the 95 % interval of the difference. “Differs” when the interval leaves zero out, “may be chance” when not; with fewer than 20 lenders on a side nothing is said. Lenders on both sides are taken for different people. It is a difference between lenders, not an effect of what sets them apart.",
      zh: "一方出借人 90 天后仍在投（或再次出借）的占比比另一方高多少，附差值的 95% 区间。区间不含零为“有差异”，否则为“可能出于偶然”；任一方不足 20 人则不作判断。同属两方的出借人按不同的人计。这是出借人之间的差异，并非其区别所起的作用。",
    },
    formula: {
      en: "d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), l and u of each Wilson interval",
      zh: "d − √((p₁ − l₁)² + (u₂ − p₂)²) 至 d + √((u₁ − p₁)² + (p₂ − l₂)²)，l、u 为各自 Wilson 区间的两端",
    },
    switches: ["transfers"],
    rule: "DF1",
  },
];
