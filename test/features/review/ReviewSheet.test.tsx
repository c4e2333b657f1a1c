import { act, fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { DroppedTable, DropPreview, EngineMethods, EngineStatus, TableChoice } from "#src/engine/protocol.ts";
import { ReviewSheet } from "#src/features/review/ReviewSheet.tsx";
import { drawScreen } from "#test/features/overview/screen.tsx";

import { previewOf, readable, SKETCH, table } from "./drops.ts";

interface DrawOptions {
  readonly methods?: Partial<EngineMethods>;
  readonly language?: "en" | "zh";
  readonly status?: Partial<EngineStatus>;
}

interface Drawn {
  readonly previewed: (readonly TableChoice[])[];
  readonly imported: (readonly TableChoice[])[];
  readonly closed: () => number;
}

async function draw(
  tables: readonly DroppedTable[],
  preview: (choices: readonly TableChoice[]) => DropPreview,
  { methods = {}, language = "en", status = {} }: DrawOptions = {},
): Promise<Drawn> {
  const previewed: (readonly TableChoice[])[] = [];
  const imported: (readonly TableChoice[])[] = [];
  let closed = 0;
  await drawScreen(
    <ReviewSheet
      fileCount={tables.length}
      drop={{ dropId: 7, tables }}
      progress={undefined}
      onImport={(choices) => imported.push(choices)}
      onClose={() => closed++}
    />,
    {
      language,
      status,
      methods: {
        previewDrop: async ({ choices }) => {
          previewed.push(choices);
          return preview(choices);
        },
        ...methods,
      },
    },
  );
  return { previewed, imported, closed: () => closed };
}

/** As a pointer does: the press, then the click. */
async function choose(label: string, option: string): Promise<void> {
  fireEvent.click(await screen.findByRole("combobox", { name: label }));
  const item = await screen.findByRole("option", { name: option });
  fireEvent.pointerDown(item, { pointerType: "mouse" });
  fireEvent.click(item);
}

const importButton = () => screen.findByRole("button", { name: /^Import \d+ files?$/ });

test("what is recognised is imported with one press", async () => {
  const { imported } = await draw([table("a.csv"), table("b.csv")], () => previewOf([readable(0), readable(1)]));
  const button = await importButton();
  expect(document.activeElement).toBe(button);
  expect(await screen.findByText("Adds 180 rows, replaces 10, 6 already there, 4 left out")).toBeDefined();
  expect(screen.getByText("Outstanding on Nov 20, 2026 goes from ¥715,200,000.00 to ¥716,100,000.00")).toBeDefined();
  fireEvent.click(button);
  expect(imported).toEqual([
    [
      { table: 0, reading: null, mode: null },
      { table: 1, reading: null, mode: null },
    ],
  ]);
});

describe("what figures change by", () => {
  const change = { ...previewOf([]).change, days: [], lastDay: null };
  const lenders = readable(0, { dataset: "lenders", rowsByType: [] });

  test("a lenders file may change new and returning, but neither volume nor outstanding", async () => {
    await draw([table("lenders.csv")], () => ({ tables: [lenders], change }));
    expect(await screen.findByText(/^Sets channels and first lends: new and returning volume/)).toBeDefined();
    expect(screen.queryByText("No figure of the ledger changes")).toBeNull();
  });

  test("where internal accounts are left out it may change every figure", async () => {
    const status = { settings: { ...DEFAULT_SETTINGS, leavesInternalOut: true } };
    await draw([table("lenders.csv")], () => ({ tables: [lenders], change }), { status });
    expect(await screen.findByText(/so every figure may change$/)).toBeDefined();
  });

  test("beside transactions it is told with what these come to", async () => {
    const both = [readable(0), readable(1, { dataset: "lenders", rowsByType: [] })];
    await draw([table("a.csv"), table("lenders.csv")], () => previewOf(both));
    expect(await screen.findByText(/^Outstanding on Nov 20, 2026 goes from/)).toBeDefined();
    expect(screen.getByText(/^Sets channels and first lends/)).toBeDefined();
  });

  test("spend changes none, and nor does a lenders file whose rows are all there", async () => {
    const counts = { read: 3, accepted: 0, duplicate: 3, replaced: 0, rejected: 0, ignored: 0 };
    const tables = [readable(0, { dataset: "spend", rowsByType: [] }), { ...lenders, table: 1, counts }];
    await draw([table("spend.csv"), table("lenders.csv")], () => ({ tables, change }));
    expect(await screen.findByText("No figure of the ledger changes")).toBeDefined();
  });
});

describe("a file that restates loans", () => {
  const change = { ...previewOf([]).change, days: [], lastDay: null };
  const lostValues = [
    { column: "overdue_days", rows: 1 },
    { column: "bad_principal", rows: 2 },
  ] as const;
  const sketch = { ...SKETCH, dataset: "loans" } as const;
  const counts = { read: 2, accepted: 0, duplicate: 0, replaced: 2, rejected: 0, ignored: 0 };
  const loans = readable(0, { dataset: "loans", rowsByType: [], rejects: [], counts, lostValues });

  test("without their columns is warned of before it is imported, and can be", async () => {
    const { imported } = await draw([table("loans.csv", { sketch })], () => ({ tables: [loans], change }));
    const warning = await screen.findByRole("region", { name: "Values that would be lost" });
    expect(
      within(warning)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual([
      "This file has no column bad_principal; 2 stored loans that it replaces lose their value.",
      "This file has no column overdue_days; 1 stored loan that it replaces loses its value.",
    ]);
    expect(screen.getAllByText("Ready, needs a look")).not.toHaveLength(0);
    fireEvent.click(await importButton());
    expect(imported).toHaveLength(1);
  });

  test("is warned of in Chinese", async () => {
    await draw([table("loans.csv", { sketch })], () => ({ tables: [loans], change }), { language: "zh" });
    expect(await screen.findByText("该文件没有 bad_principal 列，被其替换的 2 笔借款将失去该列的值。")).toBeDefined();
  });

  test("changes the figures of the credit screens, as funds change those of leverage", async () => {
    const funds = readable(1, { dataset: "funds", rowsByType: [], counts });
    await draw([table("loans.csv", { sketch }), table("funds.csv")], () => ({ tables: [loans, funds], change }));
    expect(await screen.findByText(/^Restates the loans: figures of Profitability, Credit quality/)).toBeDefined();
    expect(screen.getByText(/^Restates the funds: figures of Leverage may change/)).toBeDefined();
    expect(screen.queryByText("No figure of the ledger changes")).toBeNull();
  });

  test("with every column is warned of nothing", async () => {
    await draw([table("loans.csv", { sketch })], () => ({ tables: [{ ...loans, lostValues: [] }], change }));
    expect(await screen.findByText(/^Restates the loans/)).toBeDefined();
    expect(screen.queryByRole("region", { name: "Values that would be lost" })).toBeNull();
  });

  test("a row that cannot be taken is told by what its column holds", async () => {
    const example = { line: 2, code: "BAD_TERM", column: "periods", value: "1.5", text: "L1,1.5" } as const;
    const rejects = [{ code: "BAD_TERM", column: "periods", count: 1, examples: [example] }] as const;
    await draw([table("loans.csv", { sketch })], () => ({ tables: [{ ...loans, rejects }], change }));
    expect(await screen.findByText(/^Write periods as the number of months alone/)).toBeDefined();
  });
});

test("an ambiguous date is asked about, and its answer is previewed and imported", async () => {
  const ambiguous = { code: "AMBIGUOUS_DATE", message: "", values: ["03/04/2026", "05/06/2026"] } as const;
  const { previewed, imported } = await draw([table("a.csv")], ([choice]) =>
    previewOf([choice?.reading?.dateOrder ? readable(0) : { type: "refused", table: 0, refusal: ambiguous }]),
  );
  const button = await importButton();
  expect(await screen.findByText("1 question is open")).toBeDefined();
  expect(button.hasAttribute("disabled")).toBe(true);
  expect(screen.getByText(/03\/04\/2026 and 05\/06\/2026/)).toBeDefined();
  fireEvent.click(screen.getByRole("radio", { name: "Day first" }));
  expect(await screen.findByText(/^Adds 90 rows/)).toBeDefined();
  expect(previewed.map(([choice]) => choice?.reading)).toEqual([null, { dateOrder: "day" }]);
  fireEvent.click(button);
  expect(imported).toEqual([[{ table: 0, reading: { dateOrder: "day" }, mode: null }]]);
});

test("a missing column is one of the file's headers", async () => {
  const missing = {
    code: "MISSING_COLUMN",
    message: "",
    column: "amount",
    nearest: [{ column: "amount", headers: ["备注"] }],
  } as const;
  const sketch = { ...SKETCH, columns: { txn_id: 0, user_id: 1, occurred_at: 2, type: 3 } };
  const { previewed } = await draw([table("a.csv", { sketch })], ([choice]) =>
    previewOf([choice?.reading?.columns?.amount === 5 ? readable(0) : { type: "refused", table: 0, refusal: missing }]),
  );
  await choose("Which column is the Amount?", "备注 (a)");
  await screen.findByText(/^Adds 90 rows/);
  expect(previewed.at(-1)?.[0]?.reading?.columns).toEqual({ ...sketch.columns, amount: 5 });
});

test("unknown types stand in no import's way, and an answer is read anew", async () => {
  const unknownTypes = [{ value: "积分", count: 4 }];
  const { previewed } = await draw([table("a.csv")], ([choice]) =>
    previewOf([readable(0, { unknownTypes: choice?.reading?.types ? [] : unknownTypes })]),
  );
  await screen.findByText("1 transaction type is not known");
  expect((await importButton()).hasAttribute("disabled")).toBe(false);
  await choose("What “积分” is", "Ignore: moves no money");
  await expect.poll(() => previewed.at(-1)?.[0]?.reading).toEqual({ types: { 积分: "ignore" } });
  expect(screen.getByRole("combobox", { name: "What “积分” is" }).textContent).toContain("Ignore");
});

test("loans of an unknown repayment method are told of by file, line and value, and stand in no import's way", async () => {
  const warned = (line: number, value: string) => ({
    warnings: [{ code: "UNKNOWN_METHOD" as const, count: 1, examples: [{ line, value }] }],
  });
  await draw([table("a.csv"), table("b.csv")], () =>
    previewOf([readable(0, warned(5, "双周付")), readable(1, warned(9, "weekly"))]),
  );
  const note = (await screen.findByText("The repayment method of a loan is not known")).closest("li");
  expect(note?.textContent).toMatch(/^2/);
  expect(note?.textContent).toMatch(/a\.csv.*5.*“双周付”.*b\.csv.*9.*“weekly”$/);
  expect((await importButton()).hasAttribute("disabled")).toBe(false);
});

test("many rejected rows need a yes", async () => {
  const counts = { read: 100, accepted: 90, duplicate: 0, replaced: 0, rejected: 10, ignored: 0 };
  const { imported } = await draw([table("a.csv")], () => previewOf([readable(0, { counts })]));
  const consent = await screen.findByText("Import the other 90.0% and leave 10 rows out");
  const button = await importButton();
  expect(button.hasAttribute("disabled")).toBe(true);
  fireEvent.click(consent);
  await expect.poll(() => button.hasAttribute("disabled")).toBe(false);
  fireEvent.click(button);
  expect(imported).toHaveLength(1);
});

test("a refused file says what to do, and leaves the others be", async () => {
  const empty = table("empty.csv", { sketch: null, refusal: { code: "EMPTY_FILE", message: "" } });
  const { imported } = await draw([table("a.csv"), empty], () => previewOf([readable(0)]));
  fireEvent.click(await screen.findByRole("button", { name: /^empty\.csv/ }));
  expect(screen.getByText("The file is empty")).toBeDefined();
  expect(screen.getByRole("checkbox", { name: "Import empty.csv" }).getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(screen.getByRole("button", { name: "Import 1 file" }));
  expect(imported).toEqual([[{ table: 0, reading: null, mode: null }]]);
});

test("files that are stored already leave nothing to import", async () => {
  await draw([table("a.csv")], () => previewOf([{ type: "known", table: 0, importedAtMs: 0 }]));
  expect(await screen.findByText("1 file had been imported before")).toBeDefined();
  expect(screen.getByRole("button", { name: "Import 0 files" }).hasAttribute("disabled")).toBe(true);
  expect(screen.getAllByRole("button", { name: "Close" }).length).toBeGreaterThan(0);
  expect(screen.getByText(/^Already imported on .*1970/)).toBeDefined();
});

test("closing asks only where answers would be lost", async () => {
  const drawn = await draw([table("a.csv")], () => previewOf([readable(0)]));
  await screen.findByText(/^Adds 90 rows/);
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(drawn.closed()).toBe(1);
  fireEvent.click(screen.getByRole("radio", { name: "Replace days" }));
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(drawn.closed()).toBe(1);
  const question = await screen.findByRole("dialog", { name: "Close without importing?" });
  await act(async () => fireEvent.click(within(question).getByRole("button", { name: "Close review" })));
  expect(drawn.closed()).toBe(2);
});

test("a preview that fails can be tried again, and stands in no import's way", async () => {
  let calls = 0;
  await draw([table("a.csv")], () => previewOf([readable(0)]), {
    methods: {
      previewDrop: async () => {
        if (calls++ === 0) throw new Error("broken");
        return previewOf([readable(0)]);
      },
    },
  });
  expect(await screen.findByText("The preview stopped. You can still import, or try again.")).toBeDefined();
  expect((await importButton()).hasAttribute("disabled")).toBe(false);
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText(/^Adds 90 rows/)).toBeDefined();
});

test("it speaks Chinese", async () => {
  await draw([table("a.csv")], () => previewOf([readable(0)]), { language: "zh" });
  expect(await screen.findByText("新增 90 行，替换 5 行，3 行已存在，2 行不计入")).toBeDefined();
  expect(screen.getByRole("button", { name: "导入 1 个文件" })).toBeDefined();
});

test("rows taken away are told, and a table with unknown types is to be looked at", async () => {
  const preview = previewOf([readable(0, { unknownTypes: [{ value: "积分", count: 1 }] })]);
  await draw([table("a.csv")], () => ({ ...preview, change: { ...preview.change, rowsRemoved: 1 } }));
  const line = await screen.findByText("Adds 90 rows, takes 1 away, replaces 5, 3 already there, 2 left out");
  expect(line.className).toContain("text-warn");
  expect(screen.getByText("Ready, needs a look").className).toContain("text-warn");
});

test("a missing type leads to where the direction is chosen, and the choice is no id", async () => {
  const refusal = { code: "MISSING_COLUMN", message: "", column: "type" } as const;
  const sketch = {
    ...SKETCH,
    headers: ["用户ID", "日期", "备注", "支出金额", "收入金额"],
    columns: { user_id: 0, occurred_at: 1 },
    samples: [["1", "2026-04-03", "a", "", "1,234.00"]],
  };
  const { previewed } = await draw([table("a.csv", { sketch })], () =>
    previewOf([{ type: "refused", table: 0, refusal }]),
  );
  fireEvent.click(await screen.findByRole("button", { name: "Open Columns" }));
  fireEvent.click(await screen.findByRole("radio", { name: "In two columns" }));
  await expect.poll(() => previewed.at(-1)?.[0]?.reading?.sign).toMatchObject({ credit: 4, debit: 3 });
  expect(screen.getByRole("tab", { name: "Columns" }).getAttribute("aria-selected")).toBe("true");
});

test("a table of which no row is left says why, and is not counted", async () => {
  const row = { line: 2, code: "BAD_DATE", column: "occurred_at", value: "soon", text: "1,u1,soon" } as const;
  const refusal = { code: "ALL_ROWS_REJECTED", message: "", line: 2, rejects: [row] } as const;
  await draw([table("a.csv")], () => previewOf([{ type: "refused", table: 0, refusal }]));
  expect(await screen.findByText(/^Line 2, column occurred_at, “soon”/)).toBeDefined();
  expect(screen.queryByText(/after the import they can be downloaded/)).toBeNull();
  expect(screen.getByRole("checkbox", { name: "Import a.csv" }).getAttribute("aria-checked")).toBe("false");
  expect(screen.getByRole("button", { name: "Import 0 files" }).hasAttribute("disabled")).toBe(true);
});

test("a sheet of a workbook has no encoding and no delimiter to choose", async () => {
  await draw([table("a.xlsx", { container: { kind: "xlsx", fileName: "a.xlsx", sizeBytes: 9, member: "S" } })], () =>
    previewOf([readable(0)]),
  );
  await screen.findByText(/^Adds 90 rows/);
  expect(screen.getByRole("combobox", { name: "Header" })).toBeDefined();
  expect(screen.queryByRole("combobox", { name: "Encoding" })).toBeNull();
  expect(screen.queryByRole("combobox", { name: "Delimiter" })).toBeNull();
});
