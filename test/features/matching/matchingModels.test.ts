import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { epochDay } from "#src/domain/units.ts";
import type { MatchingResult } from "#src/engine/protocol.ts";
import { gapOutline, type Corner } from "#src/features/matching/gapArea.ts";
import { isLadderEmpty, ladderModel, lendersOutstanding, shortfalls } from "#src/features/matching/ladderModel.ts";
import { ladderOption, ladderTooltip, placeName, type LadderSpoken } from "#src/features/matching/ladderOption.ts";
import { knownTerms, ladderSentence } from "#src/features/matching/ladderSentence.ts";
import { ladderStrings } from "#src/features/matching/ladderStrings.ts";
import { ladderTable } from "#src/features/matching/ladderTable.ts";
import type { Spoken } from "#src/features/matching/matchInfo.ts";
import { matchingArgs, yieldOf, yieldPercent, yieldText } from "#src/features/matching/matchingView.ts";
import { matchModel } from "#src/features/matching/matchModel.ts";
import { matchOption, matchTooltip } from "#src/features/matching/matchOption.ts";
import { balanceWhere, dueWhere, interestWhere } from "#src/features/matching/matchRows.ts";
import { matchSentence } from "#src/features/matching/matchSentence.ts";
import { matchTable } from "#src/features/matching/matchTable.ts";
import { matchTiles } from "#src/features/matching/matchTiles.ts";
import { strings } from "#src/features/matching/strings.ts";
import { leadingSides } from "#src/features/matching/useLadderLeads.ts";
import { toCsv } from "#src/ui/csv.ts";
import { createFormat } from "#src/ui/format.ts";
import { AS_OF, FIRST_DAY, STATUS } from "#test/features/overview/screen.tsx";
import { TOKENS } from "#test/features/overview/tokens.ts";
import { viewOf } from "#src/view/view.ts";

import { MATCHING, point, WITHOUT_LOANS, WITHOUT_YIELD } from "./answers.ts";

const en: Spoken = { words: strings.en, format: createFormat({ language: "en" }) };
const zh: Spoken = { words: strings.zh, format: createFormat({ language: "zh" }) };
const enLadder: LadderSpoken = { words: ladderStrings.en, format: en.format };
const zhLadder: LadderSpoken = { words: ladderStrings.zh, format: zh.format };
const PERIOD = { from: epochDay(AS_OF - 2), to: AS_OF };

/** Of a closed outline that goes round clockwise, in points times fen. */
function areaOf(outline: readonly Corner[]): number {
  const twice = outline.reduce((sum, { at, value }, place) => {
    const next = outline[(place + 1) % outline.length]!;
    return sum + next.at * value - at * next.value;
  }, 0);
  return twice / 2;
}

function tilesOf(result: MatchingResult) {
  return Object.fromEntries(matchTiles(result, PERIOD, en).map((tile) => [tile.id, tile]));
}

