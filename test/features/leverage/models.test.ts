import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { partsPerMillion } from "#src/domain/units.ts";
import { backingSteps, backingTable } from "#src/features/leverage/buildUpModel.ts";
import { buildUpOption, buildUpTooltip } from "#src/features/leverage/buildUpOption.ts";
import { leverageTiles, leverageText, roomSentence, scalePlace } from "#src/features/leverage/figures.ts";
import { lossTable, lossName, worstSentence } from "#src/features/leverage/lossModel.ts";
import { lossOption, lossTooltip } from "#src/features/leverage/lossOption.ts";
import { changedText, ruleText, RULES as NAMES, shareText } from "#src/features/leverage/ruleFields.ts";
import { ruleStrings } from "#src/features/leverage/ruleStrings.ts";
import { strings } from "#src/features/leverage/strings.ts";
import { trendModel } from "#src/features/leverage/trendModel.ts";
import { trendOption, trendTooltip } from "#src/features/leverage/trendOption.ts";
import { trendTable } from "#src/features/leverage/trendTable.ts";
import { toCsv } from "#src/ui/csv.ts";
import { createFormat } from "#src/ui/format.ts";
import { BASIS } from "#test/features/overview/answers.ts";
import { TOKENS } from "#test/features/overview/tokens.ts";

import { figuresOf, LEVERAGE, NOTHING, pointOf, RULES, WAN } from "./answers.ts";

const en = { words: strings.en, format: createFormat({ language: "en" }) };
const zh = { words: strings.zh, format: createFormat({ language: "zh" }) };
const enRules = { words: ruleStrings.en, format: en.format };

interface Drawn {
  readonly series: readonly {
    readonly id: string;
    readonly data: readonly unknown[];
    readonly markArea?: { readonly data: readonly (readonly [{ name: string; yAxis: number }, { yAxis: number }])[] };
  }[];
  readonly yAxis: { readonly max: number; readonly interval: number };
}

describe("figures", () => {
  test("LV8 without backing it is said in words, in either language", () => {
    expect(leverageText(null, en)).toBe("No backing");
    expect(leverageText(null, zh)).toBe("无偿付资金");
    expect(leverageText(5.376, zh)).toBe("5.38×");
    const now = figuresOf(NOTHING);
    const tiles = leverageTiles({ now, room: null, basis: BASIS }, en).map(({ id, value, note }) => [id, value, note]);
    expect(tiles).toEqual([
      ["withoutPartner", "No backing", "no guarantee or insurance"],
      ["backing", "¥0", "for ¥1.00B outstanding"],
      ["absorbs", "0.0%", "of what lenders are owed"],
      ["roomOutstanding", "—", "without backing there is no band"],
      ["roomBacking", "—", "there is nothing to lose"],
    ]);
    expect(roomSentence(now, null, en)).toContain("come to nothing");
  });

  test("LV7 the room is named with the band that begins and where", () => {
    const now = figuresOf();
    const { room } = LEVERAGE;
    expect(roomSentence(now, room, en)).toBe(
      "High begins at 10×: with ¥1.23B more outstanding, or ¥86.00M less backing.",
    );
    expect(roomSentence(now, room, zh)).toBe("10× 起为偏高：待收再增 ¥12.29亿，或偿付资金减少 ¥8600.0万。");
    const tiles = leverageTiles({ now, room, basis: BASIS }, en);
    expect(tiles.map(({ note }) => note).slice(3)).toEqual(["until high, 10×", "until high, 10×"]);
  });

  test("LV7 a guarantee that keeps up leaves no end to grow, and the last band nothing to come", () => {
    const never = { band: "extreme", at: 50, outstanding: null, backing: 5 * WAN } as const;
    expect(roomSentence(figuresOf(), never, en)).toContain("never leads there");
    const tiles = leverageTiles({ now: figuresOf(), room: never, basis: BASIS }, en);
    expect(tiles.find(({ id }) => id === "roomOutstanding")?.value).toBe("No end");
    expect(roomSentence(figuresOf({}, { band: "extreme" }), null, en)).toBe("This is the last band.");
    const last = leverageTiles({ now: figuresOf({}, { band: "extreme" }), room: null, basis: BASIS }, en);
    expect(last.slice(3).map(({ note }) => note)).toEqual(Array(2).fill("already in the last band"));
    expect(roomSentence(figuresOf({ outstanding: 0 }, { leverage: 0 }), null, en)).toContain("owed nothing");
  });

  test("LV7 every figure names its rule and what it is made of", () => {
    for (const { info } of leverageTiles({ now: figuresOf(), room: LEVERAGE.room, basis: BASIS }, en)) {
      expect(info?.rule).toMatch(/^LV\d/);
      expect(info?.inputs?.length).toBeGreaterThan(0);
      expect(info?.sourceRows).toBe(BASIS.sourceRows);
    }
  });

  test("the scale rises from once to a hundred times, and ends there", () => {
    expect([0, 1, 10, 100, 5000].map(scalePlace)).toEqual([0, 0, 0.5, 1, 1]);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        (a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(scalePlace(low)).toBeLessThanOrEqual(scalePlace(high));
        },
      ),
    );
  });
});

