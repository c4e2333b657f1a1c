import { describe, expect, test } from "vitest";

import { decodeText } from "#test/ingest/decodeText.ts";

import { catalogue, cellsOf, importAll, plainTable, recordCases, type Case, type Taken } from "./support.ts";

const dates = (...cells: readonly string[]): string => cellsOf("occurred_at", cells);
const on = (...days: readonly string[]): Taken => ({
  rows: days.map((day) => ({ at: day.length === 10 ? `${day} 00:00:00` : day })),
});

catalogue("one day, however it is written", [
  { title: "with dashes", input: dates("2024-01-02"), verdict: on("2024-01-02") },
  { title: "with slashes and without zeros", input: dates("2024/1/2"), verdict: on("2024-01-02") },
  { title: "with points", input: dates("2024.01.02"), verdict: on("2024-01-02") },
  { title: "as eight digits", input: dates("20240102"), verdict: on("2024-01-02") },
  { title: "in Chinese", input: dates("2024年1月2日"), verdict: on("2024-01-02") },
  { title: "in full-width digits", input: dates("２０２４－０１－０２"), verdict: on("2024-01-02") },
  {
    title: "in all these ways in one column",
    input: dates("2024-01-02", "2024/1/2", "2024.01.02", "20240102", "2024年1月2日", "２０２４－０１－０２"),
    verdict: on(...Array.from({ length: 6 }, () => "2024-01-02")),
  },
  { title: "with points, the day first", input: dates("23.01.2018"), verdict: on("2018-01-23") },
]);

catalogue("the time of day", [
  { title: "to the second", input: dates("2024-01-02 03:04:05"), verdict: on("2024-01-02 03:04:05") },
  { title: "behind a T", input: dates("2024-01-02T03:04:05"), verdict: on("2024-01-02 03:04:05") },
  { title: "with thousandths", input: dates("2024-01-02 03:04:05.123"), verdict: on("2024-01-02 03:04:05") },
  { title: "to the minute", input: dates("2024-01-02 03:04"), verdict: on("2024-01-02 03:04:00") },
  {
    title: "before and after noon in Chinese",
    input: dates("2024-01-02 上午 9:05", "2024/1/2 下午 9:05:06"),
    verdict: on("2024-01-02 09:05:00", "2024-01-02 21:05:06"),
  },
  { title: "24:00 is the next day's midnight", input: dates("2024-01-02 24:00:00"), verdict: on("2024-01-03") },
  {
    title: "of no clock is rejected",
    input: dates("2024-01-02", "2024-01-02 25:00:00", "2024-01-02 08:60"),
    verdict: {
      rows: 1,
      rejects: [
        [3, "BAD_DATE", "occurred_at", "2024-01-02 25:00:00"],
        [4, "BAD_DATE", "occurred_at", "2024-01-02 08:60"],
      ],
    },
  },
]);

catalogue("stamps with an offset move into the platform's zone", [
  { title: "from UTC, over midnight", input: dates("2024-01-02T16:30:00Z"), verdict: on("2024-01-03 00:30:00") },
  { title: "from the zone itself", input: dates("2024-01-02T03:04:05+08:00"), verdict: on("2024-01-02 03:04:05") },
  { title: "from half an hour's offset", input: dates("2024-01-02T03:04:05+0530"), verdict: on("2024-01-02 05:34:05") },
]);

catalogue("numbers for dates", [
  {
    title: "Excel serials, with times, in a whole column",
    input: dates("45292", "45292.5"),
    verdict: on("2024-01-01", "2024-01-01 12:00:00"),
  },
  {
    title: "a serial among dates is rejected",
    input: dates("2024-01-01", "45292", "44927"),
    verdict: {
      rows: 1,
      rejects: [
        [3, "BAD_DATE", "occurred_at", "45292"],
        [4, "BAD_DATE", "occurred_at", "44927"],
      ],
    },
  },
  {
    title: "unix seconds",
    input: dates("1704067200", "1704070800"),
    verdict: on("2024-01-01 08:00:00", "2024-01-01 09:00:00"),
  },
  { title: "unix milliseconds", input: dates("1704067200000"), verdict: on("2024-01-01 08:00:00") },
]);

const SHORT = dates("1/2/24", "3/4/24");

