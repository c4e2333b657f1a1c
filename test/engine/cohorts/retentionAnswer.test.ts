import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addMonths, dayOf, isoDay, monthEnd, monthOf, monthStart, parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_SETTINGS, type TransfersView } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Filter, RetentionArgs } from "#src/engine/protocol.ts";
import { csvOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";

const SAMPLE = readFileSync(new URL("../../vectors/sampleTransactions.csv", import.meta.url), "utf8");
const ALL: Filter = { products: [], channels: [] };
const ON: RetentionArgs = {
  measure: "holding",
  clock: "calendar",
  mode: "on",
  brackets: [],
  mean: "weighted",
  splitBy: "none",
  hidden: [],
  filter: ALL,
};

/** 2024-01-20: the first month is cut, and dates go up to the 31st. */
const FIRST = dayOf(2024, 1, 20);
const SPAN = 170;

const arbitraryRows: fc.Arbitrary<FileRow[]> = fc
  .array(
    fc.record({
      lender: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
      day: fc.nat(SPAN - 1),
      type: fc.constantFrom("lend", "lend", "lend", "exit", "exit", "transfer_in", "opening", "deposit"),
      fen: fc.constantFrom(100, 100, 200, 300),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) =>
    rows.map(({ lender, day, type, fen }, place) => ({
      txnId: `t${place}`,
      lender,
      at: isoDay(epochDay(FIRST + day)),
      type,
      amount: (fen / 100).toFixed(2),
      product: lender < "d" ? "P30" : "P90",
      term: "30",
      channel: "",
    })),
  );

const arbitraryArgs: fc.Arbitrary<RetentionArgs> = fc.record({
  measure: fc.constantFrom("holding" as const, "relend" as const),
  clock: fc.constantFrom("calendar" as const, "rolling" as const),
  mode: fc.constantFrom("on" as const, "on_or_after" as const, "brackets" as const),
  brackets: fc.constantFrom([0, 1, 3], [0, 2]),
  mean: fc.constantFrom("weighted" as const, "simple" as const),
  splitBy: fc.constantFrom("none" as const, "product" as const, "kind" as const),
  hidden: fc.constantFrom([], [dayOf(2024, 2, 1)]),
  filter: fc.constant(ALL),
});

const KIND_OF: Readonly<Record<string, string>> = { a: "online", b: "online", c: "offline", e: "offline" };
const LENDERS_CSV = [
  "user_id,registered_at,channel_kind,campaign",
  ...Object.entries(KIND_OF).map(([id, kind]) => `${id},2024-01-01,${kind},spring`),
  "",
].join("\n");

interface Told {
  readonly rows: readonly FileRow[];
  readonly transfers: TransfersView;
}

const dayIn = (row: FileRow): number => parseIsoDay(row.at)!;

/** The cohorts of one group from the rows: for every lender and age the rows are looked through again. */
function counted({ rows, transfers }: Told, args: RetentionArgs, inGroup: (lender: string) => boolean) {
  const asOf = Math.max(...rows.map(dayIn));
  const own = (lender: string) => rows.filter((row) => row.lender === lender);
  const beginning = (lender: string) => {
    const first = own(lender).filter(({ type }) => ["lend", "transfer_in", "opening"].includes(type));
    const day = Math.min(...first.map(dayIn));
    const isBefore = first.some((row) => row.type === "opening" && dayIn(row) === day);
    return first.length === 0 || isBefore ? undefined : epochDay(day);
  };
  const volume = (type: string) => type === "lend" || (transfers === "gross" && type === "transfer_in");
  const balance = (lender: string, day: number) =>
    own(lender)
      .filter((row) => dayIn(row) <= day && row.type !== "deposit")
      .reduce((sum, { type, amount }) => sum + (type === "exit" ? -1 : 1) * Number(amount), 0);
  const edges = (day: number, age: number): readonly [number, number] =>
    args.clock === "calendar"
      ? [monthStart(monthOf(epochDay(day)) + age), monthEnd(monthOf(epochDay(day)) + age)]
      : [addMonths(epochDay(day), age), addMonths(epochDay(day), age + 1) - 1];
  const isActive = (lender: string, age: number) => {
    const [from, to] = edges(beginning(lender)!, age);
    if (args.measure === "holding") return balance(lender, to) > 0;
    return own(lender).some((row) => volume(row.type) && dayIn(row) >= from && dayIn(row) <= to);
  };
  const lenders = [...new Set(rows.map(({ lender }) => lender))].filter(
    (lender) => beginning(lender) !== undefined && inGroup(lender),
  );
  const cohorts = [...new Set(lenders.map((lender) => monthOf(beginning(lender)!)))].toSorted((a, b) => a - b);
  return cohorts.map((month) => {
    const members = lenders.filter((lender) => monthOf(beginning(lender)!) === month);
    let ages = 0;
    while (edges(monthEnd(month), ages)[1] <= asOf) ages++;
    return {
      from: monthStart(month),
      size: members.length,
      ages,
      countIn: (from: number, to: number) =>
        members.filter((lender) => {
          for (let age = from; age <= to; age++) if (isActive(lender, age)) return true;
          return false;
        }).length,
    };
  });
}

async function engineOf({ rows, transfers }: Told) {
  const { methods, drop } = await openEngine();
  await drop({ "ledger.csv": csvOf(rows), "lenders.csv": LENDERS_CSV });
  await methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, transfers }, today: TODAY });
  return methods;
}