describe("tiles", () => {
  test("MT1 MT2 MT3: say the ratio, both sides, idle money, its cost and the yield with its source", () => {
    const tiles = matchTiles(MATCHING, PERIOD, en);
    expect(tiles.map(({ name, value, note }) => [name, value, note])).toEqual([
      ["Match ratio", "1.10", "ideal 1.00"],
      ["Lenders hold", "¥4,400", "who holds it"],
      ["Borrowers owe", "¥4,000", "the loans that owe"],
      ["Idle money", "¥400.00", "9.1% of money held"],
      ["Idle cost a day", "¥0.10", "at 9.12% a year"],
      ["Idle cost, period", "¥1.20", en.format.period(PERIOD)],
      ["Lender yield", "9.12%", "ledger, last 365 days"],
    ]);
    expect(tiles.map(({ info }) => info.rule)).toEqual(["MT1", "MT1", "MT1 · LC1–LC6", "MT2", "MT2", "MT2", "MT3"]);
    expect(tiles[2]?.title).toBe("¥4,000.00");
  });

  test("MT2: money lent beyond what lenders gave is called short, and costs nothing", () => {
    const tiles = tilesOf({ ...MATCHING, now: point(0, 380_000, 400_000), idleCostPerDay: 0 });
    expect(tiles["idle"]).toMatchObject({ name: "Short", value: "¥200.00", note: "5.0% of money owed" });
    expect(tiles["costPerDay"]).toMatchObject({ value: "¥0", note: "nothing is idle" });
  });

  test("MT1: without a loans file only lenders' side is known, from the lots and the exits that found none", () => {
    const tiles = tilesOf(WITHOUT_LOANS);
    expect(tiles["lenders"]?.value).toBe("¥4,400");
    for (const id of ["ratio", "borrowers", "idle", "costPerDay", "costOfPeriod"]) {
      expect(tiles[id]).toMatchObject({ value: "—", note: "needs a loans file" });
    }
    expect(tiles["yield"]?.value).toBe("9.12%");
    expect(lendersOutstanding({ ...WITHOUT_LOANS, basis: { ...WITHOUT_LOANS.basis, asOf: null } })).toBeNull();
  });

  test("MT3: without a yield the cost is not known, and it says why", () => {
    const tiles = tilesOf(WITHOUT_YIELD);
    expect(tiles["costPerDay"]).toMatchObject({ value: "—", note: "no yield: see below" });
    expect(tiles["costOfPeriod"]).toMatchObject({ value: "—", note: "no yield: see below" });
    expect(tiles["yield"]).toMatchObject({ value: "—", note: "no interest rows" });
    const entered = tilesOf({ ...MATCHING, lenderYield: { rate: 0.08, from: "entered", days: 0 } });
    expect(entered["yield"]).toMatchObject({ value: "8.00%", note: "entered" });
  });

  test("MT1: no ratio while borrowers owe nothing", () => {
    const tiles = tilesOf({ ...MATCHING, now: point(0, 440_000, 0) });
    expect(tiles["ratio"]).toMatchObject({ value: "—", note: "borrowers owe nothing" });
    expect(tiles["borrowers"]?.value).toBe("¥0");
  });
});

describe("the sentence", () => {
  test("MT1 MT2: says the ratio, what lies idle and what that costs", () => {
    expect(matchSentence(MATCHING, en)).toBe(
      "At the end of Nov 20, 2026 lenders have ¥4,400 outstanding and borrowers owe ¥4,000: a match ratio of 1.10. ¥400.00 of lenders' money (9.1%) lies idle and costs ¥0.10 a day at 9.12% a year.",
    );
    expect(matchSentence(MATCHING, zh)).toContain(
      "匹配比 1.10。其中 ¥400.00（9.1%）闲置，按年化 9.12% 每日成本 ¥0.10。",
    );
  });

  test("MT2: says what is short, that all is at work, or that the cost is not known", () => {
    expect(matchSentence({ ...MATCHING, now: point(0, 380_000, 400_000) }, en)).toMatch(
      /0\.95\. ¥200\.00 more is lent out than lenders gave\.$/,
    );
    expect(matchSentence({ ...MATCHING, now: point(0, 400_000, 400_000) }, en)).toMatch(
      /1\.00\. All of lenders' money/,
    );
    expect(matchSentence(WITHOUT_YIELD, en)).toMatch(
      /lies idle; what that costs is not known without a lender yield\.$/,
    );
    expect(matchSentence({ ...MATCHING, now: point(0, 440_000, 0) }, en)).toContain("borrowers owe ¥0. ¥4,400");
    expect(matchSentence(WITHOUT_LOANS, en)).toBeNull();
  });
});

