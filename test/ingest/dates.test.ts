import { describe, expect, test } from "vitest";

import { columnOf, decodeText } from "./decodeText.ts";

async function readDates(cells: readonly string[], zone?: string) {
  return decodeText(columnOf("occurred_at", cells), zone === undefined ? {} : { zone });
}

test.each([
  ["2026-01-05", "2026-01-05 00:00:00"],
  ["2026-01-05 08:03", "2026-01-05 08:03:00"],
  ["2026-01-05 08:03:09", "2026-01-05 08:03:09"],
  ["2026-01-05T08:03:09", "2026-01-05 08:03:09"],
  ["2026-01-05T08:03:09.123", "2026-01-05 08:03:09"],
  ["2026-01-05T08:03:09,5", "2026-01-05 08:03:09"],
  ["2026-01-05 8:03", "2026-01-05 08:03:00"],
  ["2026-01-05T00:03:09Z", "2026-01-05 08:03:09"],
  ["2026-01-05T16:30:00.000Z", "2026-01-06 00:30:00"],
  ["2026-01-05T16:30Z", "2026-01-06 00:30:00"],
  ["2026-01-05T08:03:09+08:00", "2026-01-05 08:03:09"],
  ["2026-01-05 08:03:09 +0530", "2026-01-05 10:33:09"],
  ["2026-01-05T08:03:09-05", "2026-01-05 21:03:09"],
  ["2026/1/5", "2026-01-05 00:00:00"],
  ["2026/1/5 8:03", "2026-01-05 08:03:00"],
  ["2026/01/05 08:03:09", "2026-01-05 08:03:09"],
  ["2026.01.05", "2026-01-05 00:00:00"],
  ["20260105", "2026-01-05 00:00:00"],
  ["20260105080309", "2026-01-05 08:03:09"],
  ["202601050803", "2026-01-05 08:03:00"],
  ["20260105 08:03", "2026-01-05 08:03:00"],
  ["20260105T080309Z", "2026-01-05 16:03:09"],
  ["2026年1月5日", "2026-01-05 00:00:00"],
  ["2026年01月05日 08:03:09", "2026-01-05 08:03:09"],
  ["2026年1月5日8时3分9秒", "2026-01-05 08:03:09"],
  ["2026-01-05 上午 9:05", "2026-01-05 09:05:00"],
  ["2026-01-05 上午9:05", "2026-01-05 09:05:00"],
  ["2026-01-05 下午 3:05", "2026-01-05 15:05:00"],
  ["2026-12-31 24:00", "2027-01-01 00:00:00"],
  ["2026-01-05 下午 9:05:01", "2026-01-05 21:05:01"],
  ["2026-01-05 12:05 AM", "2026-01-05 00:05:00"],
  ["２０２６－０１－０５", "2026-01-05 00:00:00"],
  ["２０２６年１月５日", "2026-01-05 00:00:00"],
  ["  2026-01-05  ", "2026-01-05 00:00:00"],
  ["2026-01-05 24:00:00", "2026-01-06 00:00:00"],
  ["23.01.2018", "2018-01-23 00:00:00"],
  ["05.01.2018 08:03", "2018-01-05 08:03:00"],
  ["28/12/2017 00:40", "2017-12-28 00:40:00"],
  ["06/30/2020", "2020-06-30 00:00:00"],
  ["05/05/2020", "2020-05-05 00:00:00"],
  ["1767571200", "2026-01-05 08:00:00"],
  ["1767571200000", "2026-01-05 08:00:00"],
  ["45292", "2024-01-01 00:00:00"],
  ["45292.5", "2024-01-01 12:00:00"],
  ["45292.333333333336", "2024-01-01 08:00:00"],
  ["2024-02-29", "2024-02-29 00:00:00"],
  ["1990-01-01", "1990-01-01 00:00:00"],
  ["2100-12-31", "2100-12-31 00:00:00"],
])("%s is %s", async (cell, at) => {
  const { rows } = await readDates([cell]);
  expect(rows.map((row) => row.at)).toEqual([at]);
});

