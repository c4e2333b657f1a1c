import { describe, expect, test } from "vitest";

import { epochDay } from "#src/domain/units.ts";
import { acquisitionArgs } from "#src/features/acquisition/acquisitionView.ts";
import { economicsColumns } from "#src/features/acquisition/economicsColumns.ts";
import { figureTableModel, sortAfter, sortedRows } from "#src/features/acquisition/figureColumn.ts";
import {
  axisSteps,
  columnScale,
  isSmall,
  paybackCell,
  paybackOrder,
  paybackText,
  perLenderScale,
  type Spoken,
} from "#src/features/acquisition/figures.ts";
import { findings, findingsSentence } from "#src/features/acquisition/findings.ts";
import { funnelColumns, registeredOf } from "#src/features/acquisition/funnelColumns.ts";
import { groupLabel } from "#src/features/acquisition/groupLabel.ts";
import { groupRules, lendersSearch } from "#src/features/acquisition/groupLenders.ts";
import { hunterColumns } from "#src/features/acquisition/hunterColumns.ts";
import { strings } from "#src/features/acquisition/strings.ts";
import { quartersText } from "#src/features/acquisition/quartersText.ts";
import type { AcquisitionGroup } from "#src/engine/protocol.ts";
import { createFormat } from "#src/ui/format.ts";
import { monthRange, rangeChange } from "#src/view/firstLendMonths.ts";
import { toCsv } from "#src/ui/csv.ts";

import { BARE, group, HUNTERS, month, NAMELESS, REFERRAL, RESULT, SEARCH } from "./answers.ts";

const en: Spoken = { words: strings.en, format: createFormat({ language: "en" }) };
const zh: Spoken = { words: strings.zh, format: createFormat({ language: "zh" }) };
const DAYS = { firstDay: epochDay(month(0).from + 4), asOf: epochDay(month(2).to - 3) };

describe("the link", () => {
  test("asks for all months by channel when it says nothing", () => {
    expect(acquisitionArgs({}, DAYS)).toEqual({
      by: "channel",
      cohorts: null,
      filter: { products: [], channels: [] },
    });
  });

  test("asks for whole months, in order, within the data", () => {
    const asked = acquisitionArgs({ aby: "month", afrom: "2026-10", ato: "2026-09" }, DAYS);
    expect(asked).toMatchObject({ by: "month", cohorts: { from: month(1).from, to: month(2).to } });
    expect(acquisitionArgs({ afrom: "2020-01", ato: "2030-01" }, DAYS).cohorts).toBeNull();
    expect(acquisitionArgs({ afrom: "2026-13", ato: "soon" }, DAYS).cohorts).toBeNull();
  });

  test("leaves out the ends of the data", () => {
    const range = monthRange({ afrom: "2026-09" }, DAYS);
    expect(range && rangeChange(range, DAYS)).toEqual({ afrom: "2026-09", ato: undefined });
    expect(monthRange({}, { firstDay: null, asOf: null })).toBeNull();
  });

  test("leads from a group to its lenders", () => {
    const firstLend = { from: DAYS.firstDay, to: DAYS.asOf };
    expect(groupRules("feed", { by: "channel", cohorts: null }, DAYS)).toEqual({ firstLend, channels: ["feed"] });
    expect(groupRules("", { by: "campaign", cohorts: month(1) }, DAYS)).toEqual({
      firstLend: month(1),
      campaigns: [""],
    });
    expect(groupRules("2026-09", { by: "month", cohorts: null }, DAYS)).toEqual({ firstLend: month(1) });
    expect(groupRules(null, { by: "kind", cohorts: null }, DAYS)).toEqual({ firstLend });
    const search = lendersSearch({ channels: ["feed"] })({ products: "30", q: "U1" });
    expect(search).toEqual({ products: "30", q: undefined, rules: '{"channels":["feed"]}' });
  });
});