describe("over time", () => {
  const model = matchModel(MATCHING, "day");

  test("MT1: the axis of the ratio holds all of it and 1.00 in whole ticks", () => {
    expect(model.ratio).toEqual([0.95, 1, 1.1]);
    expect(model.axis).toEqual({ min: 0.95, max: 1.1, interval: 0.05 });
    expect(model.above).toEqual([]);
    expect(matchModel({ points: [point(0, 100, 100)] }, "day").axis).toEqual({ min: 0.99, max: 1.01, interval: 0.01 });
    expect(matchModel({ points: [] }, "day").axis.max).toBe(1.01);
  });

  test("MT1: the axis holds 1.00 and every ratio that is not named as above it", () => {
    const ratios = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(ratios, (values) => {
        const points = values.map((value, at) => ({ ...point(at, 100, 100), ratio: value }));
        const { axis, above } = matchModel({ points }, "day");
        const tiny = axis.interval * 1e-8;
        expect(axis.min).toBeLessThanOrEqual(Math.min(1, ...values) + tiny);
        expect(axis.max).toBeGreaterThanOrEqual(1);
        expect(above.map(({ ratio }) => ratio)).toEqual(values.filter((value) => value > axis.max + tiny));
        expect(above.length).toBeLessThanOrEqual(values.length / 2);
        expect((axis.max - axis.min) / axis.interval).toBeLessThan(6);
      }),
    );
  });

  test("MT1: one first day of waiting money does not flatten the rest", () => {
    const { axis, above } = matchModel({ points: [point(2, 9000, 10), point(1, 110, 100), point(0, 120, 100)] }, "day");
    expect(axis).toEqual({ min: 1, max: 4, interval: 1 });
    expect(above.map(({ ratio }) => ratio)).toEqual([900]);
  });

  test("MT1 MT2: the ratio stands over 1.00, and idle money lies between the two balances", () => {
    const option = matchOption(model, en)(TOKENS);
    const series = option.series as {
      id: string;
      data: unknown[];
      xAxisIndex: number;
      yAxisIndex: number;
      markLine?: { data: unknown[] };
    }[];
    expect(series.map(({ id }) => id)).toEqual(["ratio", "idle", "short", "borrowers", "lenders"]);
    expect(series[0]?.markLine?.data).toEqual([{ yAxis: 1 }]);
    expect(series.slice(1).every(({ xAxisIndex, yAxisIndex }) => xAxisIndex === 1 && yAxisIndex === 1)).toBe(true);
    expect(option.axisPointer).toEqual({ link: [{ xAxisIndex: "all" }] });
  });

  test("MT1: where there is no ratio at all no axis of it is drawn, and the balances have its place", () => {
    const points = [point(1, 300_000, 0), point(0, 440_000, 0)];
    const drawn = matchOption(matchModel({ points }, "day"), en)(TOKENS);
    const series = drawn.series as { id: string; xAxisIndex: number; yAxisIndex: number }[];
    expect(series.map(({ id }) => id)).toEqual(["idle", "short", "borrowers", "lenders"]);
    expect(series.every(({ xAxisIndex, yAxisIndex }) => xAxisIndex === 0 && yAxisIndex === 0)).toBe(true);
    for (const axes of [drawn.xAxis, drawn.yAxis]) expect(axes).toMatchObject([{ gridIndex: 0 }]);
    expect(drawn.grid).toHaveLength(1);
    expect(matchOption(matchModel({ points: [...points, point(0, 1, 1)] }, "day"), en)(TOKENS).grid).toHaveLength(2);
  });

  test("MT2: the area of idle money ends where the two lines cross", () => {
    // Lenders 2 below at the first point, 6 above at the second: level a quarter of the way on.
    const [borrowers, lenders] = [
      [10, 10, 10],
      [8, 16, 10],
    ];
    expect(gapOutline({ low: borrowers, high: lenders })).toEqual([
      { at: 0, value: 10 },
      { at: 0.25, value: 10 },
      { at: 1, value: 16 },
      { at: 2, value: 10 },
      { at: 2, value: 10 },
      { at: 1, value: 10 },
      { at: 0.25, value: 10 },
      { at: 0, value: 10 },
    ]);
    expect(gapOutline({ low: lenders, high: borrowers }).slice(0, 4)).toEqual([
      { at: 0, value: 10 },
      { at: 0.25, value: 10 },
      { at: 1, value: 16 },
      { at: 2, value: 10 },
    ]);
    expect(gapOutline({ low: [], high: [] })).toEqual([]);
  });

  test("MT2: between any lines the outline holds exactly where the one is higher", () => {
    const side = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(side, side, (low, high) => {
        const parts = low.slice(1).map((_, at) => {
          const [before, after] = [high[at]! - low[at]!, high[at + 1]! - low[at + 1]!];
          if (before * after >= 0) return Math.max(0, before + after) / 2;
          return Math.max(before, after) ** 2 / (2 * (Math.abs(before) + Math.abs(after)));
        });
        expect(areaOf(gapOutline({ low, high }))).toBeCloseTo(
          parts.reduce((sum, part) => sum + part, 0),
          4,
        );
      }),
    );
  });

  test("MT1: the tooltip has both sides, what lies between, and the ratio", () => {
    expect(matchTooltip(model, en, 2)).toMatchObject({
      rows: [
        { name: "Lenders hold", value: "¥4,400" },
        { name: "Borrowers owe", value: "¥4,000" },
        { name: "Idle money", value: "¥400" },
      ],
      total: { name: "Match ratio", value: "1.10" },
    });
    expect(matchTooltip(model, zh, 0)?.rows[2]).toMatchObject({ name: "超放金额", value: "¥200" });
    expect(matchTooltip(model, en, 2)?.note).toBeUndefined();
    expect(matchTooltip(matchModel(MATCHING, "month"), en, 2)?.note).toBe("At the end of Nov 20, 2026");
    expect(matchTooltip(model, en, 3)).toBeNull();
  });

  test("MT1: the table has every line, and its file says the currency", () => {
    const table = matchTable(model, en.words);
    expect(table.rows[2]).toEqual([AS_OF, 1.1, 440_000, 400_000, 40_000, 0]);
    expect(toCsv(table)).toContain('"Lenders hold (CNY)"');
    const months = matchTable(matchModel(MATCHING, "month"), en.words);
    expect(months.rows[2]).toEqual([AS_OF, AS_OF, 1.1, 440_000, 400_000, 40_000, 0]);
    expect(months.columns.map(({ id }) => id).slice(0, 2)).toEqual(["bucket", "day"]);
    expect(matchTable(matchModel(MATCHING, "week"), en.words).rows[2]?.[0]).toBe("2026-11-20/2026-11-20");
  });
});

