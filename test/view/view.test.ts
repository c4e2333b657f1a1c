import { describe, expect, test } from "vitest";

import { isoDay, parseIsoDay } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { ViewSearch } from "#src/view/search.ts";
import { filterChange, filterOf, periodChange, presetChange, viewOf, type View } from "#src/view/view.ts";

function day(text: string): EpochDay {
  const found = parseIsoDay(text);
  if (found === undefined) throw new Error(`no day: ${text}`);
  return found;
}

const STATUS = { firstDay: day("2020-01-17"), asOf: day("2024-05-15") };

function view(search: ViewSearch, status: typeof STATUS = STATUS): View {
  const found = viewOf(search, status);
  if (found === null) throw new Error("no view");
  return found;
}

function daysOf({ period }: View): string {
  return `${isoDay(period.from)} ${isoDay(period.to)}`;
}

test("without data there is nothing to view", () => {
  expect(viewOf({}, { firstDay: null, asOf: null })).toBeNull();
  expect(viewOf({ from: "2024-01-01", to: "2024-01-31" }, { firstDay: null, asOf: null })).toBeNull();
});

test("an empty link shows ninety days by day against the ninety before, of everything", () => {
  const { period, ...rest } = view({});
  expect([isoDay(period.from), isoDay(period.to)]).toEqual(["2024-02-16", "2024-05-15"]);
  expect(rest).toEqual({ preset: "90d", grain: "day", comparison: "previous", filter: { products: [], channels: [] } });
});

test("what the link says is shown", () => {
  const shown = view({ p: "mtd", g: "week", cmp: "last_year", products: "P30,a%2Cb", channels: "(none)" });
  expect(daysOf(shown)).toBe("2024-05-01 2024-05-15");
  expect(shown).toMatchObject({
    preset: "mtd",
    grain: "week",
    comparison: "last_year",
    filter: { products: ["P30", "a,b"], channels: [""] },
  });
});

test("a preset begins no earlier than the data", () => {
  const young = { ...STATUS, firstDay: day("2024-05-10") };
  for (const p of ["7d", "30d", "90d", "12m", "mtd", "qtd", "ytd", "all"] as const) {
    expect(daysOf(view({ p }, young))).toBe("2024-05-10 2024-05-15");
  }
});

describe("a period picked by hand", () => {
  test("stands over a preset", () => {
    const shown = view({ p: "7d", from: "2023-01-01", to: "2023-01-31" });
    expect([daysOf(shown), shown.preset]).toEqual(["2023-01-01 2023-01-31", undefined]);
  });

  test("may be one day", () => {
    expect(daysOf(view({ from: "2023-01-31", to: "2023-01-31" }))).toBe("2023-01-31 2023-01-31");
  });

  test.each([
    { from: "2023-01-31", to: "2023-01-01" },
    { from: "2023-02-29", to: "2023-03-01" },
    { from: "2023-01-01", to: "tomorrow" },
    { from: "2023-01-01", to: "" },
    { from: "", to: "2023-01-01" },
    { from: "2023-01-01" },
    { to: "2023-01-31" },
  ])("that is none is left aside: %j", (search) => {
    const shown = view({ ...search, p: "7d" });
    expect([daysOf(shown), shown.preset]).toEqual(["2024-05-09 2024-05-15", "7d"]);
  });
});

test.each([
  [1, "day"],
  [100, "day"],
  [101, "week"],
  [400, "week"],
  [401, "month"],
  [1500, "month"],
])("%i days are shown by %s unless the link says otherwise", (days, grain) => {
  const period = { from: epochDay(STATUS.asOf - days + 1), to: STATUS.asOf };
  expect(view({ from: isoDay(period.from), to: isoDay(period.to) }).grain).toBe(grain);
  expect(view({ from: isoDay(period.from), to: isoDay(period.to), g: "month" }).grain).toBe("month");
});

test("a choice put into the link is the one read from it", () => {
  const picked = periodChange({ from: day("2023-03-01"), to: day("2023-03-09") });
  expect(picked).toEqual({ p: undefined, from: "2023-03-01", to: "2023-03-09" });
  expect(presetChange("ytd")).toEqual({ p: "ytd", from: undefined, to: undefined });
  const filter = { products: ["", "a,b", "50%"], channels: ["😀"] };
  const { products, channels } = filterChange(filter);
  expect(filterOf({ products, channels })).toEqual(filter);
  expect(filterChange({ products: [], channels: [] })).toEqual({ products: undefined, channels: undefined });
});
