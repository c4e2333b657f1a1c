import { expect, test } from "vitest";

import { businessDaysSince, isLate } from "#src/app/shell/freshness.ts";
import { dayOf } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";

const friday = dayOf(2026, 11, 20);

test("a weekend makes nothing late", () => {
  expect(isLate(friday, friday)).toBe(false);
  expect(isLate(friday, epochDay(friday + 1))).toBe(false);
  expect(isLate(friday, epochDay(friday + 3))).toBe(false);
});

test("on Tuesday, Monday's export should be in", () => {
  expect(isLate(friday, epochDay(friday + 4))).toBe(true);
});

test("business days are counted one by one", () => {
  for (let days = 0; days < 40; days++) {
    let count = 0;
    for (let day = 1; day <= days; day++) if (![1, 2].includes(day % 7)) count++;
    expect(businessDaysSince(friday, epochDay(friday + days)), `${days} days`).toBe(count);
  }
});