describe("the ladder", () => {
  const model = ladderModel(MATCHING);

  test("MT4 MT5: lines are cumulated; what is overdue or undated stands beside", () => {
    expect(model.rows.map(({ place }) => placeName(place, ladderStrings.en))).toEqual([
      "Overdue",
      "0–7 days",
      "8–30 days",
      "31–60 days",
      "61–90 days",
      "91–180 days",
      "> 180 days",
      "No maturity",
    ]);
    expect(model.rows.map(({ gap }) => gap)).toEqual([null, 20_000, -40_000, -50_000, 50_000, 80_000, 140_000, null]);
    expect(model.rows.map(({ cumulative }) => cumulative)).toEqual([
      null,
      20_000,
      -20_000,
      -70_000,
      -20_000,
      60_000,
      200_000,
      null,
    ]);
    expect(model).toMatchObject({ maxDue: 225_000, maxGap: 200_000 });
  });

  test("MT5: the last cumulative gap is all that borrowers pay less all that lenders are due", () => {
    const fen = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fen, fen), { minLength: 1, maxLength: 8 }), (sums) => {
        const ladder = sums.map(([lenders, borrowers], at) => ({ days: at * 10, lenders, borrowers }));
        const made = ladderModel({ ...MATCHING, ladder });
        const before = (end: number) =>
          ladder.slice(0, end).reduce((sum, { lenders, borrowers }) => sum + borrowers - lenders, 0);
        const found = shortfalls(made);
        const short = ladder.findIndex((_, at) => before(at + 1) < 0);
        expect(made.rows.at(-2)?.cumulative).toBe(before(ladder.length));
        expect(found?.first.row ?? null).toBe(short < 0 ? null : made.rows[short + 1]);
        const least = Math.min(...ladder.map((_, at) => before(at + 1)));
        expect(found && [found.first.missing, found.worst.missing]).toEqual(
          short < 0 ? null : [-before(short + 1), -least],
        );
      }),
    );
  });

  test("MT5: names the first line where lenders fall due before borrowers pay, the worst, and what idle money covers", () => {
    expect(ladderSentence(model, MATCHING, enLadder)).toBe(
      "Lenders fall due before borrowers pay: through 8–30 days, ¥200.00 more leaves than comes in. The gap is widest at 31–60 days: ¥700.00. Idle money covers ¥400.00 of it.",
    );
    expect(ladderSentence(model, { ...MATCHING, now: point(0, 500_000, 400_000) }, enLadder)).toMatch(
      /Idle money covers that\.$/,
    );
    expect(ladderSentence(model, { ...MATCHING, now: point(0, 300_000, 400_000) }, enLadder)).toMatch(/¥700\.00\.$/);
    expect(ladderSentence(model, MATCHING, zhLadder)).toContain("累计至 8–30 天档");
  });

  test("MT5: says so where no line is short, and where borrowers' side is not known", () => {
    const even = { ...MATCHING, ladder: MATCHING.ladder.map((line) => ({ ...line, lenders: line.borrowers })) };
    expect(ladderSentence(ladderModel(even), even, enLadder)).toMatch(/^In every line borrowers have paid enough/);
    const alone = ladderModel(WITHOUT_LOANS);
    expect(ladderSentence(alone, WITHOUT_LOANS, enLadder)).toMatch(/only lenders' side is known/);
    expect(alone.rows.every((row) => row.borrowers === null && row.gap === null && row.cumulative === null)).toBe(true);
    expect(alone.rows[2]?.lenders).toBe(60_000);
  });

  test("MT4: says what of lenders' terms the ledger does not tell", () => {
    expect(knownTerms(MATCHING, enLadder).join(" ")).toBe(
      "Lenders' terms are known as far as the ledger tells: by the term or the maturity of their lends. ¥2,250 has no maturity. ¥500.00 is past its maturity and has not left. ¥150.00 of exits found no lot: lots come to that much more than what lenders have outstanding.",
    );
    const whole = { undated: 0, orphans: 0, overdue: { lenders: 0, borrowers: 0 } };
    expect(knownTerms(whole, enLadder)).toHaveLength(1);
  });

  test("MT4 MT5: is drawn lying, the gap in the one tone of its legend", () => {
    const option = ladderOption(model, enLadder)(TOKENS);
    const [lenders, borrowers, gap] = option.series as { id: string; data: unknown[]; xAxisIndex: number }[];
    expect(lenders).toMatchObject({ id: "lenders", xAxisIndex: 0 });
    expect(borrowers?.data).toEqual([20_000, 30_000, 20_000, 40_000, 50_000, 100_000, 140_000, "-"]);
    expect(gap).toMatchObject({ id: "gap", xAxisIndex: 1, itemStyle: { color: TOKENS.series.volume } });
    expect(gap?.data[2]).toEqual({ value: -20_000, itemStyle: { borderRadius: [3, 0, 0, 3] } });
    expect(gap?.data[0]).toBe("-");
    expect(option.axisPointer).toEqual({ link: [{ yAxisIndex: "all" }] });
  });

  test("MT4: a bar of the gap, which no list adds up to, does not look as if it led anywhere", () => {
    const series = ladderOption(model, enLadder)(TOKENS).series as { id: string; cursor?: string }[];
    expect(series.map(({ id, cursor }) => [id, cursor])).toEqual([
      ["lenders", undefined],
      ["borrowers", undefined],
      ["gap", "default"],
    ]);
  });

  test("MT4: the sides that lead anywhere are those with money", () => {
    const money = { ladder: [], overdue: { lenders: 0, borrowers: 0 }, undated: 0 };
    const sidesOf = (changes: Partial<MatchingResult>) =>
      leadingSides(ladderModel({ ...MATCHING, ...money, ...changes }));
    expect(leadingSides(model)).toBe("both");
    expect(sidesOf({ undated: 1 })).toBe("lenders");
    expect(sidesOf({ overdue: { lenders: 0, borrowers: 1 } })).toBe("borrowers");
    expect(sidesOf({})).toBeNull();
  });

  test("MT5: the tooltip says both gaps, and that overdue money is in none", () => {
    expect(ladderTooltip(model, enLadder, 2)).toMatchObject({
      title: "8–30 days",
      rows: [
        { name: "Lenders due", value: "¥600.00" },
        { name: "Borrowers due", value: "¥200.00" },
        { name: "Gap", value: "−¥400.00" },
      ],
      total: { name: "Cumulative gap", value: "−¥200.00" },
    });
    expect(ladderTooltip(model, enLadder, 0)).toMatchObject({ title: "Overdue", note: "Not in the cumulative gap" });
    expect(ladderTooltip(model, zhLadder, 7)?.rows[1]?.value).toBe("—");
    expect(ladderTooltip(model, enLadder, 8)).toBeNull();
  });

  test("MT4: the table has every line to the fen", () => {
    const table = ladderTable(model, ladderStrings.zh);
    expect(table.rows[3]).toEqual(["31–60 天", 90_000, 40_000, -50_000, -70_000]);
    expect(toCsv(table)).toContain('"累计缺口 (CNY)"');
  });

  test("MT4: nothing open on either side is said to be so", () => {
    const nothing = { ...MATCHING, ladder: [], overdue: { lenders: 0, borrowers: 0 }, undated: 0 };
    expect(isLadderEmpty(ladderModel(nothing))).toBe(true);
    expect(isLadderEmpty(model)).toBe(false);
  });
});

