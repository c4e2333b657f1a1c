import { expect, test } from "vitest";

import type { FileRefusal } from "#src/domain/imports.ts";
import type { DroppedTable, DropPreview } from "#src/engine/protocol.ts";
import { groupTraits, tableGroups } from "#src/features/review/groups.ts";
import { groupOutcome, lostRejects, rejectedShare, seenIn, unknownTypesIn } from "#src/features/review/outcome.ts";
import { questionsOf } from "#src/features/review/questions.ts";
import {
  columnByPlace,
  keptStatuses,
  missingColumns,
  typeAnswer,
  withColumn,
  withLayout,
  withPart,
  withType,
} from "#src/features/review/readings.ts";
import { choicesOf, firstState, reviewed, type ReviewAction } from "#src/features/review/reviewState.ts";
import { moneyPlaces } from "#src/features/review/signGuess.ts";
import { importable, openCount, questionsIn, statusOf, type Standing } from "#src/features/review/standing.ts";

import { previewOf, readable, SKETCH, table } from "./drops.ts";

const AMBIGUOUS_DATE: FileRefusal = { code: "AMBIGUOUS_DATE", message: "", values: ["03/04/2026"] };
const OTHER = { ...SKETCH, fingerprint: "f2", dataset: undefined };
const EMPTY: Partial<DroppedTable> = { sketch: null, refusal: { code: "EMPTY_FILE", message: "" } };

function standingOf(tables: readonly DroppedTable[], actions: readonly ReviewAction[] = []): Standing {
  const first = firstState({ dropId: 1, tables }, tableGroups(tables));
  return { tables, state: actions.reduce(reviewed, first), seen: seenIn(undefined, false) };
}

function seeing(standing: Standing, preview: DropPreview, isCurrent = true): Standing {
  return { ...standing, seen: seenIn(preview, isCurrent) };
}

const groupAt = ({ state }: Standing, place = 0) => state.groups[place]!;

test("tables with one header are one group; what cannot be read stands alone", () => {
  const tables = [table("a.csv"), table("empty.csv", EMPTY), table("b.csv"), table("other.csv", { sketch: OTHER })];
  expect(tableGroups(tables).map((group) => group.tables)).toEqual([[0, 2], [1], [3]]);
  const utf8 = { ...SKETCH, encoding: "utf-8" } as const;
  const [mixed] = tableGroups([table("a.csv"), table("b.csv", { sketch: utf8 })]);
  expect(groupTraits(mixed!, [table("a.csv"), table("b.csv", { sketch: utf8 })])).toMatchObject({
    encodings: ["gb18030", "utf-8"],
    delimiters: [","],
    sizeBytes: 2000,
  });
});

test("what is recognised is taken at once, the rest waits for the reader", () => {
  const tables = [
    table("a.csv"),
    table("empty.csv", EMPTY),
    table("b.xlsx › Hidden", { isSuggested: false }),
    table("other.csv", { sketch: OTHER }),
  ];
  expect(choicesOf(standingOf(tables).state)).toEqual([{ table: 0, reading: null, mode: null }]);
});

test("a drop in which nothing is recognised is asked about", () => {
  const tables = [table("other.csv", { sketch: OTHER }), table("empty.csv", EMPTY)];
  const standing = standingOf(tables);
  expect([...standing.state.taken]).toEqual([0]);
  expect(openCount(standing)).toBe(1);
  expect(statusOf(0, groupAt(standing), standing)).toBe("question");
  expect(statusOf(1, groupAt(standing, 1), standing)).toBe("refused");
});

test("refusals that an answer can lift are questions, all others are not", () => {
  expect(questionsOf(AMBIGUOUS_DATE)).toEqual([{ type: "date", examples: ["03/04/2026"] }]);
  expect(questionsOf({ code: "AMBIGUOUS_NUMBER", message: "" })).toEqual([{ type: "number", examples: [] }]);
  expect(questionsOf({ code: "AMBIGUOUS_COLUMN", message: "", column: "amount", values: ["金额", "本金"] })).toEqual([
    { type: "column", column: "amount", isMissing: false, headers: ["金额", "本金"] },
  ]);
  const nearest = [
    { column: "user_id", headers: ["客户"] },
    { column: "amount", headers: [] },
  ] as const;
  expect(questionsOf({ code: "MISSING_COLUMN", message: "", column: "user_id", nearest })).toEqual([
    { type: "column", column: "user_id", isMissing: true, headers: ["客户"] },
    { type: "column", column: "amount", isMissing: true, headers: [] },
  ]);
  expect(questionsOf({ code: "CORRUPT_ARCHIVE", message: "" })).toEqual([]);
});