test.each([
  "2024-02-30",
  "2023-02-29",
  "1900-02-29",
  "2024-13-01",
  "2024-00-10",
  "0000-00-00",
  "1989-12-31",
  "2101-01-01",
  "1970-01-01",
  "2024-01-05 25:00:00",
  "2024-01-05 24:00:01",
  "2024-01-05 08:60",
  "2024-01-05 08:03:61",
  "2024-01-05T08:03+19:00",
  "2024-1/5",
  "31.02.2020",
  "2024-01-0",
  "2024-01-05 noon",
  "yesterday",
  "12",
  "99999999",
])("%s is no date", async (cell) => {
  const { file } = await readDates(["2024-01-01", cell]);
  expect(file?.rejects).toMatchObject([{ line: 3, code: "BAD_DATE", column: "occurred_at", value: cell }]);
});

describe("years of two digits", () => {
  test.each([["24-1-5"], ["1/2/24"], ["05.01.24 08:03"]])("%s may be read in more ways than one", async (cell) => {
    const { refusal } = await readDates(["2024-01-01", cell]);
    expect(refusal).toMatchObject({ code: "AMBIGUOUS_DATE", column: "occurred_at", values: [cell] });
  });

  test("a stray one among a hundred others is rejected", async () => {
    const { file, rows } = await readDates(["1/2/24", ...Array.from({ length: 100 }, () => "2024-01-01")]);
    expect(rows).toHaveLength(100);
    expect(file?.rejects).toMatchObject([{ line: 2, code: "BAD_DATE", value: "1/2/24" }]);
  });
});

test.each(["", " ", "-", "--", "NULL", "N/A", "null"])("'%s' is a date that is missing", async (cell) => {
  const { file } = await readDates(["2024-01-01", cell]);
  expect(file?.rejects).toMatchObject([{ code: "MISSING_DATE" }]);
});

describe("day and month are told apart by the whole column", () => {
  test("one day above 12 settles it, however late it comes", async () => {
    const { rows } = await readDates([...Array.from({ length: 50 }, () => "03/04/2024"), "28/12/2017 00:40"]);
    expect(rows[0]?.at).toBe("2024-04-03 00:00:00");
    expect(rows.at(-1)?.at).toBe("2017-12-28 00:40:00");
  });

  test("so does one month-first date, after dates that asked nothing", async () => {
    const { rows } = await readDates(["2024-01-02", "03/04/2024", "06/30/2020"]);
    expect(rows.map(({ at }) => at.slice(0, 10))).toEqual(["2024-01-02", "2024-03-04", "2020-06-30"]);
  });

  test("a column that never says is refused, with examples", async () => {
    const { refusal } = await readDates(["03/04/2024", "05/06/2024"]);
    expect(refusal).toMatchObject({
      code: "AMBIGUOUS_DATE",
      column: "occurred_at",
      values: ["03/04/2024", "05/06/2024"],
    });
  });

  test("a few rows of the other order are rejected", async () => {
    const { file, rows } = await readDates([...Array.from({ length: 200 }, () => "28/12/2017"), "12/28/2017"]);
    expect(rows).toHaveLength(200);
    expect(file?.rejects).toMatchObject([{ code: "BAD_DATE", value: "12/28/2017" }]);
  });

  test("a column of both orders is refused", async () => {
    const { refusal } = await readDates(["28/12/2017", "12/28/2017", "13/01/2018"]);
    expect(refusal?.code).toBe("AMBIGUOUS_DATE");
  });
});

test("Excel serials are dates only where the whole column is serials", async () => {
  const whole = await readDates(["45292", "", "45293.25"]);
  expect(whole.rows.map(({ at }) => at)).toEqual(["2024-01-01 00:00:00", "2024-01-02 06:00:00"]);
  const mixed = await readDates(["2024-01-01", "45292"]);
  expect(mixed.file?.rejects).toMatchObject([{ code: "BAD_DATE", value: "45292" }]);
  const late = await readDates(["45292", "2024-01-01"]);
  expect(late.file?.rejects).toMatchObject([{ line: 2, code: "BAD_DATE" }]);
});

test("an offset is converted with the rules of the platform's own zone", async () => {
  const { rows } = await readDates(
    ["2024-01-05T12:00:00Z", "2024-07-05T12:00:00Z", "2024-07-05 12:00"],
    "America/New_York",
  );
  expect(rows.map(({ at }) => at)).toEqual(["2024-01-05 07:00:00", "2024-07-05 08:00:00", "2024-07-05 12:00:00"]);
});

test.each(["#REF!", "########"])("a spreadsheet's error is named: %s", async (cell) => {
  const { file } = await readDates(["2024-01-01", cell]);
  expect(file?.rejects).toMatchObject([{ line: 3, code: "CELL_ERROR", column: "occurred_at", value: cell }]);
});