describe("the link", () => {
  test("MT3: a yield goes through it to the ppm; what cannot be meant is none", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (ppm) => {
        expect(yieldOf(yieldText(yieldPercent(ppm)))).toBe(ppm);
      }),
    );
    expect(["", "x", "-1", "1e3", "1000001", "8.5", undefined].map(yieldOf)).toEqual(Array(7).fill(null));
    expect(yieldText(null)).toBeUndefined();
  });

  test("MT1: asks for period and grain, never for a filter", () => {
    const view = viewOf({ g: "week", p: "30d", channels: "app" }, STATUS)!;
    expect(matchingArgs({ lround: "half_even", lyield: "85000", channels: "app" }, view)).toEqual({
      period: view.period,
      grain: "week",
      rules: { rounding: "half_even", dayCount: "act_365" },
      lenderYieldPpm: 85_000,
    });
  });
});

test("MT1 MT3: figures lead to the rows that they are made of", () => {
  const where = balanceWhere(FIRST_DAY, AS_OF);
  expect(where).toMatchObject({ period: { from: FIRST_DAY, to: AS_OF }, filter: { products: [], channels: [] } });
  expect(where.types).toContain("write_off");
  expect(where.types).not.toContain("interest");
  expect(interestWhere(AS_OF, 365)).toMatchObject({ period: { from: AS_OF - 364, to: AS_OF }, types: ["interest"] });
});

test("MT4: every line of the ladder leads to the loans of its own place, undated money to none", () => {
  const places = ladderModel(MATCHING).rows.map(({ place }) => dueWhere(place)?.due);
  expect(places).toEqual(["overdue", 0, 1, 2, 3, 4, 5, undefined]);
});