describe("rules", () => {
  test("LV2 a share has as many decimals as it needs", () => {
    expect([30_000, 25_000, 1, 1_000_000, 0].map((ppm) => shareText(ppm, en.format))).toEqual([
      "3%",
      "2.5%",
      "0.0001%",
      "100%",
      "0%",
    ]);
  });

  test("LV3 LV4 what is not as usual is listed with its value; nothing is when all is as usual", () => {
    expect(changedText(RULES, enRules)).toBeUndefined();
    const changed = { ...RULES, own: "max3", financialPpm: partsPerMillion(125_000) } as const;
    expect(changedText(changed, enRules)).toBe("Own funds Largest of three and Financial investor 12.5%");
  });

  test("LV2 LV3 LV4 LV5 every rule has a place, a name, a sentence and a value", () => {
    expect([...NAMES].toSorted()).toEqual(Object.keys(RULES).toSorted());
    for (const name of NAMES) {
      expect(ruleText(name, RULES, enRules)).not.toBe("");
      expect(ruleText(name, RULES, { words: ruleStrings.zh, format: zh.format })).not.toBe("");
    }
  });
});

describe("the build-up", () => {
  test("LV1 each part stands on those before it, and all come to backing", () => {
    const steps = backingSteps(figuresOf());
    expect(steps.map(({ id, before, amount }) => [id, before / WAN, amount / WAN])).toEqual([
      ["guarantee", 0, 3000],
      ["insurance", 3000, 0],
      ["ownFunds", 3000, 4600],
      ["collateral", 7600, 3000],
      ["shareholders", 10_600, 8000],
      ["backing", 0, 18_600],
    ]);
    const { series } = buildUpOption(steps, en, TOKENS) as unknown as Drawn;
    expect(series[0]?.data).toEqual(steps.map(({ before }) => before));
    expect(buildUpTooltip(steps, en, 2)).toMatchObject({
      title: "Own funds",
      rows: [{ name: "Own incl. collateral", value: "¥46,000,000.00" }],
      total: { name: "Together so far", value: "¥76,000,000.00" },
    });
    expect(buildUpTooltip(steps, en, 9)).toBeNull();
  });

  test("the table has shares of backing; without backing there are none", () => {
    expect(backingTable(figuresOf(), en.words).rows[0]).toEqual(["Guarantee", "Partner", 3000 * WAN, 3000 / 18_600]);
    expect(backingTable(figuresOf(NOTHING), en.words).rows.map((row) => row[3])).toEqual(Array(6).fill(null));
    expect(toCsv(backingTable(figuresOf(), en.words))).toContain('"Amount (CNY)"');
  });
});

