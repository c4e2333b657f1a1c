import { init, use as register } from "echarts/core";
import { CustomChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { describe, expect, test } from "vitest";

import { balanceModel, balanceTable } from "#src/features/lender/balanceModel.ts";
import { eventsTable } from "#src/features/lender/eventsTable.ts";
import { keyFigures } from "#src/features/lender/keyFigures.ts";
import { lotsModel, lotsTable, MOST_BARS } from "#src/features/lender/lotsModel.ts";
import { lotsHeightPx, lotsOption, lotTooltip } from "#src/features/lender/lotsOption.ts";
import { strings } from "#src/features/lender/strings.ts";
import { createFormat } from "#src/ui/format.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";
import { TOKENS } from "#test/features/overview/tokens.ts";

import { daysBefore, DETAIL, EVENTS, LOTS } from "./answers.ts";

const en = { words: strings.en, format: createFormat({ language: "en" }) };

describe("balance over time", () => {
  test("has every day from the day before the first to the last day of data", () => {
    const { days, balances } = balanceModel(DETAIL.balance, AS_OF);
    expect([days[0], days.at(-1)]).toEqual([daysBefore(71), AS_OF]);
    const on = (back: number) => balances[days.indexOf(daysBefore(back))];
    expect([71, 70, 61, 60, 51, 50, 6, 5, 0].map(on)).toEqual([
      0, 100_000, 100_000, 0, 0, 400_000, 400_000, 150_000, 150_000,
    ]);
  });

  test("is empty without a change", () => {
    expect(balanceModel([], AS_OF)).toEqual({ days: [], balances: [] });
  });

  test("is a table of the days that changed it", () => {
    expect(balanceTable(DETAIL.balance, strings.en).rows).toHaveLength(4);
  });
});

describe("lots as bars", () => {
  const { bars, from, to } = lotsModel(LOTS, AS_OF);

  test("are newest first, from start to maturity, or to the last day of data without one", () => {
    expect(bars.map((bar) => [bar.from, bar.to])).toEqual([
      [daysBefore(10), AS_OF],
      [daysBefore(50), daysBefore(5)],
      [daysBefore(70), daysBefore(40)],
    ]);
    expect([from, to]).toEqual([daysBefore(70), AS_OF]);
  });

  test("say what is open, what is overdue and what left early", () => {
    expect(bars.map(({ openShare }) => openShare)).toEqual([1, 0.25, 0]);
    expect(bars.map(({ overdueTo }) => overdueTo)).toEqual([null, AS_OF, null]);
    expect(bars.map(({ marks }) => marks)).toEqual([[], [], [{ day: daysBefore(60), isEarly: true }]]);
  });

  test("are the open ones first when there are too many", () => {
    const [paid, partly] = LOTS;
    const many = [partly!, ...Array.from({ length: MOST_BARS + 5 }, () => ({ ...paid!, startDay: daysBefore(20) }))];
    const some = lotsModel(many, AS_OF);
    expect(some.bars).toHaveLength(MOST_BARS);
    expect(some.bars.at(-1)?.lot).toBe(partly);
  });

  test("are drawn: an outline each, a fill where open, a tail where overdue, a diamond where early", () => {
    register([CustomChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);
    const model = lotsModel(LOTS, AS_OF);
    const chart = init(null, undefined, { renderer: "svg", ssr: true, width: 700, height: lotsHeightPx(model) });
    chart.setOption(lotsOption(model, en)(TOKENS));
    const svg = chart.renderToSVGString();
    chart.dispose();
    const fill = TOKENS.series.outstandingFill;
    expect(svg.match(new RegExp(`fill="${fill}"`, "gu"))).toHaveLength(2);
    expect(svg).toContain(TOKENS.bad);
    expect(svg.match(new RegExp(`fill="${TOKENS.series.exits}"`, "gu"))).toHaveLength(1);
    expect(svg).toContain("P90");
  });

  test("say in words what became of one", () => {
    const model = lotsModel(LOTS, AS_OF);
    const said = lotTooltip(model, en, 1);
    expect(said?.title).toContain("(none)");
    expect(said?.rows.map(({ value }) => value)).toEqual(["¥4,000.00", "¥3,000.00"]);
    expect(said?.rows[1]?.name).toMatch(/^on time, /);
    expect(said?.total).toEqual({ name: "Open", value: "¥1,000.00" });
    expect(said?.note).toBe("past its maturity");
    expect(lotTooltip(model, en, 9)).toBeNull();
  });

  test("are a table with what left early", () => {
    expect(lotsTable(LOTS, strings.en).rows.map((row) => [row[3], row[4], row[6]])).toEqual([
      [100_000, 0, 100_000],
      [400_000, 100_000, 0],
      [50_000, 50_000, 0],
    ]);
  });
});

describe("key figures", () => {
  const amountsOf = (detail: typeof DETAIL) =>
    Object.fromEntries(keyFigures(detail).amounts.map(({ id, amount }) => [id, amount]));

  test("agree with the lender's line", () => {
    const { balance, peak, volume } = amountsOf(DETAIL);
    const { row } = DETAIL;
    expect([balance, peak, volume]).toEqual([row.balance, row.peakBalance, row.volume]);
    expect(keyFigures(DETAIL).early).toBe(100_000);
  });

  test("count transfers in the gross view alone", () => {
    const totals = { ...DETAIL.totals, transfer_in: 7000, transfer_out: 3000 };
    const gross = { ...DETAIL.basis, switches: { newRule: "first_instant", transfers: "gross" } } as const;
    expect(amountsOf({ ...DETAIL, totals })).toMatchObject({ volume: 550_000, exits: 400_000 });
    expect(amountsOf({ ...DETAIL, totals, basis: gross })).toMatchObject({ volume: 557_000, exits: 403_000 });
  });
});

test("events are a file on the platform's clock", () => {
  const { rows } = eventsTable(EVENTS, strings.en);
  expect(rows[0]).toEqual(["2026-11-10 10:00:00", "lend", 50_000, "P90", "app", null, "t1"]);
});