describe("payback", () => {
  test("not reached is later than what was observed, and never a number", () => {
    expect(paybackText({ months: 3.125, observedMonths: 4 }, en.format)).toBe("3.1");
    expect(paybackText({ months: null, observedMonths: 12 }, en.format)).toBe("> 12");
    expect(paybackText(null, en.format)).toBe("—");
    expect(paybackCell({ months: null, observedMonths: 12 })).toBe(">12");
    expect(paybackCell(null)).toBeNull();
  });

  test("not reached comes after the latest that is, the longest observed last", () => {
    const order = [
      { months: null, observedMonths: 14 },
      { months: 30, observedMonths: 40 },
      { months: null, observedMonths: 2 },
      { months: 0, observedMonths: 4 },
    ].toSorted((a, b) => (paybackOrder(a) ?? 0) - (paybackOrder(b) ?? 0));
    expect(order.map((one) => paybackText(one, en.format))).toEqual(["0.0", "30.0", "> 2", "> 14"]);
    expect(paybackOrder(null)).toBeNull();
  });
});

describe("the table", () => {
  const columns = economicsColumns([...RESULT.groups, RESULT.total], en);
  const payback = columns.find(({ id }) => id === "payback");

  test("reads from what counts most", () => {
    expect(columns.slice(0, 6).map(({ id }) => id)).toEqual([
      "payback",
      "cost",
      "ratio",
      "newLenders",
      "projected",
      "observedRatio",
    ]);
    expect(columns.map(({ text }) => text(REFERRAL))).toEqual([
      "3.1",
      "¥200",
      "3.60× e",
      "100",
      "¥720 e",
      "1.80×",
      "20.0%",
      "¥50",
      "¥190",
      "—",
      "—",
      "¥100.0K",
      "33.3%",
      "¥20.0K",
      "¥100.00",
      "50.0%",
    ]);
  });

  test("says nothing of what needs a file or a spread that is not there", () => {
    const [bare] = BARE.groups;
    const shown = Object.fromEntries(columns.map(({ id, text }) => [id, bare && text(bare)]));
    for (const id of ["cost", "projected", "ratio", "observedRatio", "payback", "m1", "m12", "spend"]) {
      expect(shown[id]).toBe("—");
    }
    expect(shown).toMatchObject({ newLenders: "140", held90: "20.0%", subsidies: "¥140.00", topTen: "50.0%" });
  });

  test("sorts by payback with the small groups last, whichever way", () => {
    const names = (descending: boolean) =>
      sortedRows(RESULT.groups, { column: payback, descending, isSmall }).map(({ name }) => name);
    expect(names(false)).toEqual(["referral", "search", ""]);
    expect(names(true)).toEqual(["search", "referral", ""]);
    expect(sortedRows(RESULT.groups, { column: undefined, descending: true, isSmall })).toEqual(RESULT.groups);
  });

  test("keeps what has no figure behind in either order", () => {
    const rows = [{ ...SEARCH, payback: null }, REFERRAL];
    for (const descending of [true, false]) {
      expect(sortedRows(rows, { column: payback, descending, isSmall })[0]).toBe(REFERRAL);
    }
  });

  test("begins a click with the good end", () => {
    expect(payback && sortAfter(payback, null)).toEqual({ by: "payback", descending: false });
    expect(columns[3] && sortAfter(columns[3], null)).toEqual({ by: "newLenders", descending: true });
    expect(payback && sortAfter(payback, { by: "payback", descending: false }).descending).toBe(true);
  });

  test("goes to a file with plain figures", () => {
    const text = { caption: "x", rowHeader: "Channel", nameOf: () => "=search" };
    const csv = toCsv(figureTableModel(text, columns.slice(0, 6), [SEARCH])).split("\r\n")[1];
    expect(csv).toBe(`"'=search",">3",900.00,${420 / 900},140,420.00,${210 / 900}`);
  });

  test("goes to a file under the headers of the screen, in yuan to the fen", () => {
    const text = { caption: "x", rowHeader: "Channel", nameOf: () => "search" };
    const odd = { ...SEARCH, spend: 131_402, newLenderSubsidies: 1, acquisitionCost: 900.4 };
    const [head = "", line = ""] = toCsv(figureTableModel(text, columns, [odd]))
      .slice(1)
      .split("\r\n");
    const headers = head.slice(1, -1).split('","');
    const cells = line.replaceAll('"', "").split(",");
    const read = ["Channel", "New lenders", "Spend (CNY)", "New-lender subsidies (CNY)", "CAC (CNY)"].map(
      (header) => cells[headers.indexOf(header)],
    );
    expect(read).toEqual(["search", "140", "1314.02", "0.01", "9.00"]);
    expect(headers).toContain("Share of volume to date");
  });

  test("keeps small amounts of a column readable", () => {
    const scale = perLenderScale([1_470, 6_610_000], en.format);
    expect(en.format.money(1_470, { scale })).toBe("¥15");
    expect(columnScale([3_800, 4_788_600], en.format)).toBeUndefined();
    expect(en.format.money(2_000_000, { scale: columnScale([2_000_000, 4_788_600], en.format) })).toBe("¥20.0K");
  });
});