catalogue("which of day and month comes first", [
  {
    title: "where no day is above 12 it is a question",
    input: dates("03/04/2024", "05/06/2024"),
    verdict: {
      refused: "AMBIGUOUS_DATE",
      column: "occurred_at",
      values: ["03/04/2024", "05/06/2024"],
      answers: [
        [{ dateOrder: "day" }, on("2024-04-03", "2024-06-05")],
        [{ dateOrder: "month" }, on("2024-03-04", "2024-05-06")],
      ],
    },
  },
  {
    title: "a single day above 12 settles it, with times",
    input: dates("03/04/2024", "28/12/2017 00:40"),
    verdict: on("2024-04-03", "2017-12-28 00:40:00"),
  },
  {
    title: "so does a month that comes first",
    input: dates("03/04/2024", "06/30/2020"),
    verdict: on("2024-03-04", "2020-06-30"),
  },
  {
    title: "few rows of the other order are rejected",
    input: dates(...Array.from({ length: 200 }, () => "28/12/2017"), "12/28/2017"),
    verdict: { rows: 200, rejects: [[202, "BAD_DATE", "occurred_at", "12/28/2017"]] },
  },
  {
    title: "many rows of the other order make it a question",
    input: dates("28/12/2017", "27/12/2017", "12/28/2017"),
    verdict: {
      refused: "AMBIGUOUS_DATE",
      column: "occurred_at",
      answers: [
        [
          { dateOrder: "day" },
          { ...on("2017-12-28", "2017-12-27"), rejects: [[4, "BAD_DATE", "occurred_at", "12/28/2017"]] },
        ],
      ],
    },
  },
  {
    title: "a year of two digits at the end",
    input: SHORT,
    verdict: {
      refused: "AMBIGUOUS_DATE",
      column: "occurred_at",
      values: ["1/2/24", "3/4/24"],
      answers: [
        [{ dateOrder: "day" }, on("2024-02-01", "2024-04-03")],
        [{ dateOrder: "month" }, on("2024-01-02", "2024-03-04")],
      ],
    },
  },
  {
    title: "a year of two digits at the start",
    input: dates("24-1-2", "24-3-4"),
    verdict: {
      refused: "AMBIGUOUS_DATE",
      column: "occurred_at",
      answers: [[{ dateOrder: "month" }, on("2024-01-02", "2024-03-04")]],
    },
  },
]);

catalogue("dates that are none", [
  ...["2024-02-30", "2023-02-29", "2024-13-01", "0000-00-00", "1900-02-29", "31.02.2020"].map((value): Case => ({
    title: `${value} is in no calendar`,
    input: dates("2024-01-01", value),
    verdict: { rows: 1, rejects: [[3, "BAD_DATE", "occurred_at", value]] },
  })),
  { title: "leap days are", input: dates("2024-02-29", "2000-02-29"), verdict: on("2024-02-29", "2000-02-29") },
  ...["", " ", "NULL", "-", "N/A", "无"].map((value): Case => ({
    title: `'${value}' says that there is none`,
    input: dates("2024-01-01", value),
    verdict: { rows: 1, rejects: [[3, "MISSING_DATE", "occurred_at", value]] },
  })),
  ...["1970-01-01", "1899-12-30", "1989-12-31", "2101-01-01", "2204-01-05"].map((value): Case => ({
    title: `${value} is not of our time`,
    input: dates("2024-01-01", value),
    verdict: { rows: 1, rejects: [[3, "BAD_DATE", "occurred_at", value]] },
  })),
  {
    title: "the first and the last day that may be",
    input: dates("1990-01-01", "2100-12-31"),
    verdict: { ...on("1990-01-01", "2100-12-31"), warns: [["FUTURE_DATE", 1]] },
  },
  {
    title: "the hashes of a narrow column",
    input: dates("2024-01-01", "########"),
    verdict: { rows: 1, rejects: [[3, "CELL_ERROR", "occurred_at", "########"]] },
  },
]);

describe("days that are still to come", () => {
  test("are kept with a warning and enter no figure", async () => {
    const { engine, outcomes } = await importAll({
      "a.csv": plainTable("u1,2024-01-05,lend,5", "u1,2099-01-05,lend,7"),
    });
    expect(outcomes).toMatchObject([
      { record: { counts: { accepted: 2 }, warnings: [{}, { code: "FUTURE_DATE", count: 1 }] } },
    ]);
    expect((await engine.days()).total.flows.volume).toBe(500);
    expect(await engine.methods.status({})).toMatchObject({ rows: 1, futureRows: 1 });
  });
});

describe("the device's own zone", () => {
  // Hours that some of these zones leave out or have twice, and a day that one of them never had.
  const hours = [
    "2018-11-04 00:30:00",
    "2024-03-10 02:30:00",
    "2024-11-03 01:30:00",
    "2011-12-30 12:00:00",
    "1990-04-15 00:30:00",
    "2024-01-02T16:30:00Z",
  ];

  test.each(["Asia/Shanghai", "America/New_York", "Pacific/Apia", "America/Sao_Paulo", "UTC", "Asia/Kathmandu"])(
    "%s changes no day",
    async (zone) => {
      const own = process.env["TZ"];
      process.env["TZ"] = zone;
      try {
        const { rows } = await decodeText(cellsOf("occurred_at", hours));
        expect(rows.map(({ at }) => at)).toEqual([...hours.slice(0, -1), "2024-01-03 00:30:00"]);
      } finally {
        if (own === undefined) delete process.env["TZ"];
        else process.env["TZ"] = own;
      }
    },
  );
});

test("rows of several years in any order are filed by their days", async () => {
  const days = ["2025-03-01", "2019-12-31", "2024-02-29", "2019-12-31", "2024-02-28"];
  const { engine, outcomes } = await importAll({ "a.csv": plainTable(...days.map((day) => `u1,${day},lend,5`)) });
  expect(outcomes).toMatchObject([
    { record: { counts: { accepted: 5 }, days: [{ rows: 2 }, { rows: 1 }, { rows: 1 }, { rows: 1 }] } },
  ]);
  const { days: covered } = await engine.methods.coverage({});
  expect(covered.filter(({ rows }) => rows > 0)).toHaveLength(4);
  expect(covered.length).toBeGreaterThan(365 * 5);
});

recordCases("dates", 8);
