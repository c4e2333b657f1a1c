import type { CustomSeriesOption } from "echarts";
import { describe, expect, test } from "vitest";

import type { Segment } from "#src/domain/segments.ts";
import type { CompareSide } from "#src/engine/protocol.ts";
import { ageCurves, stepsOf } from "#src/features/compare/ageCurves.ts";
import { ageOption, ageTooltip } from "#src/features/compare/ageOption.ts";
import { compareArgs, notUnderstood, sidesToText, textToSides } from "#src/features/compare/compareView.ts";
import { ageTable, valueTable } from "#src/features/compare/curveTables.ts";
import { differenceRows, differenceTable } from "#src/features/compare/differenceRows.ts";
import { apart } from "#src/features/compare/endLabels.ts";
import { figureRows, figureTable } from "#src/features/compare/figureRows.ts";
import { lookingBack, sayings } from "#src/features/compare/sayings.ts";
import { sideNames, type Spoken } from "#src/features/compare/sideLabel.ts";
import { sideRules } from "#src/features/compare/sideLenders.ts";
import { strings } from "#src/features/compare/strings.ts";
import { valueCurves } from "#src/features/compare/valueCurves.ts";
import { axisSpan, valueOption, valueTooltip } from "#src/features/compare/valueOption.ts";
import { pointCount } from "#src/ui/chartPoint.ts";
import { createFormat } from "#src/ui/format.ts";
import { parseSearch, stringifySearch } from "#src/view/search.ts";
import { TOKENS } from "#test/features/overview/tokens.ts";

import { compared, FEED, JUNE, REFERRAL, resultOf, SEARCH, TINY } from "./answers.ts";

const en: Spoken = { words: strings.en, format: createFormat({ language: "en" }) };
const zh: Spoken = { words: strings.zh, format: createFormat({ language: "zh" }) };
const PAIR = [REFERRAL, FEED];
const NAMES = ["referral", "feed"];

describe("the link", () => {
  const odd: readonly CompareSide[] = [
    { type: "channel", name: "a,b:c %&=(none)" },
    { type: "channel", name: "" },
    JUNE,
    { type: "segment", id: "s 1" },
  ];

  test("brings every side back, whatever its name", () => {
    expect(textToSides(sidesToText(odd))).toEqual(odd);
    const { sides } = parseSearch(stringifySearch({ sides: sidesToText(odd) }));
    expect(textToSides(sides)).toEqual(odd);
    expect(textToSides("all,kind:online")).toEqual([{ type: "all" }, { type: "kind", name: "online" }]);
  });

  test("reads as people would write it", () => {
    expect(sidesToText(PAIR.map(({ side }) => side))).toBe("channel:referral,channel:feed");
    expect(sidesToText([JUNE])).toBe("month:2026-06");
    expect(sidesToText([])).toBeUndefined();
  });

  test("leaves away what it does not understand, sides that are there already, and a fifth", () => {
    expect(textToSides("feed,planet:mars,month:2026-13,channel:%E0%A4%A,,channel:feed,channel:feed")).toEqual([
      { type: "channel", name: "feed" },
    ]);
    expect(notUnderstood("feed,planet:mars,month:2026-13,channel:%E0%A4%A,,channel:feed,feed,all")).toEqual([
      "feed",
      "planet:mars",
      "month:2026-13",
      "channel:%E0%A4%A",
    ]);
    expect(notUnderstood(undefined)).toEqual([]);
    expect(textToSides("product:a,product:b,product:c,product:d,product:e")).toHaveLength(4);
    expect(textToSides(undefined)).toEqual([]);
  });

  test("asks with the months and the filter of the screen", () => {
    const days = { firstDay: JUNE.type === "month" ? JUNE.month.from : null, asOf: FAR };
    expect(compareArgs({ afrom: "2026-07", channels: "web" }, days, [JUNE])).toMatchObject({
      sides: [JUNE],
      cohorts: { from: JUNE.type === "month" ? JUNE.month.to + 1 : 0 },
      filter: { channels: ["web"], products: [] },
    });
  });
});

