import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addMonths, dayOf } from "#src/domain/calendar.ts";
import { LOAN_METHODS } from "#src/domain/loans.ts";
import { epochDay } from "#src/domain/units.ts";
import { fillInstalments, InstalmentBuffer, type LoanTerms } from "#src/metrics/loans/instalments.ts";
import { CourseBuffer, fillCourse, type LoanReport } from "#src/metrics/loans/loanCourse.ts";

import { dumbCourses, type DumbSchedule } from "./dumbCourse.ts";

const RULES = { rounding: "half_up", dayCount: "act_365" } as const;
const DISBURSED_ON = dayOf(2024, 1, 15);

/** 12,000.00 at 12 %, 12 months. */
const LOAN: LoanTerms = {
  principal: 1_200_000,
  ratePpm: 120_000,
  periods: 12,
  method: "equal_principal",
  disbursedOn: DISBURSED_ON,
};
const NOTHING_SAID: LoanReport = {
  repaid: NaN,
  bad: NaN,
  overdueDays: NaN,
  interest: NaN,
  // Six due days have passed.
  snapshotDay: dayOf(2024, 7, 20),
};

function scheduleOf(terms: LoanTerms): InstalmentBuffer {
  const schedule = new InstalmentBuffer();
  fillInstalments(terms, RULES, schedule);
  return schedule;
}

function courseOf(said: Partial<LoanReport>, terms: Partial<LoanTerms> = {}) {
  const course = new CourseBuffer();
  fillCourse({ ...NOTHING_SAID, ...said }, scheduleOf({ ...LOAN, ...terms }), course);
  return listed(course);
}

function listed({ paid, balance, elapsed, repaid, owed, prepaidAt, prepaid, badAt, bad, lastPaid }: CourseBuffer) {
  return {
    elapsed,
    paid: [...paid.subarray(0, elapsed)],
    balance: [...balance.subarray(0, elapsed)],
    repaid,
    owed,
    prepaidAt,
    prepaid,
    badAt,
    bad,
    lastPaid,
  };
}

function plain({ lent, method, count, principal, interest, dueDay }: InstalmentBuffer): DumbSchedule {
  return {
    lent,
    method,
    principal: [...principal.subarray(0, count)],
    interest: [...interest.subarray(0, count)],
    dueDay: [...dueDay.subarray(0, count)],
  };
}

const anyTerms: fc.Arbitrary<LoanTerms> = fc.record({
  principal: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1_000_000_000 })),
  ratePpm: fc.constantFrom(0, 80_000, 120_000, 360_000),
  periods: fc.integer({ min: 1, max: 36 }),
  method: fc.constantFrom(...LOAN_METHODS),
  disbursedOn: fc.integer({ min: 19_000, max: 19_400 }).map(epochDay),
});

/** Reports that fit the loan, reports on the edge of a rule, and reports that contradict it or themselves. */
const anyCase = anyTerms.chain((terms) => {
  const { principal, periods, disbursedOn } = terms;
  const schedule = plain(scheduleOf(terms));
  const sums = (parts: readonly number[]) => parts.map((_, at) => parts.slice(0, at + 1).reduce((a, b) => a + b, 0));
  const amount = (edges: readonly number[]) =>
    fc.oneof(
      fc.constantFrom(NaN, 0, principal, ...edges),
      fc.constantFrom(...edges).chain((edge) => fc.constantFrom(edge + 1, Math.max(0, edge - 1))),
      fc.integer({ min: 0, max: Math.ceil(principal * 1.2) }),
    );
  return fc.record({
    terms: fc.constant(terms),
    report: fc.record({
      repaid: amount(sums(schedule.principal)),
      bad: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(NaN, 0) }, amount(sums(schedule.principal))),
      overdueDays: fc.oneof(fc.constantFrom(NaN, 0), fc.integer({ min: 0, max: 400 })),
      interest: amount(sums(schedule.interest)),
      snapshotDay: fc.oneof(
        fc.integer({ min: disbursedOn, max: addMonths(disbursedOn, periods) + 200 }),
        fc.constantFrom(...schedule.dueDay),
      ),
    }),
  });
});