test("a header and a column belong to no other", () => {
  const moved = withColumn({}, SKETCH, { place: 5, column: "amount" });
  expect(moved.columns).toEqual({ txn_id: 0, user_id: 1, occurred_at: 2, type: 3, amount: 5 });
  const again = withColumn(moved, SKETCH, { place: 5, column: "product" });
  expect(columnByPlace(SKETCH, again)).toEqual(["txn_id", "user_id", "occurred_at", "type", null, "product"]);
  expect(missingColumns("transactions", SKETCH, again)).toEqual(["amount"]);
  const none = withColumn(again, SKETCH, { place: 3, column: null });
  expect(missingColumns("transactions", SKETCH, none)).toEqual(["type", "amount"]);
});

test("which columns are missing depends on where the direction is written", () => {
  const reading = withColumn({}, SKETCH, { place: 3, column: null });
  const signed = { ...reading, sign: { shape: "signed", positive: "lend", negative: "exit" } } as const;
  expect(missingColumns("transactions", SKETCH, signed)).toEqual([]);
  const two = { credit: 4, debit: 5, positive: "lend", negative: "exit" } as const;
  const bare = withColumn(reading, SKETCH, { place: 4, column: null });
  expect(missingColumns("transactions", SKETCH, { ...bare, sign: { shape: "credit_debit", ...two } })).toEqual([]);
});

test("another header line takes away what was said of columns; taking back leaves nothing behind", () => {
  const reading = withPart(withColumn({}, SKETCH, { place: 5, column: "product" }), { dateOrder: "day" });
  expect(withLayout(reading, { headerLine: 3 })).toEqual({ headerLine: 3 });
  expect(withPart({ dateOrder: "day" }, { dateOrder: undefined })).toEqual({});
  expect(withType(withType({}, "积分", "ignore"), "积分", null)).toEqual({});
});

test("an answer goes to every table of the group, and to no other", () => {
  const tables = [table("a.csv"), table("l.csv", { sketch: { ...SKETCH, fingerprint: "f3" } }), table("b.csv")];
  const { id } = groupAt(standingOf(tables));
  const [question] = questionsOf(AMBIGUOUS_DATE);
  const { state } = standingOf(tables, [
    { type: "answer", group: id, question: question!, reading: { dateOrder: "day" } },
    { type: "mode", group: id, mode: "replace_days" },
    { type: "name", group: id, name: " 日终 " },
  ]);
  const settled = { reading: { dateOrder: "day" }, mode: "replace_days", mappingName: "日终" };
  expect(choicesOf(state)).toEqual([
    { table: 0, ...settled },
    { table: 1, reading: null, mode: null },
    { table: 2, ...settled },
  ]);
});

test("a question is open until it is answered, and again when the engine still asks", () => {
  const tables = [table("a.csv")];
  const refused = previewOf([{ type: "refused", table: 0, refusal: AMBIGUOUS_DATE }]);
  const before = seeing(standingOf(tables), refused);
  expect(openCount(before)).toBe(1);
  const [asked] = questionsIn(groupAt(before), before);
  const answered = standingOf(tables, [
    { type: "answer", group: groupAt(before).id, question: asked!.question, reading: { dateOrder: "day" } },
  ]);
  const waiting = seeing(answered, refused, false);
  expect(openCount(waiting)).toBe(0);
  expect(statusOf(0, groupAt(waiting), waiting)).toBe("reading");
  expect(questionsIn(groupAt(waiting), waiting)).toMatchObject([{ isOpen: false, question: { type: "date" } }]);
  expect(openCount(seeing(answered, refused))).toBe(1);
});

test("what is known or refused for good is not imported", () => {
  const tables = [table("a.csv"), table("b.csv"), table("c.csv")];
  const standing = seeing(
    standingOf(tables),
    previewOf([
      { type: "known", table: 0, importedAtMs: 1 },
      { type: "refused", table: 1, refusal: { code: "UNCLOSED_QUOTE", message: "" } },
      readable(2),
    ]),
  );
  expect(importable(standing).map((choice) => choice.table)).toEqual([2]);
  expect([0, 1, 2].map((place) => statusOf(place, groupAt(standing), standing))).toEqual(["known", "refused", "ready"]);
});

test("the tables of a group add up, with the first examples of each reason", () => {
  const tables = [table("a.csv"), table("b.csv")];
  const unknownTypes = [{ value: "积分", count: 4 }];
  const preview = previewOf([readable(0, { unknownTypes }), readable(1, { unknownTypes, mode: "replace_days" })]);
  const standing = seeing(standingOf(tables), preview);
  expect(groupOutcome(groupAt(standing), standing.seen)).toMatchObject({
    counts: { read: 200, accepted: 180, duplicate: 6, replaced: 10, rejected: 4, ignored: 0 },
    mode: null,
    rowsByType: [{ type: "lend", rows: 190, amount: 246_912 }],
    rejects: [{ code: "BAD_AMOUNT", count: 4, examples: [{ table: 0 }, { table: 1 }] }],
    unknownTypes: [{ value: "积分", count: 8 }],
  });
});

