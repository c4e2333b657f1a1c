import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ageColumns } from "#src/metrics/retention/ageColumns.ts";
import type { RetainedInput } from "#src/metrics/retention/retainedCounts.ts";
import { meanCurve, retentionTable, type RetentionQuery } from "#src/metrics/retention/retention.ts";

interface Member {
  readonly cohort: number;
  readonly group: number;
  readonly kept: boolean;
  /** Ages with activity. */
  readonly ages: readonly number[];
}

const WORDS = 2;

function inputOf(members: readonly Member[], observed: ReadonlyMap<number, number>, isSplit = false): RetainedInput {
  const bits = new Uint32Array(members.length * WORDS);
  members.forEach(({ ages }, lender) => {
    for (const age of ages) bits[lender * WORDS + Math.floor(age / 32)]! |= 1 << (age % 32);
  });
  return {
    bits,
    words: WORDS,
    cohort: Int32Array.from(members, ({ cohort }) => cohort),
    group: isSplit ? Uint16Array.from(members, ({ group }) => group) : undefined,
    kept: Uint8Array.from(members, ({ kept }) => (kept ? 1 : 0)),
    observed,
  };
}

const ON: RetentionQuery = { mode: "on", brackets: [], mean: "weighted", hidden: new Set() };
const member = (cohort: number, ...ages: readonly number[]): Member => ({ cohort, group: 0, kept: true, ages });
const counts = (input: RetainedInput, query: Partial<RetentionQuery> = {}) =>
  retentionTable(input, { ...ON, ...query }).groups[0]?.rows.map(({ cells }) => cells.map(({ count }) => count));

const THREE = inputOf(
  [member(10, 0, 1, 3), member(10, 0), member(11, 0, 2)],
  new Map([
    [10, 4],
    [11, 3],
  ]),
);

describe("RT5 a lender is retained", () => {
  test("on an age with activity in it", () => {
    expect(counts(THREE)).toEqual([
      [2, 1, 0, 1],
      [1, 0, 1],
    ]);
  });

  test("on or after an age with activity in it or any later one", () => {
    expect(counts(THREE, { mode: "on_or_after" })).toEqual([
      [2, 1, 1, 1],
      [1, 1, 1],
    ]);
  });

  test("in a bracket with activity in any of its ages; a bracket that is not over has no cell", () => {
    const table = retentionTable(THREE, { ...ON, mode: "brackets", brackets: [0, 1, 3] });
    expect(table.columns).toEqual([
      { from: 0, to: 0 },
      { from: 1, to: 2 },
      { from: 3, to: 3 },
    ]);
    expect(table.groups[0]?.rows.map(({ cells }) => cells.map(({ count }) => count))).toEqual([
      [2, 1, 1],
      [1, 1],
    ]);
  });

  test("by no activity at an age that is not over for the whole cohort", () => {
    const early = inputOf([member(10, 0, 5)], new Map([[10, 3]]));
    expect(counts(early)).toEqual([[1, 0, 0]]);
    expect(counts(early, { mode: "on_or_after" })).toEqual([[1, 0, 0]]);
  });
});

test("RT5 brackets are put in order, begin at 0 and end at the oldest age", () => {
  const brackets = [6, 2, 2, -1, 1.5, 99];
  expect(ageColumns({ mode: "brackets", brackets }, 9)).toEqual([
    { from: 0, to: 1 },
    { from: 2, to: 5 },
    { from: 6, to: 8 },
  ]);
  expect(ageColumns({ mode: "brackets", brackets }, 0)).toEqual([]);
});

