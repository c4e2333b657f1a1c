import { describe, expect, test } from "vitest";

import { FUND_KINDS } from "#src/domain/leverageRules.ts";
import { partsPerMillion } from "#src/domain/units.ts";
import { besideFund, entryDetails, entryEffect, fundFile, type FundEntry } from "#src/features/leverage/fundEntry.ts";
import { fundStrings } from "#src/features/leverage/fundStrings.ts";
import { countsText, effectText, fundDetail, fundsFile, whyText } from "#src/features/leverage/fundText.ts";
import { toCsv } from "#src/ui/csv.ts";
import { createFormat } from "#src/ui/format.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";

import { DAY, figuresOf, fundOf, FUNDS, RULES, WAN } from "./answers.ts";

const en = { words: fundStrings.en, format: createFormat({ language: "en" }) };
const zh = { words: fundStrings.zh, format: createFormat({ language: "zh" }) };
const SHOWN = { rules: RULES, funds: FUNDS };
const CHOICES = { shareholder: "controlling", mainBusiness: "yes", related: true } as const;
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 6, minute));

function entryOf(change: Partial<FundEntry> = {}): FundEntry {
  return {
    asOf: DAY("2026-06-30"),
    kind: "net_assets",
    amount: 45 * WAN,
    ...entryDetails(change.kind ?? "net_assets", CHOICES),
    note: "",
    ...change,
  };
}

