import { expect, test } from "vitest";

import { monthOf, parseIsoDay } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import { parseAmount } from "#src/view/amountText.ts";
import { noteFile, targetFile, type TargetEntry } from "#src/features/targets/entryFile.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";

const day = (text: string) => parseIsoDay(text) ?? epochDay(0);
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 6, minute));

test.each([
  ["74,000,000", 7_400_000_000],
  ["7400万", 7_400_000_000],
  ["1.5亿", 15_000_000_000],
  [" ¥ 74.5M ", 7_450_000_000],
  ["0.01", 1],
  ["1.000", 100],
  ["-200", -20_000],
  ["0.29", 29],
  ["1.00001万", 1_000_010],
])("an amount of yuan is read exactly: %s", (text, fen) => {
  expect(parseAmount(text, 2)).toBe(fen);
});

test.each(["", "1.005", "1e5", "12,3.4.5", "1.0000001万", "many", "99999999999999999"])(
  "what is no amount of yuan is not guessed at: %s",
  (text) => {
    expect(parseAmount(text, 2)).toBeNull();
  },
);

test("lenders are whole", () => {
  expect(parseAmount("220", 0)).toBe(220);
  expect(parseAmount("1.2k", 0)).toBe(1200);
  expect(parseAmount("220.5", 0)).toBeNull();
});

async function engineWith(...files: readonly File[]) {
  const engine = await openEngine();
  const outcomes = await engine.methods.importFiles({ files, origin: "own", today: TODAY, nowMs: 0 });
  return { ...engine, outcomes };
}

test("a target entered by hand is an import of one row that the real engine takes as it is", async () => {
  const month = monthOf(day("2026-11-01"));
  const entry: TargetEntry = { month, metricName: "outstanding", unit: "fen", value: 1_234_567, owner: 'Ops, "A"' };
  const lenders: TargetEntry = { month, metricName: "new_lenders", unit: "count", value: 220, owner: "" };
  const { methods, outcomes } = await engineWith(targetFile(entry, at(3)), targetFile(lenders, at(4)));
  expect(outcomes).toMatchObject([
    { type: "imported", record: { dataset: "targets", counts: { read: 1, accepted: 1 } } },
    { type: "imported", record: { dataset: "targets", counts: { read: 1, accepted: 1 } } },
  ]);
  expect((await methods.targets({})).targets).toMatchObject([
    { metric: "outstanding", target: 1_234_567, owner: 'Ops, "A"', month: { from: day("2026-11-01") } },
    { metric: "new_lenders", target: 220, owner: "" },
  ]);
});

test("a value entered again after another stands over it, though the row is the same as the first", async () => {
  const entry = (value: number): TargetEntry => ({
    month: monthOf(day("2026-11-01")),
    metricName: "volume",
    unit: "fen",
    value,
    owner: "",
  });
  const { methods, outcomes } = await engineWith(
    targetFile(entry(100), at(1)),
    targetFile(entry(200), at(2)),
    targetFile(entry(100), at(3)),
  );
  expect(outcomes.map(({ type }) => type)).toEqual(["imported", "imported", "imported"]);
  expect((await methods.targets({})).targets).toMatchObject([{ target: 100, importId: 3 }]);
});

test("a note entered by hand keeps its text to the letter", async () => {
  const text = '活动 "A", 第 1 期; =1+1';
  const note = { day: day("2026-11-01"), endDay: day("2026-11-07"), text, kind: "campaign" };
  const { methods, outcomes } = await engineWith(
    noteFile(note, at(5)),
    noteFile({ ...note, text: "x", endDay: null }, at(6)),
  );
  expect(outcomes).toMatchObject([{ record: { dataset: "annotations" } }, { record: { dataset: "annotations" } }]);
  expect(await methods.annotations({})).toEqual([
    { ...note, importId: 1 },
    { ...note, text: "x", endDay: null, importId: 2 },
  ]);
});

test("files are named for what they hold and when they were made", () => {
  const { name } = noteFile({ day: day("2026-11-01"), endDay: null, text: "x", kind: "" }, new Date(2026, 10, 2, 9, 5));
  expect(name).toBe("notes by hand 2026-11-02 0905.csv");
});
