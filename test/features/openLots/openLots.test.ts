import { expect, test } from "vitest";

import type { EngineMethods, OpenLotsArgs, OpenLotsPage } from "#src/engine/protocol.ts";
import { isLotSort, lotColumns } from "#src/features/openLots/lotColumns.tsx";
import { lotsFile } from "#src/features/openLots/lotsFile.ts";
import { firstSort } from "#src/features/openLots/LotsList.tsx";
import { lotTotals } from "#src/features/openLots/lotTotals.ts";
import { createFormat } from "#src/ui/format.ts";
import { maskLender } from "#src/ui/maskLender.ts";
import type { Language } from "#src/ui/signs.ts";

import { lotsPage, openLot, UNDATED } from "./pages.ts";

const english = createFormat({ language: "en" });
const chinese = createFormat({ language: "zh" });
const LOTS = [openLot(0, { product: "=1+1" }), openLot(1, { product: "", ...UNDATED }), openLot(1)];

test("MT4: totals are exact, count a lender once, and say that open is the bar", () => {
  const told = (format: typeof english) =>
    lotTotals(lotsPage(LOTS), format).map(({ name, value }) => `${name} ${value}`);
  expect(told(english)).toEqual(["Lots 3", "Lenders 2", "Lent ¥3,000.05", "Open ¥1,500.03"]);
  expect(told(chinese)).toEqual(["出借笔数 3", "出借人 2", "出借金额 ¥3,000.05", "未还金额 ¥1,500.03"]);
  expect(lotTotals(lotsPage(LOTS), english).at(-1)?.hint).toMatch(/what the bar shows$/);
});

test("MT4: a list opens with what is due first, one without due days with the most", () => {
  expect(firstSort({ type: "term", from: 8, to: 30 })).toEqual({ by: "maturityDay", descending: false });
  expect(firstSort({ type: "overdue" })).toEqual({ by: "maturityDay", descending: false });
  expect(firstSort({ type: "undated" })).toEqual({ by: "open", descending: true });
});

test("every column can be sorted by, and says what a lot does not have", () => {
  const columns = lotColumns(english);
  expect(columns.map(({ header }) => header)).toEqual([
    "Lender",
    "Product",
    "Lent on",
    "Term (days)",
    "Due on",
    "Lent",
    "Open",
  ]);
  expect(columns.every(({ id, sortable }) => sortable === true && isLotSort(id))).toBe(true);
  expect(isLotSort("channel")).toBe(false);
  const cell = (id: string, lot = openLot(0)) => columns.find((column) => column.id === id)?.cell(lot);
  expect([cell("startDay"), cell("termDays"), cell("maturityDay")]).toEqual(["Sep 21, 2026", "90", "Dec 20, 2026"]);
  expect([cell("amount"), cell("open")]).toEqual(["¥1,000.01", "¥500.01"]);
  expect(cell("termDays", openLot(0, UNDATED))).toBe("—");
  expect(cell("maturityDay", openLot(0, UNDATED))).toMatchObject({ props: { children: "Undated" } });
  expect(lotColumns(chinese)[4]?.cell(openLot(0, UNDATED))).toMatchObject({ props: { children: "未定期限" } });
});

/** An engine of nothing but lots. */
function engineOf(openLots: (args: OpenLotsArgs) => Promise<OpenLotsPage>): EngineMethods {
  // The file asks for lots alone.
  return { openLots } as Partial<EngineMethods> as EngineMethods;
}

async function linesOf(engine: EngineMethods, language: Language = "en"): Promise<readonly string[]> {
  const asked = { due: { type: "undated" }, sort: { by: "open", descending: true }, language } as const;
  const options = { signal: new AbortController().signal, onProgress: () => {} };
  const file = await lotsFile(engine, { ...asked, lenderText: maskLender }, options);
  const text = file.type === "written" ? await file.blob.text() : file.type;
  return text.replace("\uFEFF", "").trim().split("\r\n");
}

test("MT4: the file holds every page once under one header, exact, with lenders masked as on screen", async () => {
  const asked: OpenLotsArgs[] = [];
  const engine = engineOf((args) => {
    asked.push(args);
    return Promise.resolve({ ...lotsPage(LOTS), rows: LOTS.slice(args.offset, args.offset + 2) });
  });
  expect(await linesOf(engine)).toEqual([
    '"Lender","Product","Lent on","Term (days)","Due on","Lent (CNY)","Open (CNY)"',
    `"le••••-0","'=1+1",2026-09-21,90,2026-12-20,1000.01,500.01`,
    '"le••••-1","",2026-09-21,,,1000.02,500.01',
    '"le••••-1","A",2026-09-21,90,2026-12-20,1000.02,500.01',
  ]);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 2]);
  expect(asked[1]).toMatchObject({ due: { type: "undated" }, sort: { by: "open", descending: true } });
  const [header] = await linesOf(engine, "zh");
  expect(header).toBe('"出借人","产品","出借日","期限（天）","到期日","出借金额 (CNY)","未还金额 (CNY)"');
});

test("pages of two states of the data make no file", async () => {
  let dataVersion = 0;
  const engine = engineOf(() => {
    dataVersion += 1;
    const page = lotsPage(LOTS);
    return Promise.resolve({ ...page, basis: { ...page.basis, dataVersion }, rows: [openLot(0)] });
  });
  expect(await linesOf(engine)).toEqual(["changed"]);
});