test("ignored rows do not count among those that are left out", () => {
  const counts = { read: 20, accepted: 9, duplicate: 0, replaced: 0, rejected: 1, ignored: 10 };
  expect(rejectedShare(counts)).toBe(0.1);
  expect(rejectedShare({ ...counts, read: 10, accepted: 0, rejected: 0 })).toBe(0);
});

test("a table of which no row is left still says why, and asks about its types", () => {
  const tables = [table("a.csv"), table("b.csv")];
  const standing = standingOf(tables);
  const lost = (line: number, value: string) =>
    ({ line, code: "UNKNOWN_TYPE", column: "type", value, text: `${line},u1,${value}` }) as const;
  const refusal: FileRefusal = {
    code: "ALL_ROWS_REJECTED",
    message: "",
    rejects: [lost(2, "constructor"), lost(3, "积分"), { ...lost(4, ""), code: "MISSING_USER", column: "user_id" }],
  };
  const known = readable(1, { unknownTypes: [{ value: "积分", count: 4 }] });
  const seen = seenIn(previewOf([{ type: "refused", table: 0, refusal }, known]), true);
  expect(unknownTypesIn(groupAt(standing), seen)).toEqual([
    { value: "积分", count: 5 },
    { value: "constructor", count: 1 },
  ]);
  const { tables: count, rejects } = lostRejects(groupAt(standing), seen);
  expect([count, rejects.map(({ code, count: rows }) => [code, rows])]).toEqual([
    1,
    [
      ["UNKNOWN_TYPE", 2],
      ["MISSING_USER", 1],
    ],
  ]);
});

test("a type that is named like something every object has is without an answer at first", () => {
  expect(["constructor", "toString", "__proto__"].map((value) => typeAnswer({}, value))).toEqual([null, null, null]);
  const answered = withType(withType({}, "constructor", "lend"), "__proto__", "exit");
  expect(["constructor", "toString", "__proto__"].map((value) => typeAnswer(answered, value))).toEqual([
    "lend",
    null,
    "exit",
  ]);
});

test("only statuses of what was done are kept at first", () => {
  const samples = ["成功", "失败", "已 撤销", "In-Progress", "成功", ""].map((status) => [status]);
  expect(keptStatuses({ ...SKETCH, headers: ["状态"], samples }, 0)).toEqual(["成功"]);
});

test("columns of money are told by their headers, else by their numbers; ids and dates are none", () => {
  const sketch = {
    ...SKETCH,
    headers: ["id", "出借人", "日期", "转入", "转出", "余额"],
    columns: { txn_id: 0, user_id: 1, occurred_at: 2 },
    samples: [["1", "2", "20260403", "", "5.00", "¥7"]],
  };
  expect(moneyPlaces(sketch, {})).toEqual({ credit: 3, debit: 4 });
  const named = (headers: readonly string[]) => moneyPlaces({ ...sketch, headers: ["a", "b", "c", ...headers] }, {});
  expect(named(["余额", "money out", "money_in"])).toEqual({ credit: 5, debit: 4 });
  expect(named(["x", "y", "z"])).toEqual({ credit: 3, debit: 4 });
  expect(named(["x", "借方发生额", "贷方发生额"])).toEqual({ credit: 5, debit: 4 });
  const words = { ...sketch, headers: ["a", "b", "c", "x", "y", "z"], samples: [["1", "2", "3", "text", "5", ""]] };
  expect(moneyPlaces(words, {})).toEqual({ credit: 4, debit: 5 });
});

test("what is odd about a table asks to be looked at", () => {
  const total = { line: 9, text: "合计", measure: "rows", stated: 3, found: 2 } as const;
  const statusWith = (change: Parameters<typeof readable>[1]) => {
    const standing = seeing(standingOf([table("a.csv")]), previewOf([readable(0, change)]));
    expect(importable(standing)).toHaveLength(1);
    return statusOf(0, groupAt(standing), standing);
  };
  expect(statusWith({})).toBe("ready");
  expect(statusWith({ controlTotals: [{ ...total, found: 3 }] })).toBe("ready");
  expect(statusWith({ controlTotals: [total] })).toBe("look");
  expect(statusWith({ unknownTypes: [{ value: "积分", count: 1 }] })).toBe("look");
  const counts = { read: 100, accepted: 90, duplicate: 0, replaced: 0, rejected: 10, ignored: 0 };
  expect(statusWith({ counts })).toBe("look");
});
