import { expect, test } from "vitest";

import { rowsFile } from "#src/features/rows/rowsFile.ts";
import { rowTotals } from "#src/features/rows/rowTotals.ts";
import { strings } from "#src/features/rows/strings.ts";
import { whereFacts } from "#src/features/rows/whereFacts.ts";
import type { EngineMethods, RowsArgs, RowsPage } from "#src/engine/protocol.ts";
import { createFormat } from "#src/ui/format.ts";
import { maskLender } from "#src/ui/maskLender.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

import { ledgerRow, rowsPage } from "./pages.ts";

const english = createFormat({ language: "en" });
const chinese = createFormat({ language: "zh" });

const names = { lenderText: maskLender, segments: [{ id: "vip", name: "VIP", rules: {} }] };

test("a segment is named, or said not to be there", () => {
  const filter = { products: [], channels: [] };
  const fact = (segment: string) => whereFacts({ filter: { ...filter, segment } }, names, english)[0];
  expect(fact("vip")).toEqual({ id: "segment", name: "Segment", value: "VIP" });
  expect(fact("gone")?.value).toBe("(not saved here)");
});

test("facts restate the filters in both languages", () => {
  const where = {
    period: { from: AS_OF, to: AS_OF },
    types: ["lend", "transfer_in"],
    newness: "new",
    filter: { products: ["", "A"], channels: [] },
    lender: "user-123456",
  } as const;
  expect(whereFacts(where, names, english).map(({ name, value }) => `${name}: ${value}`)).toEqual([
    "Period: Nov 20, 2026",
    "Types: Lend and Transfer in",
    "Volume: New",
    "Products: (none) and A",
    `Lender: ${maskLender("user-123456")}`,
  ]);
  expect(whereFacts(where, names, chinese)[1]).toEqual({ id: "types", name: "类型", value: "出借和债转转入" });
});

test("OB2: the effect on outstanding adds types up with their signs", () => {
  const amountByType = { lend: 500_00, early_exit: 120_01, withdraw: 9_00 };
  expect(rowTotals({ total: 3, lenders: 2, amountByType })).toEqual({
    rows: 3,
    lenders: 2,
    byType: [
      { type: "lend", amount: 500_00 },
      { type: "early_exit", amount: 120_01 },
      { type: "withdraw", amount: 9_00 },
    ],
    effect: 379_99,
  });
});

test("OB2: one type alone needs no effect", () => {
  expect(rowTotals({ total: 1, lenders: 1, amountByType: { exit: 1 } }).effect).toBeNull();
});

const asked = {
  where: {},
  sort: { by: "instant", descending: true },
  words: strings.en,
  lenderText: (id: string) => id,
} as const;

/** An engine of nothing but rows. */
function engineOf(rows: (args: RowsArgs) => Promise<RowsPage>): EngineMethods {
  // The file asks for rows alone.
  return { rows } as Partial<EngineMethods> as EngineMethods;
}

function textOf(file: Awaited<ReturnType<typeof rowsFile>>): Promise<string> {
  return file.type === "written" ? file.blob.text() : Promise.resolve(file.type);
}

test("the file holds every page once under one header, exact and safe to open", async () => {
  const rows = [ledgerRow(0, { product: "=1+1" }), ledgerRow(1, { termDays: null }), ledgerRow(2)];
  const progress: number[] = [];
  const engine = engineOf(({ offset }) => Promise.resolve({ ...rowsPage(3), rows: rows.slice(offset, offset + 2) }));
  const file = await rowsFile(engine, asked, {
    signal: new AbortController().signal,
    onProgress: (done) => progress.push(done),
  });
  const lines = (await textOf(file)).replace("\uFEFF", "").trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('"Amount (CNY)"');
  expect(lines[1]).toBe(`"2026-11-20 08:05:09","lender-0","lend","new",1000.01,"'=1+1","Referral",90,"T0",1`);
  expect(progress).toEqual([2, 3]);
});

test("cancelling stops between pages", async () => {
  const controller = new AbortController();
  const engine = engineOf(() => Promise.resolve({ ...rowsPage(3), rows: [ledgerRow(0)] }));
  const written = rowsFile(engine, asked, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(written).rejects.toThrow("abort");
});

test("pages of two states of the ledger make no file", async () => {
  let dataVersion = 0;
  const engine = engineOf(() => {
    dataVersion += 1;
    const page = rowsPage(2);
    return Promise.resolve({ ...page, basis: { ...page.basis, dataVersion }, rows: [ledgerRow(0)] });
  });
  const file = await rowsFile(engine, asked, { signal: new AbortController().signal, onProgress: () => {} });
  expect(file).toEqual({ type: "changed" });
});
