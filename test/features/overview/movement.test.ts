import { expect, test } from "vitest";

import { movementOf } from "#src/features/overview/movement.ts";
import { movementSentence } from "#src/features/overview/sentence.ts";
import { totalsScale } from "#src/features/overview/scales.ts";
import type { Comparison, PeriodTotals } from "#src/engine/protocol.ts";
import { createFormat } from "#src/ui/format.ts";

import { totals } from "./answers.ts";

const YUAN = 100;
const million = (amount: number) => amount * 1_000_000 * YUAN;

interface Said {
  readonly before?: PeriodTotals;
  readonly comparison?: Comparison;
}

function said(now: PeriodTotals, { before, comparison = "previous" }: Said = {}) {
  const say = (language: "en" | "zh") => {
    const format = createFormat({ language });
    const scale = totalsScale(now, format);
    return movementSentence(movementOf(now, before ?? null), { comparison, scale }, format);
  };
  return { en: say("en"), zh: say("zh") };
}

const rise = totals(million(100), {
  volumeNew: million(20),
  volumeReturning: million(30),
  exitsScheduled: million(25),
});

test("OB1: a rise says how far, what drove it and what changed most", () => {
  const before = totals(million(90), {
    volumeNew: million(19),
    volumeReturning: million(20),
    exitsScheduled: million(29),
  });
  expect(said(rise, { before })).toEqual({
    en: "Outstanding rose ¥25.00M (25.0% of the opening balance) to ¥125.00M. Volume of ¥50.00M outran exits of ¥25.00M. Against the previous period, returning volume changed most: up ¥10.00M (50.0%).",
    zh: "待收增加 ¥2500.0万（期初的 25.0%），期末为 ¥12,500.0万。成交额 ¥5000.0万 大于退出 ¥2500.0万。与上一周期相比，变化最大的是老用户成交额，增加 ¥1000.0万（50.0%）。",
  });
});

test("OB1: a fall names write-offs among its reasons, and last year as last year", () => {
  const now = totals(million(100), { volumeReturning: million(10), exitsEarly: million(30), writeOffs: million(2) });
  const before = totals(million(100), { volumeReturning: million(10), exitsEarly: million(40) });
  expect(said(now, { before, comparison: "last_year" })).toEqual({
    en: "Outstanding fell ¥22.00M (22.0% of the opening balance) to ¥78.00M. Exits of ¥30.00M outran volume of ¥10.00M. Write-offs took ¥2.00M. Against the same period last year, early exits changed most: down ¥10.00M (25.0%).",
    zh: "待收减少 ¥2200.0万（期初的 22.0%），期末为 ¥7800.0万。退出 ¥3000.0万 大于成交额 ¥1000.0万。核销使待收减少 ¥200.0万。与去年同期相比，变化最大的是提前退出，减少 ¥1000.0万（25.0%）。",
  });
});

test("OB1: a flat balance is said to be flat", () => {
  const now = totals(million(100), { volumeNew: million(10), exitsScheduled: million(10) });
  expect(said(now)).toEqual({
    en: "Outstanding ended where it began, at ¥100.00M. Volume and exits came to the same ¥10.00M. Returning lenders brought 0% of volume.",
    zh: "待收与期初持平，为 ¥10,000.0万。成交额与退出相等，均为 ¥1000.0万。老用户贡献了 0% 的成交额。",
  });
});

test("OB1: a quiet period is said to be quiet", () => {
  expect(said(totals(million(100), {})).en).toBe(
    "Outstanding ended where it began, at ¥100.00M. Nothing was lent and nothing left in this period.",
  );
});

test("OB1: a rise from nothing has no percentage, and carried-in balances are named", () => {
  const now = totals(0, { openings: million(50), exitsScheduled: million(5) });
  expect(said(now).en).toBe(
    "Outstanding rose ¥45.00M to ¥45.00M. Exits of ¥5.00M outran volume of ¥0. Carried-in balances added ¥50.00M.",
  );
});

test("CP1: without a comparison the share of returning lenders stands in", () => {
  expect(said(rise, { comparison: "none" }).en).toContain("Returning lenders brought 60% of volume.");
});