describe("the funnel", () => {
  test("counts those registered from the step that is known, and not where none is", () => {
    expect(registeredOf(REFERRAL)).toBe(200);
    const later = REFERRAL.funnel.slice(1);
    expect(registeredOf({ funnel: later })).toBe(200);
    expect(registeredOf({ funnel: [{ step: "registered", share: null }] })).toBeNull();
  });

  test("shows each share over its interval, and nobody as nothing", () => {
    const columns = funnelColumns(en);
    const first = columns.find(({ id }) => id === "firstLend");
    const last = columns.find(({ id }) => id === "held180");
    expect(first?.text(REFERRAL)).toBe("50.0%");
    expect(first?.below?.(REFERRAL)).toBe("25.0% – 37.5%");
    expect(first?.exact?.(REFERRAL)).toBe("100 of 200");
    expect([last?.text(REFERRAL), last?.below?.(REFERRAL), last?.bar?.(REFERRAL)]).toEqual(["—", null, null]);
  });
});

describe("the sentence", () => {
  test("names what pays back first, what does not, and the hunters' campaign", () => {
    const said = findingsSentence(findings(RESULT, HUNTERS), "channel", en);
    expect(said).toBe(
      "referral pays back first: 3.1 months after the start of the month of the first lend, at a CAC of ¥200.00. " +
        "Not paid back yet: search. " +
        "The campaign FEED-JUN24 brought bonus hunters: 80.0% of its 100 new lenders. " +
        "They cost ¥40.0K; LTV ÷ CAC of the campaign is 0.07× with them and 0.31× without.",
    );
  });

  test("never names a small group, and no campaign that is like all others", () => {
    const { paid, unpaid } = findings({ ...RESULT, groups: [NAMELESS, SEARCH] }, null);
    expect([paid, unpaid]).toEqual([[], [SEARCH]]);
    const even = { ...HUNTERS, groups: HUNTERS.groups.filter(({ name }) => name !== "FEED-JUN24") };
    expect(findings(RESULT, even).hunted).toBeNull();
    expect(findingsSentence(findings({ ...RESULT, groups: [SEARCH] }, null), "channel", en)).toBe(
      "Nothing has paid back yet.",
    );
  });

  test("lists a few that follow and counts many", () => {
    const paid = [4, 5, 6, 7, 8, 9].map((months) =>
      group(`ch${months}`, {
        lenders: 50,
        cost: 20_000,
        payback: { months, observedMonths: 12 },
        values: [1],
      }),
    );
    expect(findingsSentence(findings({ ...RESULT, groups: paid.slice(0, 3) }, null), "channel", en)).toContain(
      "It is followed by ch5 after 5.0 and ch6 after 6.0.",
    );
    expect(findingsSentence(findings({ ...RESULT, groups: paid }, null), "channel", en)).toContain(
      "5 more pay back, the last after 9.0 months.",
    );
  });

  test("falls back on who stays when cost is not known, but not for products, whose terms hold by themselves", () => {
    const said = (by: "channel" | "product", groups: readonly AcquisitionGroup[]) =>
      findingsSentence(findings({ ...BARE, groups }, null), by, en);
    const staying = (name: string, value: number, [low, high]: readonly [number, number]): AcquisitionGroup => ({
      ...SEARCH,
      ...{ name, acquisitionCost: null, payback: null },
      held90: { count: value * 1_000, of: 1_000, value, interval: { low, high } },
    });
    const branch = staying("branch", 0.695, [0.68, 0.71]);
    const referral = staying("referral", 0.691, [0.67, 0.7]);
    const web = staying("web", 0.5, [0.48, 0.52]);
    expect(said("channel", [web, branch])).toBe("Lenders of branch stay best: 69.5% hold a balance after 90 days.");
    expect(said("channel", [web, referral, branch])).toBe(
      "Lenders of branch and referral stay best: 69.5% and 69.1% hold a balance after 90 days, too close to tell apart.",
    );
    expect(said("channel", [branch, referral])).toBe(
      "The groups cannot be told apart by who holds a balance after 90 days: their intervals overlap.",
    );
    const alike = ["a", "b", "c", "d", "e"].map((name) => staying(name, 0.69, [0.67, 0.7]));
    expect(said("channel", [web, ...alike])).toContain("5 groups stay best, too close to tell apart");
    expect(said("channel", [branch])).toBe("");
    expect(said("product", [web, branch])).toBe("");
  });

  test("says of no group that it pays back whose cost is nothing or not known", () => {
    const free = { ...REFERRAL, name: "free", acquisitionCost: 0, payback: { months: 0, observedMonths: 4 } };
    const unknown = { ...REFERRAL, name: "unknown", acquisitionCost: null, payback: null };
    const { paid, unpaid } = findings({ ...RESULT, groups: [free, unknown, REFERRAL, SEARCH] }, null);
    expect([paid, unpaid]).toEqual([[REFERRAL], [SEARCH]]);
    const unreached = { ...free, payback: { months: null, observedMonths: 4 } };
    expect(findingsSentence(findings({ ...RESULT, groups: [unreached, unknown] }, null), "month", en)).not.toContain(
      "paid back",
    );
  });

  test("speaks Chinese", () => {
    const said = findingsSentence(findings(RESULT, HUNTERS), "channel", zh);
    expect(said).toContain("“referral”最先回本：自首投当月月初起 3.1 个月");
    expect(said).toContain("活动 FEED-JUN24 引来羊毛党：100 位新出借人中占 80.0%。");
  });
});