const FAR = resultOf([]).basis.asOf;

describe("names and lenders of sides", () => {
  test("two sides of one name are told apart", () => {
    const sides: CompareSide[] = [
      { type: "channel", name: "feed" },
      { type: "campaign", name: "feed" },
      { type: "kind", name: "online" },
      { type: "product", name: "" },
    ];
    expect(sideNames(sides, [], en)).toEqual(["feed (Channel)", "feed (Campaign)", "Online", "(no product)"]);
    expect(sideNames([JUNE, { type: "segment", id: "gone" }], [], zh)).toEqual(["2026年6月", "（分群已删除）"]);
  });

  test("a side leads to its lenders", () => {
    const where = {
      status: { firstDay: FAR, asOf: FAR },
      segments: [{ id: "s", name: "Two", rules: { occasions: { from: 2, to: null } } }],
    };
    const firstLend = { from: FAR, to: FAR };
    expect(sideRules(FEED.side, null, where)).toEqual({ firstLend, channels: ["feed"] });
    expect(sideRules({ type: "segment", id: "s" }, null, where)).toEqual({
      firstLend,
      occasions: { from: 2, to: null },
    });
    expect(sideRules(JUNE, null, where)).toEqual({ firstLend: JUNE.type === "month" ? JUNE.month : null });
  });
});

describe("curves by age", () => {
  test("are dashed once fewer than three months stand behind them, but for a month alone", () => {
    const [referral] = ageCurves([REFERRAL], "held").curves;
    expect(referral?.solid).toEqual([0.9, 0.8, 0.75, 0.7, null]);
    expect(referral?.thin).toEqual([null, null, null, 0.7, 0.7]);
    const june = { ...REFERRAL, side: JUNE };
    expect(ageCurves([june], "held").curves[0]?.solid).toEqual([0.9, 0.8, 0.75, 0.7, 0.7]);
  });

  test("a step may be a cohort dropping out only where fewer of them stand behind it, and beyond the interval", () => {
    const level = { low: [0.45, 0.45, 0.45], high: [0.55, 0.55, 0.55] };
    const behind = (...cohorts: number[]) => cohorts.map((count) => ({ cohorts: count, count: 1, lenders: 2 }));
    expect(stepsOf({ ...level, values: [0.5, 0.5, 0.7], behind: behind(3, 3, 2) })).toEqual([2]);
    expect(stepsOf({ ...level, values: [0.5, 0.5, 0.39], behind: behind(3, 3, 2) })).toEqual([2]);
    expect(stepsOf({ ...level, values: [0.5, 0.5, 0.7], behind: behind(3, 2, 2) })).toEqual([]);
    expect(stepsOf({ ...level, values: [0.5, 0.5, 0.59], behind: behind(3, 3, 2) })).toEqual([]);
    expect(stepsOf({ ...level, values: [0.5, null, 0.9], behind: behind(3, 2, 1) })).toEqual([]);
  });

  test("share one axis, and a tooltip has each with its interval", () => {
    const model = ageCurves(PAIR, "held");
    expect(pointCount(ageOption(model, NAMES, en)(TOKENS))).toBe(5);
    expect(ageTooltip(model, { age: 2, names: NAMES }, en)).toMatchObject({
      title: "M2",
      rows: [
        { name: "referral", value: expect.stringMatching(/^75\.0% \(70\.\d% – 79\.\d%\)$/) as string, mark: "line" },
        { name: "feed", value: expect.stringMatching(/^20\.0%/) as string },
      ],
    });
    expect(ageTooltip(model, { age: 4, names: NAMES }, en)).toMatchObject({
      rows: [{ mark: "dash" }, { value: "—" }],
      note: strings.en.thinNote,
    });
    expect(ageTooltip(model, { age: 5, names: NAMES }, en)).toBeNull();
  });

  test("stand in the table as they are drawn", () => {
    const table = ageTable(ageCurves(PAIR, "held"), { title: "t", names: NAMES }, en.words);
    expect(table.rows).toHaveLength(5);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    expect(table.rows[4]?.slice(6)).toEqual([null, null, null, null, null]);
  });
});

