import { assert, maxSafeInteger, property } from "fast-check";
import { describe, expect, test } from "vitest";

import { dayOf } from "#src/domain/calendar.ts";
import { createFormat, isoBucket, yuanText } from "#src/ui/format.ts";

const en = createFormat({ language: "en" });
const zh = createFormat({ language: "zh" });
const yuan = (value: number) => value * 100;
const nov20 = dayOf(2026, 11, 20);

describe("money", () => {
  test("takes the unit of its own size", () => {
    expect(en.money(71_607_211_035)).toBe("¥716.07M");
    expect(zh.money(71_607_211_035)).toBe("¥7.16亿");
    expect(zh.money(yuan(12_345))).toBe("¥1.23万");
    expect(zh.money(yuan(92_719_000))).toBe("¥9271.9万");
    expect(en.money(yuan(8432))).toBe("¥8,432");
    expect(en.money(9650)).toBe("¥96.50");
    expect(en.money(0)).toBe("¥0");
  });

  test("reaches the next unit by rounding, so that there is no ¥1,000.0K", () => {
    expect(en.money(yuan(995_000))).toBe("¥995.0K");
    expect(en.money(yuan(999_951))).toBe("¥1.00M");
    expect(zh.money(yuan(99_999_999.9))).toBe("¥1.00亿");
    expect(en.money(yuan(9_999))).toBe("¥9,999");
  });

  test("siblings share the unit of the largest", () => {
    const scale = zh.scaleFor(yuan(450_000_000));
    expect([yuan(92_719_000), yuan(450_000_000)].map((fen) => zh.money(fen, { scale }))).toEqual([
      "¥0.93亿",
      "¥4.50亿",
    ]);
    expect(zh.scaleFor(yuan(-450_000_000))).toEqual(scale);
  });

  test("has a true minus before the currency, and a plus when asked", () => {
    expect(en.money(yuan(-4_910_000))).toBe("−¥4.91M");
    expect(en.money(yuan(95_900_000), { sign: true })).toBe("+¥95.90M");
    expect(en.moneyExact(-71_607_211_035, { sign: true })).toBe("−¥716,072,110.35");
  });

  test("does not sign what rounds to zero", () => {
    expect(en.money(-100, { scale: en.scaleFor(yuan(5e6)) })).toBe("¥0.00M");
    expect(en.signedPercent(-0.00001)).toBe("0.0%");
  });

  test("units can be chosen apart from the language", () => {
    expect(createFormat({ language: "en", units: "chinese" }).money(yuan(716_072_110))).toBe("¥7.16亿");
    expect(createFormat({ language: "zh", units: "western" }).money(yuan(716_072_110))).toBe("¥716.07M");
  });

  test("the exact amount and the amount in files keep every fen", () => {
    assert(
      property(maxSafeInteger(), (fen) => {
        const digits = en.moneyExact(fen).replaceAll(/[^\d]/gu, "");
        expect(BigInt(digits)).toBe(BigInt(Math.abs(fen)));
        expect(yuanText(fen)).toMatch(/^-?\d+\.\d{2}$/u);
        expect(BigInt(yuanText(fen).replace(".", ""))).toBe(BigInt(fen));
      }),
    );
  });

  test("axis ticks have no idle decimals", () => {
    const scale = en.scaleFor(yuan(8e8));
    expect([0, yuan(5e8), yuan(7.5e6)].map((fen) => en.axisMoney(fen, scale))).toEqual(["¥0", "¥500M", "¥7.5M"]);
  });
});

test("no answer is a dash", () => {
  const figures = [
    en.money(null),
    en.moneyExact(null),
    en.count(null),
    en.percent(null),
    en.ratioX(null),
    en.day(null),
  ];
  expect(new Set([...figures, en.percent(Number.NaN), en.number(Number.POSITIVE_INFINITY)])).toEqual(new Set(["—"]));
});

test("counts, ratios, sizes", () => {
  expect(en.count(48_211)).toBe("48,211");
  expect(zh.compactCount(12_345)).toBe("1.2万");
  expect(en.percent(0.1554)).toBe("15.5%");
  expect(en.percent(0.5, 0)).toBe("50%");
  expect(en.signedPercent(0.132)).toBe("+13.2%");
  expect(en.points(-0.012)).toBe("−1.2 pp");
  expect(zh.points(0.012)).toBe("+1.2 个百分点");
  expect(en.ratioX(1.4)).toBe("1.40×");
  expect(en.ratioX(7, 1)).toBe("7.0×");
  expect(en.bytes(17_234_567)).toBe("17.2 MB");
});

test("days stand where they are in every time zone", () => {
  expect(en.day(nov20)).toBe("Nov 20, 2026");
  expect(en.day(nov20, "short")).toBe("Nov 20");
  expect(en.day(nov20, "iso")).toBe("2026-11-20");
  expect(zh.day(nov20)).toBe("2026年11月20日");
  expect(zh.monthShort(nov20)).toBe("26年11月");
  expect(en.month(nov20)).toBe("Nov 2026");
  expect(en.period({ from: dayOf(2026, 8, 23), to: nov20 }).replaceAll(/\s/gu, " ")).toBe("Aug 23 – Nov 20, 2026");
  expect(en.period({ from: nov20, to: nov20 })).toBe("Nov 20, 2026");
  expect(en.instant(1_795_183_402)).toBe("Nov 20, 2026, 14:03:22");
  expect(zh.instant(1_795_183_402)).toBe("2026/11/20 14:03:22");
  expect(en.days(1)).toBe("1 day");
  expect(zh.days(90)).toBe("90 天");
});

test("file names of buckets", () => {
  const week = { from: dayOf(2026, 11, 16), to: dayOf(2026, 11, 22) };
  expect(isoBucket(week, "week")).toBe("2026-11-16/2026-11-22");
  expect(isoBucket({ from: dayOf(2026, 11, 1), to: dayOf(2026, 11, 30) }, "month")).toBe("2026-11");
});