describe("retention by its modes", () => {
  it("RT5 RT6 RT7 equals counting lender by lender from the rows, by both clocks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ rows: arbitraryRows, transfers: fc.constantFrom("net" as const, "gross" as const) }),
        fc.array(arbitraryArgs, { minLength: 4, maxLength: 4 }),
        async (told, asked) => {
          const methods = await engineOf(told);
          for (const args of asked) {
            const { groups, columns } = await methods.retention(args);
            const nameOf = (lender: string) =>
              ({ none: null, product: lender < "d" ? "P30" : "P90", kind: KIND_OF[lender] ?? "" })[
                args.splitBy as "none" | "product" | "kind"
              ];
            for (const group of groups) {
              const expected = counted(told, args, (lender) => nameOf(lender) === group.name);
              const cells = expected.map(({ from, size, ages, countIn }) => ({
                from,
                size,
                isHidden: args.hidden.includes(from),
                counts: columns
                  .filter(({ to }) => to < ages)
                  .map(({ from: first, to }) => countIn(first, args.mode === "on_or_after" ? ages - 1 : to)),
              }));
              expect(
                group.rows.map(({ cohort, size, isHidden, cells: shares }) => ({
                  from: cohort.from,
                  size,
                  isHidden,
                  counts: shares.map(({ count }) => count),
                })),
              ).toEqual(cells);
              expect(group.curve.map(({ value }) => value)).toEqual(meanOf(cells, args.mean));
            }
            const everybody = counted(told, args, () => true).reduce((sum, { size }) => sum + size, 0);
            expect(groups.reduce((sum, { lenders }) => sum + lenders, 0)).toBe(everybody);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it("RT1 RT2 on an age by calendar months are the figures of the cohort table", async () => {
    const { methods, drop } = await openEngine();
    await drop({ "sample.csv": SAMPLE });
    for (const measure of ["holding", "relend"] as const) {
      for (const splitBy of ["none", "channel", "product"] as const) {
        const hidden = [dayOf(2024, 3, 1)];
        const table = await methods.cohorts({ grain: "month", measure, per: "lender", splitBy, filter: ALL, hidden });
        const modes = await methods.retention({ ...ON, measure, splitBy, hidden });
        expect(
          modes.groups.map(({ name, lenders, rows, curve }) => ({
            name,
            lenders,
            rows: rows.map(({ cohort, size, isSmall, cells }) => ({
              cohort,
              size,
              small: isSmall,
              cells: cells.map(({ count, value, interval }) => ({ numerator: count, value, interval })),
            })),
            curve: curve.map(({ value, cohorts, lenders: behind, isThin, interval }) => ({
              value,
              cohorts,
              lenders: behind,
              thin: isThin,
              interval,
            })),
          })),
        ).toEqual(
          table.groups.map(({ name, lenders, rows, curve }) => ({
            name,
            lenders,
            rows: rows.map(({ cohort, size, small, cells }) => ({
              cohort,
              size,
              small,
              cells: cells.map(({ numerator, value, interval }) => ({ numerator, value, interval })),
            })),
            curve: curve.map(({ value, cohorts, lenders: behind, thin, interval }) => ({
              value,
              cohorts,
              lenders: behind,
              thin,
              interval,
            })),
          })),
        );
      }
    }
  });

  it("RT5 on or after an age never rises, and ends where the age itself does", async () => {
    const { methods, drop } = await openEngine();
    await drop({ "sample.csv": SAMPLE });
    const on = await methods.retention({ ...ON, measure: "relend" });
    const after = await methods.retention({ ...ON, measure: "relend", mode: "on_or_after" });
    for (const [place, { cells }] of after.groups[0]!.rows.entries()) {
      const counts = cells.map(({ count }) => count);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      expect(cells.at(-1)).toEqual(on.groups[0]!.rows[place]!.cells.at(-1));
    }
  });

  it("RT9 a cell leads to as many lenders as it counts", async () => {
    const { methods, drop } = await openEngine();
    await drop({ "sample.csv": SAMPLE });
    for (const clock of ["calendar", "rolling"] as const) {
      const { groups } = await methods.retention({ ...ON, clock, mode: "on_or_after" });
      for (const { cohort, cells } of groups[0]!.rows.slice(0, 4)) {
        const ages = { from: 2, to: cells.length - 1 };
        const page = await methods.rows({
          where: { cohort, types: ["lend"], retained: { measure: "holding", clock, ages } },
          sort: { by: "instant", descending: false },
          offset: 0,
          limit: 1,
        });
        expect(page.lenders).toBe(cells[2]!.count);
      }
    }
  });
});

interface CountedRow {
  readonly size: number;
  readonly isHidden: boolean;
  readonly counts: readonly number[];
}

function meanOf(rows: readonly CountedRow[], mean: RetentionArgs["mean"]): (number | null)[] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const longest = Math.max(0, ...rows.map(({ counts }) => counts.length));
  return Array.from({ length: longest }, (_, column) => {
    const seen = rows.filter(({ isHidden, counts }) => !isHidden && counts.length > column);
    if (seen.length === 0) return null;
    if (mean === "simple") return sum(seen.map(({ counts, size }) => counts[column]! / size)) / seen.length;
    return sum(seen.map(({ counts }) => counts[column]!)) / sum(seen.map(({ size }) => size));
  });
}