describe("what became of a loan", () => {
  it("LC1–LC6 equal the rules worked out one by one, whatever was in the buffer before", () => {
    const course = new CourseBuffer();
    fc.assert(
      fc.property(anyCase, ({ terms, report }) => {
        const schedule = scheduleOf(terms);
        fillCourse(report, schedule, course);
        expect(dumbCourses(plain(schedule), report)).toContainEqual(listed(course));
      }),
      { numRuns: 15_000 },
    );
  });

  it("LC6 the balance ends at principal − repaid − bad, never grows and is never below nil", () => {
    const within = (cell: number, most: number): number => (cell > 0 ? Math.min(cell, most) : 0);
    fc.assert(
      fc.property(anyCase, ({ terms, report }) => {
        const { balance, owed, paid, repaid, bad } = courseOf(report, terms);
        const lent = terms.principal;
        expect(repaid).toBe(Number.isNaN(report.repaid) ? repaid : within(report.repaid, lent));
        expect(bad).toBe(within(report.bad, lent - repaid));
        expect(owed).toBe(lent - repaid - bad);
        expect(owed).toBeGreaterThanOrEqual(0);
        const steps = [lent, ...balance];
        expect(balance.every((after, row) => after <= steps[row]! && after >= 0)).toBe(true);
        if (balance.length === 0) return;
        expect(balance.at(-1)).toBe(owed);
        expect(paid.reduce((sum, amount) => sum + amount, 0)).toBe(repaid);
      }),
      { numRuns: 10_000 },
    );
  });

  it("LC1 LC6 a loan paid on schedule has the balances of its schedule, however much the file says of it", () => {
    const days = fc.integer({ min: 0, max: 1300 });
    fc.assert(
      fc.property(anyTerms, days, fc.boolean(), (terms, age, says) => {
        const schedule = scheduleOf(terms);
        const { dueDay, principal, interest } = plain(schedule);
        const snapshotDay = terms.disbursedOn + age;
        const elapsed = dueDay.filter((day) => day <= snapshotDay).length;
        const sum = (parts: readonly number[]) => parts.slice(0, elapsed).reduce((a, b) => a + b, 0);
        const said = says ? { repaid: sum(principal), bad: 0, overdueDays: 0, interest: sum(interest) } : {};
        const course = courseOf({ ...said, snapshotDay }, terms);
        expect(course.balance).toEqual([...schedule.balance.subarray(0, elapsed)]);
        expect(course).toMatchObject({ prepaidAt: 0, prepaid: 0, badAt: 0, bad: 0, repaid: sum(principal) });
      }),
      { numRuns: 2000 },
    );
  });

  it("LC3 LC5 LC6 the worked example: what never came in was due last, so its balances are the schedule's", () => {
    const terms = { principal: 18_800_000_000, ratePpm: 180_000, method: "level" as const };
    const said = { repaid: 18_280_000_000, bad: 520_000_000, interest: 1_600_000_000, snapshotDay: dayOf(2025, 3, 1) };
    const course = courseOf({ ...said, overdueDays: 0 }, terms);
    expect(course.balance).toEqual([...scheduleOf({ ...LOAN, ...terms }).balance.subarray(0, 12)]);
    expect(course).toMatchObject({ owed: 0, prepaidAt: 0, lastPaid: 12, badAt: dayOf(2025, 1, 15) });
  });

  it("LC1 a file that says nothing leaves the schedule as paid", () => {
    expect(courseOf({})).toMatchObject({ elapsed: 6, repaid: 600_000, owed: 600_000, lastPaid: 6 });
    expect(courseOf({ snapshotDay: dayOf(2030, 1, 1) })).toMatchObject({ elapsed: 12, owed: 0, lastPaid: 12 });
  });

  it("LC1 bad principal of a loan that says no more was not repaid", () => {
    const { balance, repaid } = courseOf({ bad: 900_000 });
    expect(repaid).toBe(300_000);
    expect(balance).toEqual([1_100_000, 1_000_000, 900_000, 900_000, 900_000, 0]);
  });

  it("LC2 an overdue loan was paid until the instalment that is missed, and stays there", () => {
    // Due on 15 April, overdue by 96 days on 20 July.
    const balance = [1_100_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000];
    const missed = { overdueDays: 96 };
    expect(courseOf(missed)).toMatchObject({ balance, repaid: 200_000, lastPaid: 2 });
    expect(courseOf({ ...missed, repaid: 200_000 })).toMatchObject({ balance, lastPaid: 2 });
    // A part of the instalment missed came later.
    expect(courseOf({ ...missed, repaid: 230_000 }).paid).toEqual([100_000, 100_000, 30_000, 0, 0, 0]);
  });

  it("LC2 an interest-only loan that is overdue has had interest until then", () => {
    const overdue = courseOf({ repaid: 0, overdueDays: 96 }, { method: "interest_only" });
    expect(overdue).toMatchObject({ lastPaid: 2, owed: 1_200_000 });
    expect(courseOf({ repaid: 0 }, { method: "interest_only" }).lastPaid).toBe(6);
  });

  it("LC2 a loan overdue for longer than it has run has paid nothing, and is bad 90 days after its first due day", () => {
    const course = courseOf({ repaid: 0, bad: 1_200_000, overdueDays: 4000 });
    expect(course).toMatchObject({ lastPaid: 0, owed: 0, badAt: dayOf(2024, 5, 15) });
    expect(course.balance).toEqual([1_200_000, 1_200_000, 1_200_000, 0, 0, 0]);
  });

  it("LC3 a loan behind its schedule paid its first instalments, and the rest with the next", () => {
    expect(courseOf({ repaid: 250_000 })).toMatchObject({
      paid: [100_000, 100_000, 50_000, 0, 0, 0],
      owed: 950_000,
      lastPaid: 3,
    });
  });

  it("LC4 a loan repaid in full ended when its interest did", () => {
    // Interest of the first four months: 12,000 + 11,000 + 10,000 + 9,000 fen.
    const inFull = { repaid: 1_200_000, interest: 42_000 };
    expect(courseOf(inFull)).toMatchObject({ prepaidAt: 4, prepaid: 800_000, lastPaid: 4, owed: 0 });
    expect(courseOf(inFull).balance).toEqual([1_100_000, 1_000_000, 900_000, 0, 0, 0]);
    expect(courseOf({ ...inFull, interest: 42_004 }).prepaidAt).toBe(4);
    expect(courseOf({ ...inFull, interest: 42_005 }).prepaidAt).toBe(5);
    expect(courseOf({ ...inFull, interest: NaN }).prepaidAt).toBe(6);
    expect(courseOf({ ...inFull, interest: 0 }).prepaidAt).toBe(1);
    // Long after the last due day too.
    expect(courseOf({ ...inFull, snapshotDay: dayOf(2026, 1, 1) })).toMatchObject({ prepaidAt: 4, prepaid: 800_000 });
  });

  it("LC4 a loan repaid in part ahead of schedule bears less interest from then on", () => {
    // 300,000 beyond the schedule with the second instalment spares 3,000 in each of four months: 57,000 − 12,000.
    const inPart = { repaid: 900_000, interest: 57_000 - 12_000 };
    expect(courseOf(inPart)).toMatchObject({ prepaidAt: 2, prepaid: 300_000, lastPaid: 6, owed: 300_000 });
    expect(courseOf(inPart).paid).toEqual([100_000, 400_000, 100_000, 100_000, 100_000, 100_000]);
    expect(courseOf({ ...inPart, interest: 57_000 }).prepaidAt).toBe(6);
  });

  it("LC4 a bullet loan repaid early bore interest evenly", () => {
    // 12 % of a leap year's 366 days over 365, a twelfth of it a month.
    const bullet = { method: "bullet" as const };
    expect(courseOf({ repaid: 1_200_000, interest: 36_000 }, bullet)).toMatchObject({
      prepaidAt: 3,
      prepaid: 1_200_000,
    });
    expect(courseOf({ repaid: 0, interest: 36_000 }, bullet)).toMatchObject({ prepaidAt: 0, lastPaid: 6 });
  });

  it("LC5 bad principal leaves 90 days after the instalment missed, at the latest on the last due day", () => {
    expect(courseOf({ repaid: 0, bad: 700_000, overdueDays: 150 }).badAt).toBe(dayOf(2024, 7, 20) - 150 + 90);
    expect(courseOf({ repaid: 0, bad: 700_000, overdueDays: 150 }).balance).toEqual([
      1_200_000, 1_200_000, 1_200_000, 1_200_000, 500_000, 500_000,
    ]);
    expect(courseOf({ repaid: 300_000, bad: 700_000, overdueDays: 60 }).badAt).toBe(dayOf(2024, 7, 15));
    expect(courseOf({ repaid: 300_000, bad: 700_000 }).badAt).toBe(dayOf(2024, 7, 15));
  });

  it("LC6 before the first due day there is no balance, and what is owed is what the file says", () => {
    const young = { snapshotDay: dayOf(2024, 2, 1) };
    expect(courseOf({ ...young, repaid: 150_000, bad: 20_000 })).toEqual({
      elapsed: 0,
      paid: [],
      balance: [],
      repaid: 150_000,
      owed: 1_030_000,
      prepaidAt: 1,
      prepaid: 50_000,
      badAt: dayOf(2024, 2, 1),
      bad: 20_000,
      lastPaid: 0,
    });
    expect(courseOf({ ...young, interest: 5 })).toMatchObject({ owed: 1_200_000, lastPaid: 0, prepaidAt: 0 });
  });

  it("LC6 more repaid or bad than was lent is taken as all there was", () => {
    expect(courseOf({ repaid: 9_999_999, bad: 5 })).toMatchObject({ repaid: 1_200_000, bad: 0, badAt: 0, owed: 0 });
    expect(courseOf({ repaid: 500_000, bad: 900_000 })).toMatchObject({ repaid: 500_000, bad: 700_000, owed: 0 });
  });
});
