import { describe, expect, test } from "vitest";

import { accountingModel, ratioModel, residual, retentionModel } from "#src/features/growth/chartModel.ts";
import {
  accountingOption,
  accountingTooltip,
  ratioOption,
  retentionOption,
  type Spoken,
} from "#src/features/growth/chartOption.ts";
import { accountingTable, ratioTable, retentionTable } from "#src/features/growth/chartTables.ts";
import { classWhere, monthWhere } from "#src/features/growth/growthRows.ts";
import { strings } from "#src/features/growth/strings.ts";
import { balanceColumns, lenderColumns } from "#src/features/growth/tableColumns.ts";
import { createFormat } from "#src/ui/format.ts";
import { TOKENS } from "#test/features/overview/tokens.ts";

import { month, ROWS } from "./answers.ts";

const en: Spoken = { words: strings.en, format: createFormat({ language: "en" }) };
const zh: Spoken = { words: strings.zh, format: createFormat({ language: "zh" }) };
const [september, october] = ROWS;

describe("growth accounting", () => {
  const model = accountingModel(ROWS);

  test("stacks inflows up and outflows down, with the net change as a line", () => {
    expect(model.signed.new).toEqual([500_000, 100_000]);
    expect(model.signed.churned).toEqual([0, -120_000]);
    expect(model.net).toEqual([500_000, -20_000]);
    expect(model.maxFen).toBe(500_000);
  });

  test("closes to the fen, and says by how much when it does not", () => {
    expect(ROWS.map(residual)).toEqual([0, 0]);
    expect(residual({ ...october!, churned: october!.churned + 1 })).toBe(-1);
  });

  test("is drawn in one stack with the line over it", () => {
    const series = accountingOption(model, en)(TOKENS).series as { id: string; stack?: string }[];
    expect(series.map(({ id }) => id)).toEqual(["new", "resurrected", "expansion", "contraction", "churned", "net"]);
    expect(series.slice(0, 5).every(({ stack }) => stack === "classes")).toBe(true);
  });

  test("says every class, the net change and both ends in the tooltip", () => {
    expect(accountingTooltip(model, en, 1)).toMatchObject({
      title: "Oct 2026",
      total: { name: "Net change", value: "−¥200" },
      note: "¥5,000 → ¥4,800",
    });
    expect(accountingTooltip(model, zh, 1)?.rows.map(({ name }) => name)).toEqual([
      "新增",
      "唤回",
      "增持",
      "减持",
      "流失",
    ]);
    expect(accountingTooltip(model, en, 5)).toBeNull();
  });

  test("has a table whose lines add up", () => {
    const table = accountingTable(ROWS, en.words);
    expect(table.rows[1]).toEqual([
      october!.month.from,
      500_000,
      100_000,
      50_000,
      30_000,
      80_000,
      120_000,
      480_000,
      -20_000,
    ]);
    expect(table.columns).toHaveLength(9);
  });
});

describe("ratios", () => {
  test("end the axis where the usual months end, and name what lies above", () => {
    const ratios = [40, 1.4, 1.2, 1.1, 1.3].map((quickRatio) => ({ ...october!, quickRatio, lenderQuickRatio: 1.2 }));
    const model = ratioModel(ratios);
    expect(model).toMatchObject({ top: 4, interval: 1 });
    expect(model.above).toEqual([{ month: october!.month, ratio: 40 }]);
  });

  test("show all where nothing stands out, and leave a gap where nothing went out", () => {
    expect(ratioModel(ROWS)).toMatchObject({
      balance: [null, 0.9],
      lenders: [null, 1.5],
      top: 1.5,
      interval: 0.5,
      above: [],
    });
  });

  test("stand over the line of 1.0", () => {
    const series = ratioOption(ratioModel(ROWS), en)(TOKENS).series as { markLine?: { data: unknown[] } }[];
    expect(series[1]?.markLine?.data).toEqual([{ yAxis: 1 }]);
    expect(ratioTable(ROWS, en.words).rows[1]?.slice(1)).toEqual([0.9, 1.5]);
  });

  test("of the opening balance are gross and net", () => {
    expect(retentionModel(ROWS)).toMatchObject({ gross: [null, 0.6], net: [null, 0.66] });
    expect(retentionOption(retentionModel(ROWS), zh)(TOKENS).series).toHaveLength(2);
    expect(retentionTable(ROWS, zh.words).columns.map(({ label }) => label)).toEqual(["月份", "毛留存", "净留存"]);
  });
});

describe("the table", () => {
  test("reads as the identity", () => {
    const columns = balanceColumns(en.words, en.format);
    expect(columns.map(({ sign }) => sign).slice(0, 7)).toEqual([null, "+", "+", "+", "−", "−", "="]);
    expect(columns.map(({ text }) => text(october!))).toEqual([
      "¥5,000.00",
      "¥1,000.00",
      "¥500.00",
      "¥300.00",
      "¥800.00",
      "¥1,200.00",
      "¥4,800.00",
      "−¥200.00",
      "0.90×",
      "66.0%",
    ]);
    expect(columns.at(-1)?.text(september!)).toBe("—");
  });

  test("counts lenders the same way", () => {
    const texts = lenderColumns(zh.words, zh.format).map(({ text }) => text(october!));
    expect(texts).toEqual(["5", "2", "1", "2", "6", "3", "0", "1.50×"]);
  });
});

test("the rows of a class are the balance rows of its lenders in the month", () => {
  const filter = { products: ["30"], channels: [] };
  const where = classWhere("churned", month(1), filter);
  expect(where).toMatchObject({ period: month(1), filter, growth: { month: month(1), class: "churned" } });
  expect(monthWhere(month(1), filter).growth).toBeUndefined();
  expect(where.types).not.toContain("interest");
});