describe("RT7 the mean", () => {
  test("a cohort of which nobody does anything stays 0 and counts", () => {
    const idle = inputOf(
      [member(10), member(10), member(11, 0, 1)],
      new Map([
        [10, 2],
        [11, 2],
      ]),
    );
    const [group] = retentionTable(idle, { ...ON, mean: "simple" }).groups;
    expect(group?.rows[0]?.cells.map(({ value }) => value)).toEqual([0, 0]);
    expect(group?.curve.map(({ value, cohorts }) => [value, cohorts])).toEqual([
      [0.5, 2],
      [0.5, 2],
    ]);
  });

  test("an empty cohort is left out", () => {
    const cell = (count: number, of: number) => ({ count, of, value: of === 0 ? null : count / of, interval: null });
    const row = (count: number, of: number) => ({
      cohort: 10,
      size: of,
      isSmall: true,
      isHidden: false,
      cells: [cell(count, of)],
    });
    for (const mean of ["weighted", "simple"] as const)
      expect(meanCurve([row(1, 2), row(0, 0)], mean)[0]).toMatchObject({ value: 0.5, cohorts: 1, lenders: 2 });
    expect(meanCurve([row(0, 0)], "simple")[0]?.value).toBeNull();
  });

  test("a cohort whose lenders are all filtered out is not there", () => {
    const out = { ...member(10, 0), kept: false };
    expect(
      counts(
        inputOf(
          [out, member(11, 0)],
          new Map([
            [10, 9],
            [11, 1],
          ]),
        ),
      ),
    ).toEqual([[1]]);
  });

  test("hidden cohorts keep their row and enter no mean", () => {
    const [group] = retentionTable(THREE, { ...ON, hidden: new Set([10]) }).groups;
    expect(group?.rows.map(({ isHidden }) => isHidden)).toEqual([true, false]);
    expect(group?.curve.map(({ value, cohorts }) => [value, cohorts])).toEqual([
      [1, 1],
      [0, 1],
      [1, 1],
      [null, 0],
    ]);
  });

  test("weighted pools lenders with an interval, simple gives every cohort one voice and has none", () => {
    const [weighted] = retentionTable(THREE, ON).groups;
    const [simple] = retentionTable(THREE, { ...ON, mean: "simple" }).groups;
    expect(weighted?.curve[1]?.value).toBe(1 / 3);
    expect(weighted?.curve[1]?.interval?.low).toBeCloseTo(0.0615, 4);
    expect(simple?.curve[1]).toMatchObject({ value: 0.25, interval: null });
  });
});

const arbitraryMember: fc.Arbitrary<Member> = fc.record({
  cohort: fc.oneof(fc.integer({ min: 100, max: 104 }), fc.constant(-1)),
  group: fc.nat(2),
  kept: fc.boolean(),
  ages: fc.uniqueArray(fc.nat(50), { maxLength: 8 }),
});

const arbitraryQuery = fc.record({
  mode: fc.constantFrom("on" as const, "on_or_after" as const, "brackets" as const),
  brackets: fc.array(fc.nat(45), { maxLength: 4 }),
  mean: fc.constantFrom("weighted" as const, "simple" as const),
  hidden: fc.subarray([100, 101, 102]).map((months) => new Set(months)),
});

/** The same table from the definitions, member by member. */
function counted(members: readonly Member[], query: RetentionQuery, observed: ReadonlyMap<number, number>) {
  const alive = members.filter(({ cohort, kept }) => cohort >= 0 && kept);
  const oldest = Math.max(0, ...alive.map(({ cohort }) => observed.get(cohort)!));
  const columns = ageColumns(query, oldest);
  return [...new Set(alive.map(({ group }) => group))].map((code) => {
    const own = alive.filter(({ group }) => group === code);
    const months = [...new Set(own.map(({ cohort }) => cohort))].toSorted((a, b) => a - b);
    const rows = months.map((month) => {
      const people = own.filter(({ cohort }) => cohort === month);
      const ages = observed.get(month)!;
      const whole = columns.filter(({ to }) => to < ages);
      const shares = whole.map(({ from, to }) => {
        const last = query.mode === "on_or_after" ? ages - 1 : to;
        return people.filter((one) => one.ages.some((age) => age >= from && age <= last)).length;
      });
      return { month, size: people.length, isHidden: query.hidden.has(month), shares };
    });
    const longest = Math.max(...rows.map(({ shares }) => shares.length));
    const curve = Array.from({ length: longest }, (_, column) => {
      const eligible = rows.filter(({ isHidden, shares }) => !isHidden && shares.length > column);
      const weighted = sum(eligible.map(({ shares }) => shares[column]!)) / sum(eligible.map(({ size }) => size));
      const simple = sum(eligible.map(({ shares, size }) => shares[column]! / size)) / eligible.length;
      const value = query.mean === "weighted" ? weighted : simple;
      return { value: eligible.length === 0 ? null : value, cohorts: eligible.length };
    });
    return { code, rows, curve };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const byCode = (a: { readonly code: number }, b: { readonly code: number }) => a.code - b.code;

test("RT5 RT7 equals counting the members one by one", () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryMember, { maxLength: 20 }),
      arbitraryQuery,
      fc.integer({ min: 0, max: 42 }),
      (members, query, oldest) => {
        const observed = new Map(Array.from({ length: 5 }, (_, at) => [100 + at, Math.max(0, oldest - at * 9)]));
        const table = retentionTable(inputOf(members, observed, true), query).groups.map(({ code, rows, curve }) => ({
          code,
          rows: rows.map(({ cohort, size, isHidden, cells }) => ({
            month: cohort,
            size,
            isHidden,
            shares: cells.map(({ count }) => count),
          })),
          curve: curve.map(({ value, cohorts }) => ({ value, cohorts })),
        }));
        expect(table.toSorted(byCode)).toEqual(counted(members, query, observed).toSorted(byCode));
      },
    ),
  );
});