describe("a fund in words", () => {
  test("LV2 LV4 LV5 the rule is told with its share", () => {
    expect(FUNDS.map((fund) => whyText(fund, SHOWN, en))).toEqual([
      "Covers 3% of outstanding",
      "Stands for own funds",
      "As entered",
      "50%: controlling, with the platform as one subsidiary",
      "Dipper does not know this kind: not counted",
    ]);
    const rules = { ...RULES, guaranteeBase: "ten_times_net_assets", haircutPpm: partsPerMillion(325_000) } as const;
    expect(whyText(FUNDS[0]!, { ...SHOWN, rules }, en)).toBe(
      "Covers 3% of outstanding, of no more than ten times its net assets",
    );
    expect(whyText(FUNDS[2]!, { ...SHOWN, rules }, zh)).toBe("录入价值扣除 32.5% 折扣");
  });

  test("LV3 own funds say whether profit goes with them, and that below zero they count for nothing", () => {
    const profit = fundOf({ kind: "last_year_profit", kindName: "last_year_profit", amount: WAN, counts: WAN });
    const both = { rules: RULES, funds: [fundOf(), profit] };
    for (const fund of both.funds) expect(whyText(fund, both, en)).toContain("Net assets and last year's profit");
    const below = fundOf({ amount: -2000 * WAN, counts: 0 });
    expect(whyText(below, both, en)).toBe("Own funds are below zero and count for nothing");
    expect(whyText(below, both, zh)).toBe("自有资金合计为负，不计入");
  });

  test("LV5a what comes to below zero is said to count as nothing, and a loss that others make up for is not", () => {
    const short = fundOf({ kind: "collateral", kindName: "collateral", why: "collateral", amount: -500, counts: 0 });
    expect(whyText(short, SHOWN, en)).toBe("Below zero: counts as nothing");
    expect(whyText(short, SHOWN, zh)).toBe("为负：不计入");
    expect(whyText({ ...short, amount: 300 }, SHOWN, en)).toMatch(/^Funds of this kind come to less than zero/);
    expect(whyText({ ...short, counts: -500 }, SHOWN, en)).toBe("As entered");
    expect(whyText({ ...short, amount: 0 }, SHOWN, en)).toBe("As entered");
    for (const why of ["insured", "main_business", "subsidiary"] as const) {
      expect(whyText({ ...short, why }, SHOWN, en)).toBe("Below zero: counts as nothing");
    }
    expect(whyText({ ...short, why: "financial" }, SHOWN, en)).toBe("0%: financial investor");
    const none = { ...RULES, haircutPpm: partsPerMillion(1_000_000) };
    expect(whyText({ ...short, amount: 300 }, { ...SHOWN, rules: none }, en)).toBe(
      "As entered, less a haircut of 100%",
    );
  });

  test("LV2 a related guarantor counts for nothing unless the rules say so, one without net assets never", () => {
    const related = fundOf({ kind: "guarantee", related: true, why: "related_guarantor", counts: 0 });
    expect(whyText(related, SHOWN, en)).toContain("a guarantee for oneself is none");
    expect(whyText({ ...related, counts: null }, { ...SHOWN, rules: { ...RULES, countsRelated: true } }, en)).toContain(
      "Covers 3%",
    );
    expect(whyText({ ...related, amount: 0 }, SHOWN, en)).toContain("no guarantee");
  });

  test("LV2a a guarantor of which the file does not say that it is related is said to be taken as unrelated", async () => {
    const { methods } = await openEngine();
    const text = "as_of,kind,amount,related\n2026-06-30,guarantee,500000,\n2026-06-30,guarantee,400000,no\n";
    await methods.importFiles({ files: [new File([text], "funds.csv")], origin: "own", today: TODAY, nowMs: 0 });
    const { funds } = await methods.funds({ day: DAY("2026-12-31"), rules: RULES });
    const told = (spoken: typeof en) => funds.map((fund) => whyText(fund, { rules: RULES, funds }, spoken));
    expect(told(en)).toEqual([
      "Covers 3% of outstanding; taken as not related, since the file does not say",
      "Covers 3% of outstanding",
    ]);
    expect(told(zh)).toEqual(["覆盖待收的 3%；文件未说明是否关联，按非关联处理", "覆盖待收的 3%"]);
  });

  test("LV2 guarantors cover outstanding together; any other fund counts for itself", () => {
    expect(countsText(FUNDS[0]!, figuresOf(), en)).toBe("¥30.00M in all");
    expect(countsText(FUNDS[3]!, figuresOf(), en)).toBe("¥30.00M");
    expect(countsText(FUNDS[4]!, figuresOf(), en)).toBe("¥0");
  });

  test("what the file says beside kind and amount is told where it tells something", () => {
    expect(FUNDS.map((fund) => fundDetail(fund, en.words))).toEqual([
      "not related · covers all projects",
      "",
      "",
      "Controlling · platform is a subsidiary",
      "",
    ]);
    expect(fundDetail(fundOf({ kind: "shareholder", relation: "uncle" }), en.words)).toBe("uncle");
  });

  test("the file of funds has what each counts for; one cover of two guarantors is of neither", () => {
    const shown = { funds: FUNDS, figures: figuresOf(), rules: RULES, fileOf: () => "funds.csv" };
    expect(fundsFile(shown, en).rows.map((row) => row[8])).toEqual([3000 * WAN, 4000 * WAN, 3000 * WAN, 3000 * WAN, 0]);
    const two = fundsFile({ ...shown, funds: [FUNDS[0]!, FUNDS[0]!] }, en);
    expect(two.rows.map((row) => row[8])).toEqual([null, null]);
    expect(toCsv(two)).toContain('"Counts for (CNY)"');
  });
});