describe("through time", () => {
  test("LV7 only bands in sight are drawn, and end with the axis", () => {
    const bandsAt = (times: number) => {
      const point = { ...pointOf(0), leverage: times, withoutPartner: times };
      const model = trendModel([point], "day");
      expect(model.top).toBeGreaterThanOrEqual(times);
      expect(model.top / model.step).toBeCloseTo(Math.round(model.top / model.step), 9);
      return model.bands.map(({ band, from, to }) => [band, from, to === model.top ? "top" : to]);
    };
    expect(bandsAt(2)).toEqual([]);
    expect(bandsAt(6.4)).toEqual([["normal", 5, "top"]]);
    expect(bandsAt(12)).toEqual([
      ["normal", 5, 10],
      ["high", 10, "top"],
    ]);
    expect(bandsAt(80)).toEqual([
      ["normal", 5, 10],
      ["high", 10, 50],
      ["extreme", 50, "top"],
    ]);
  });

  test("the axis reaches above any figure in few round steps", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e7, noNaN: true }), (times) => {
        const { top, step } = trendModel([{ ...pointOf(0), leverage: times, withoutPartner: null }], "day");
        expect(top).toBeGreaterThan(times);
        expect(top).toBeLessThan(times * 3);
        expect(Math.round(top / step)).toBeLessThanOrEqual(5);
      }),
    );
  });

  test("LV6 a step is where funds changed, not where outstanding moved the guarantee", () => {
    const points = [
      pointOf(4),
      pointOf(3, { outstanding: 90_000 * WAN, guarantee: 2700 * WAN }),
      pointOf(2, { ownFunds: 5000 * WAN, collateral: 2600 * WAN }),
      pointOf(1, { guarantee: 0, ownFunds: 5000 * WAN, collateral: 2600 * WAN }),
      pointOf(0, { guarantee: 0, ownFunds: 5000 * WAN, collateral: 3000 * WAN }),
    ];
    const model = trendModel(points, "day");
    expect([...model.changes]).toEqual([
      [2, { amount: 0, isGuarantee: false }],
      [3, { amount: 0, isGuarantee: true }],
      [4, { amount: 400 * WAN, isGuarantee: false }],
    ]);
    expect([2, 3, 4].map((index) => trendTooltip(model, en, index)?.note)).toEqual([
      "Funds changed",
      "The guarantee began or ended",
      "Funds other than the guarantee changed by +¥4.00M",
    ]);
    expect(trendTooltip(model, en, 1)?.note).toBeUndefined();
    const { series } = trendOption(model, en, TOKENS) as unknown as Drawn;
    const marks = series.find(({ id }) => id === "changes")?.data;
    expect(marks?.map((mark) => mark !== null)).toEqual([false, false, true, true, true]);
  });

  test("LV1 LV8 both lines are drawn, with a gap and words where there is no backing", () => {
    const model = trendModel([pointOf(1), pointOf(0, NOTHING)], "day");
    const { series, yAxis } = trendOption(model, en, TOKENS) as unknown as Drawn;
    expect(series.map(({ id }) => id)).toEqual(["bands", "withoutPartner", "leverage", "changes"]);
    expect(series[2]?.data).toEqual([100_000 / 18_600, null]);
    expect(series[1]?.data).toEqual([100_000 / 15_600, null]);
    expect(yAxis).toMatchObject({ max: model.top, interval: model.step });
    const areas = series[0]?.markArea?.data.map(([from, to]) => [from.name, from.yAxis, to.yAxis]);
    expect(areas).toEqual([["Normal", 5, model.top]]);
    expect(trendTooltip(model, en, 1)?.rows[0]?.value).toBe("No backing");
    expect(trendTable(model.points, en.words).rows[1]?.slice(1, 4)).toEqual([null, null, "No backing"]);
  });

  test("a file has money with its unit and a column for all that a row has", () => {
    const table = trendTable([pointOf(0)], en.words);
    expect(table.rows[0]).toHaveLength(table.columns.length);
    const csv = toCsv(table);
    expect(csv).toContain('"Outstanding (CNY)"');
    expect(csv).toContain("1000000000.00");
    expect(csv).toContain("2026-11-20");
  });
});

describe("losses", () => {
  const { losses } = LEVERAGE;

  test("LV9 bars stand in the order in which is paid, and come to the loss", () => {
    const { series } = lossOption(losses, en, TOKENS) as unknown as Drawn;
    expect(series.map(({ id }) => id)).toEqual([
      "insurance",
      "guarantee",
      "own",
      "collateral",
      "shareholders",
      "lenders",
    ]);
    for (const [at, { loss }] of losses.entries()) {
      expect(series.reduce((sum, { data }) => sum + Number(data[at]), 0)).toBe(loss);
    }
    expect(lossTooltip(losses, en, 1)?.title).toBe("20% of outstanding");
    expect(lossTooltip(losses, en, 2)).toBeNull();
  });

  test("LV9 what lenders bear of the largest loss is said, in either language", () => {
    expect(worstSentence(losses, en)).toBe("At a loss of 20% lenders bear ¥14.00M.");
    expect(worstSentence(losses, zh)).toBe("损失 20% 时，出借人承担 ¥1400.0万。");
    expect(worstSentence(losses.slice(0, 1), en)).toBe("Even at a loss of 3% lenders lose nothing.");
    expect(worstSentence([], en)).toBeUndefined();
    expect(losses.map((line) => lossName(line, en.format))).toEqual(["3%", "20%"]);
  });

  test("LV9 without backing it is said that lenders bear every loss in full, not the largest alone", () => {
    const bare = losses.map(({ lossPpm, loss }) => ({ ...NOTHING, own: 0, lossPpm, loss, lenders: loss }));
    expect(worstSentence(bare, en)).toBe("Lenders bear every loss in full: ¥30.00M at 3% and ¥200.00M at 20%.");
    expect(worstSentence(bare, zh)).toBe("任何损失都由出借人全额承担：¥3000.0万（损失 3%）和¥2.00亿（损失 20%）。");
    expect(worstSentence(bare.slice(0, 1), en)).toBe("Lenders bear every loss in full: ¥30.00M at 3%.");
    const owedNothing = bare.map((line) => ({ ...line, loss: 0, lenders: 0 }));
    expect(worstSentence(owedNothing, en)).toBe("Even at a loss of 20% lenders lose nothing.");
  });

  test("LV9 the file has a column a payer", () => {
    expect(toCsv(lossTable(losses, en))).toContain('"Lenders bear (CNY)"');
  });
});