test("quarters that took as long are said once", () => {
  const said = (p25: number | null, p50: number | null, p75: number | null, spoken = en) =>
    quartersText({ p25, p50, p75 }, spoken);
  expect(said(0, 0, 3)).toBe("half on the same day, three quarters within 3 days");
  expect(said(0, 0, 3, zh)).toBe("一半在当天，四分之三在 3 天内");
  expect(said(1, 4, 4)).toBe("a quarter within 1 day, three quarters within 4 days");
  expect(said(0, 0, 0)).toBe("three quarters on the same day");
  expect(said(null, null, null)).toBe("—");
});

test("groups have the names that people read", () => {
  expect(groupLabel(null, "channel", en)).toBe("All");
  expect(groupLabel("", "campaign", en)).toBe("(no campaign)");
  expect(groupLabel("2026-09", "month", en)).toBe("Sep 2026");
  expect(groupLabel("offline", "kind", zh)).toBe("线下");
  expect(groupLabel("offline", "channel", zh)).toBe("offline");
});

test("hunters are shown with what is left without them", () => {
  const [, feed] = HUNTERS.groups;
  const shown = hunterColumns([...HUNTERS.groups, HUNTERS.total], en).map(({ text }) => feed && text(feed));
  expect(shown).toEqual(["80.0%", "80", "100", "¥40.0K", "¥10.2K", "0.07×", "0.31×", "¥35.00", "¥12.00", "¥138.00"]);
});

test("an axis ends on a round step that no figure passes", () => {
  for (const value of [0.3, 1, 5_796, 8_471, 99_999, 100_000]) {
    const { max, interval } = axisSteps(value);
    expect(max).toBeGreaterThanOrEqual(value);
    expect(Math.round(max / interval)).toBeLessThanOrEqual(5);
    expect(max - interval).toBeLessThan(value);
  }
  expect(axisSteps(0)).toEqual({ max: 1, interval: 1 });
});