describe("an entry", () => {
  test("LV6 says what becomes of the funds of its kind", () => {
    const held = [fundOf(), fundOf({ note: "second" }), FUNDS[2]!];
    const effect = (change: Partial<FundEntry>) => effectText(entryEffect(entryOf(change), held), en);
    expect(effect({ kind: "insurance" })).toBe("It is the first of its kind.");
    expect(effect({ asOf: DAY("2026-09-30") })).toContain("the 2 funds of Jun 30, 2026 no longer count.");
    expect(effect({ asOf: DAY("2025-12-31") })).toContain("It holds until Jun 30, 2026");
    expect(effect({})).toContain("takes the place of ¥40.00M");
    expect(effect({ note: "third" })).toBe("It stands beside 2 of its kind of the same day.");
  });

  test("LV6 without a fund that is alone on its day the earlier ones of its kind hold again", () => {
    const fund = fundOf({ asOf: DAY("2026-09-30") });
    const [beside, earlier, other] = [fundOf({ asOf: fund.asOf, note: "second" }), fundOf(), FUNDS[2]!];
    const before = [earlier, other];
    expect(besideFund(fund, { funds: [fund, other], before })).toEqual([other, earlier]);
    expect(besideFund(fund, { funds: [fund, beside, other], before })).toEqual([beside, other]);
    expect(besideFund(fund, { funds: [fund], before: [] })).toEqual([]);
  });

  test("only columns that matter to the kind are filled", () => {
    expect(entryDetails("shareholder", CHOICES)).toEqual({
      relation: "controlling",
      mainBusiness: "yes",
      related: null,
    });
    expect(entryDetails("shareholder", { ...CHOICES, shareholder: "financial" })).toEqual({
      relation: "financial",
      mainBusiness: "",
      related: null,
    });
    expect(entryDetails("guarantee", CHOICES)).toEqual({ relation: "partner", mainBusiness: "", related: true });
    expect(entryDetails("collateral", CHOICES)).toEqual({ relation: "own", mainBusiness: "", related: null });
  });

  test("LV6 is an import of one row that the real engine takes as it is, of every kind", async () => {
    const { methods } = await openEngine();
    const entries = FUND_KINDS.map((kind, index) =>
      entryOf({
        kind,
        amount: kind === "last_year_profit" ? -12_345 : (index + 1) * 101,
        note: `=1+1, "${kind}" 备注`,
      }),
    );
    const files = entries.map((entry, index) => fundFile(entry, at(index)));
    const outcomes = await methods.importFiles({ files, origin: "own", today: TODAY, nowMs: 0 });
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        type: "imported",
        record: { dataset: "funds", counts: { read: 1, accepted: 1, rejected: 0 } },
      });
    }
    const { funds } = await methods.funds({ day: DAY("2026-12-31"), rules: RULES });
    expect(
      funds.map(({ kind, asOf, amount, relation, mainBusiness, related, note }) => ({
        kind,
        asOf,
        amount,
        relation,
        mainBusiness,
        related,
        note,
      })),
    ).toEqual(entries);
  });

  test("LV6 what it says of an entry is what the real engine makes of it", async () => {
    const dated = (text: string, change: Partial<FundEntry> = {}) => entryOf({ asOf: DAY(text), ...change });
    const known = [dated("2026-06-30"), dated("2026-06-30", { note: "second" })];
    const after = async (entry: FundEntry) => {
      const { methods } = await openEngine();
      const files = [...known, entry].map((one, index) => fundFile(one, at(index)));
      await methods.importFiles({ files: files.slice(0, 2), origin: "own", today: TODAY, nowMs: 0 });
      const inForce = async () => (await methods.funds({ day: DAY("2026-12-31"), rules: RULES })).funds;
      const { type } = entryEffect(entry, await inForce());
      await methods.importFiles({ files: files.slice(2), origin: "own", today: TODAY, nowMs: 1 });
      return [type, (await inForce()).map(({ amount }) => amount / WAN).toSorted((a, b) => a - b)];
    };
    const amount = 7 * WAN;
    expect(await after(dated("2026-06-30", { amount }))).toEqual(["replaces", [7, 45]]);
    expect(await after(dated("2026-06-30", { amount, note: "x" }))).toEqual(["beside", [7, 45, 45]]);
    expect(await after(dated("2026-09-30", { amount }))).toEqual(["ends", [7]]);
    expect(await after(dated("2026-03-31", { amount }))).toEqual(["before", [45, 45]]);
  });
});