describe("LTV against CAC", () => {
  const model = valueCurves([REFERRAL, FEED, TINY]);

  test("begins at nothing, and age k is the month after k + 1", () => {
    expect(model.months).toBe(3);
    expect(model.curves[0]?.values).toEqual([0, 10_000, 20_000, 30_000]);
    expect(model.curves[2]?.values).toEqual([]);
  });

  test("draws a CAC line a side, in its colour, and a dot where it is paid back", () => {
    const option = valueOption(model, ["referral", "feed", "tv"], en)(TOKENS);
    const series = option.series as readonly CustomSeriesOption[];
    const lines = series.flatMap((one) => ("markLine" in one ? [one.markLine] : []));
    expect(lines).toMatchObject([
      { data: [{ yAxis: 15_000 }], lineStyle: { color: TOKENS.series.returning } },
      { data: [{ yAxis: 50_000 }], lineStyle: { color: TOKENS.series.exits } },
    ]);
    expect(series.find(({ id }) => id === "payback")?.data).toEqual([[1, 15_000]]);
    expect(option.yAxis).toMatchObject({ min: 0, max: 60_000 });
  });

  test("sets a value against its own cost", () => {
    expect(valueTooltip(model, { month: 3, names: ["referral", "feed", "tv"] }, en)?.rows).toMatchObject([
      { value: "¥300.00 (2.00×)" },
      { value: "¥70.00 (0.14×)" },
      { value: "—" },
    ]);
    expect(valueTooltip(model, { month: 4, names: [] }, en)).toBeNull();
  });

  test("has an axis that ends on round figures, below zero where money is lost", () => {
    expect(axisSpan(0, 54_000)).toEqual({ min: 0, max: 60_000, interval: 20_000 });
    expect(axisSpan(-900, 1500)).toEqual({ min: -1000, max: 1500, interval: 500 });
    expect(axisSpan(0, 0)).toEqual({ min: 0, max: 1, interval: 1 });
  });

  test("stands in the table with the cost beside it", () => {
    const table = valueTable(valueCurves(PAIR), { title: "t", names: NAMES }, en.words);
    expect(table.rows[3]).toEqual([3, 30_000, 15_000, 400, 4, 7000, 50_000, 700, 4]);
    expect(table.columns).toHaveLength(9);
  });
});

test("names at the ends of lines never meet", () => {
  expect(apart([50, 52, 10, 50], 13)).toEqual([50, 76, 10, 63]);
  expect(apart([], 13)).toEqual([]);
});

