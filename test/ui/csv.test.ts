import Papa from "papaparse";
import { expect, test } from "vitest";

import { toCsv, toTsv } from "#src/ui/csv.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

const model: TableModel = {
  caption: "Flows",
  columns: [
    { id: "day", label: "Day", type: "day" },
    { id: "name", label: "=Name", type: "text" },
    { id: "net", label: "Net", type: "money" },
    { id: "share", label: "Share", type: "ratio" },
  ],
  rows: [
    [20_777, '=HYPERLINK("http://evil")', -123_450, 0.5],
    [20_778, "渠道,甲\n乙", 7, null],
  ],
};

test("numbers stay numbers, text is quoted, and a byte order mark leads", () => {
  expect(toCsv(model)).toBe(
    '\uFEFF"Day","\'=Name","Net (CNY)","Share"\r\n' +
      '2026-11-20,"\'=HYPERLINK(""http://evil"")",-1234.50,0.5\r\n' +
      '2026-11-21,"渠道,甲\n乙",0.07,\r\n',
  );
});

test("another reader finds the same cells", () => {
  const { data } = Papa.parse<string[]>(toCsv(model).slice(1), { skipEmptyLines: true });
  expect(data[2]).toEqual(["2026-11-21", "渠道,甲\n乙", "0.07", ""]);
});

test("what is copied has one line a row", () => {
  expect(toTsv(model).split("\n")).toEqual([
    "Day\t'=Name\tNet (CNY)\tShare",
    '2026-11-20\t\'=HYPERLINK("http://evil")\t-1234.50\t0.5',
    "2026-11-21\t渠道,甲 乙\t0.07\t",
  ]);
});

test("a number below zero is no formula, in whatever column it stands; the same as text is", () => {
  const columns = (["money", "count", "number", "ratio", "text"] as const).map((type) => ({
    id: type,
    label: type,
    type,
  }));
  expect(toCsv({ columns, rows: [columns.map(() => -150)] }).split("\r\n")[1]).toBe("-1.50,-150,-150,-150,-150");
  expect(toCsv({ columns, rows: [columns.map(() => "-150")] }).split("\r\n")[1]).toBe(
    columns.map(() => `"'-150"`).join(","),
  );
});