describe("figures", () => {
  test("a side has nine, and an unpaid one says how long it was watched", () => {
    const rows = figureRows([REFERRAL, FEED, TINY], en);
    const text = (id: string) => rows.find((row) => row.id === id)?.cells.map((cell) => cell.text);
    expect(rows).toHaveLength(9);
    expect(text("payback")).toEqual(["1.5", "> 2", "—"]);
    expect(text("cost")).toEqual(["¥150.00", "¥500.00", "—"]);
    expect(text("held90")).toEqual(["69.0%", "16.0%", "100.0%"]);
    expect(rows.find(({ id }) => id === "held90")?.cells[0]?.below).toBe("64.3% – 73.3%");
  });

  test("a file has a line a side", () => {
    const table = figureTable([REFERRAL, FEED], NAMES, en);
    expect(table.rows.map(([name, , , , cost, , payback]) => [name, cost, payback])).toEqual([
      ["referral", 15_000, 1.5],
      ["feed", 50_000, ">2"],
    ]);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});

describe("differences", () => {
  test("come with their interval and verdict, holding first", () => {
    const rows = differenceRows(resultOf([REFERRAL, FEED, TINY], 3).differences, ["referral", "feed", "tv"], en);
    expect(rows.map(({ id }) => id)).toEqual([
      "held90 0 1",
      "held90 0 2",
      "held90 1 2",
      "secondLend 0 1",
      "secondLend 0 2",
      "secondLend 1 2",
    ]);
    expect(rows[0]).toMatchObject({
      pair: "referral − feed",
      difference: "+53.0 pp",
      interval: "47.5 to 58.0 pp",
      verdict: "Differs",
      shared: "3 lenders on both sides",
    });
    const turned = differenceRows(resultOf([FEED, REFERRAL]).differences, ["feed", "referral"], zh);
    expect(turned[0]?.interval).toBe("−58.0 至 −47.5 个百分点");
    expect(rows[1]?.verdict).toBe("Too few lenders");
    expect(rows[3]).toMatchObject({ difference: "0.0 pp", verdict: "May be chance" });
  });

  test("are in the file with both ends", () => {
    const [row] = differenceTable(resultOf(PAIR).differences, NAMES, en).rows;
    expect(row?.[2]).toBeCloseTo(0.53);
    expect(row?.slice(3, 5).every((end) => typeof end === "number")).toBe(true);
  });
});

describe("what the data says", () => {
  test("names who keeps more, by how much, what it is not, and how far it reaches", () => {
    expect(sayings(resultOf(PAIR), NAMES, en)).toBe(
      "Of referral’s lenders 69% still hold after 90 days, of feed’s 16%: 53 points more (47 to 58). " +
        "referral pays back after 1.5 months; feed has not yet paid back after 2 months. " +
        "This is a difference between lenders who chose these channels, not an effect of the channel. " +
        "Too few months to say anything beyond month 3.",
    );
  });

  test("turns the pair round when the second keeps more, and passes over those between", () => {
    const said = sayings(resultOf([FEED, SEARCH, REFERRAL]), ["feed", "search", "referral"], en);
    expect(said).toContain(
      "Of referral’s lenders 69% still hold after 90 days, of feed’s 16%: 53 points more (47 to 58)",
    );
    expect(said).toContain("The other sides lie between them.");
    expect(said).toContain("beyond month 1.");
  });

  test("says that a small difference may be chance", () => {
    const near = compared(
      { type: "campaign", name: "SPRING" },
      { lenders: 400, held90: 270, held: [0.9], values: [], cost: null, payback: null },
    );
    const said = sayings(resultOf([REFERRAL, near]), ["referral", "SPRING"], en);
    expect(said).toContain("the 1 point between them may be chance (−5 to 8)");
    expect(said).toContain("not an effect of what sets them apart");
  });

  test("says nothing of too few lenders, and tells of shared ones", () => {
    const said = sayings(resultOf([REFERRAL, TINY], 4), ["referral", "tv"], en);
    expect(said).toContain("Too few lenders began 90 days ago");
    expect(said).toContain("Some lenders are on more than one side");
    expect(said).not.toContain("Of referral’s");
  });

  test("SG1 warns of sides whose rules use what is known only today", () => {
    const segments: Segment[] = [
      { id: "kept", name: "Kept", rules: { balance: { from: 1, to: null } } },
      { id: "came", name: "Came", rules: { channels: ["feed"] } },
    ];
    const sides = segments.map(({ id }) => ({ ...FEED, side: { type: "segment", id } as const }));
    expect(lookingBack(sides, { names: ["Kept", "Came"], segments }, en)).toBe(
      "The rules of Kept use what is known only today: these lenders were chosen by how things turned out, so staying is partly built in.",
    );
    expect(lookingBack(sides.slice(1), { names: ["Came"], segments }, en)).toBeNull();
    expect(lookingBack(sides, { names: ["Kept", "Came"], segments: [] }, en)).toBeNull();
    expect(lookingBack(sides, { names: ["留", "来"], segments }, zh)).toContain("留的规则");
  });

  test("speaks Chinese", () => {
    expect(sayings(resultOf(PAIR), NAMES, zh)).toContain("相差 53 个百分点（47 至 58）");
  });
});
