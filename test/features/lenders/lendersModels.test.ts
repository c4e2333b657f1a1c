import { expect, test } from "vitest";

import type { Segment } from "#src/domain/segments.ts";
import { epochDay } from "#src/domain/units.ts";
import type { EngineMethods, LendersArgs } from "#src/engine/protocol.ts";
import { lendersFile } from "#src/features/lenders/lendersFile.ts";
import { lendersViewOf, sortToText } from "#src/features/lenders/lendersView.ts";
import { ruleFacts } from "#src/features/lenders/ruleFacts.ts";
import { renamedSegment, withoutSegment, withSegment } from "#src/features/lenders/segments.ts";
import { createFormat } from "#src/ui/format.ts";
import { maskLender } from "#src/ui/maskLender.ts";

import { lenderRow, lendersPage } from "./pages.ts";

const english = createFormat({ language: "en" });
const chinese = createFormat({ language: "zh" });

test("rules are put in words in both languages", () => {
  const rules = {
    states: ["grace", "lost"],
    kinds: ["offline", ""],
    firstLend: { from: epochDay(20_777), to: null },
    balance: { from: 1_000_000, to: 2_000_000 },
    occasions: { from: 2, to: 2 },
    volume: { from: null, to: null },
    isInternal: true,
  } as const;
  expect(ruleFacts(rules, english).map(({ name, value }) => `${name}: ${value}`)).toEqual([
    "State: Grace and Lost",
    "Online or offline: Offline and (not known)",
    "First lend: ≥ Nov 20, 2026",
    "Balance: ¥10.0K – ¥20.0K",
    "Lend days: 2",
    "Internal account: Yes",
  ]);
  expect(ruleFacts({ volume: { from: null, to: 5_000_000 } }, chinese)).toEqual([
    { id: "volume", name: "成交额", value: "≤ ¥5.00万" },
  ]);
});

test("the order of the list survives the link, and nonsense is the largest balance first", () => {
  const sort = { by: "peakBalance", descending: true } as const;
  expect(lendersViewOf({ sort: sortToText(sort) }).sort).toEqual(sort);
  expect(lendersViewOf({ sort: "lender" }).sort).toEqual({ by: "lender", descending: false });
  expect(lendersViewOf({ sort: "-nothing" }).sort).toEqual({ by: "balance", descending: true });
});

test("SG1: a segment has an id of its name, and never that of another", () => {
  const once = withSegment([], "VIP 2026!", {});
  expect(once[0]?.id).toBe("vip-2026-");
  const twice = withSegment(once, "vip-2026-", { isHunter: true });
  expect(twice.map(({ id, name }) => [id, name])).toEqual([
    ["vip-2026-", "VIP 2026!"],
    ["vip-2026--2", "vip-2026-"],
  ]);
  expect(withSegment([], "大户", {})[0]?.id).toBe("大户");
});

test("SG1: saving under a name that is there replaces the rules and keeps the id", () => {
  const [first] = withSegment([], "VIP", { isHunter: true });
  expect(withSegment([first!], "VIP", { isHunter: false })).toEqual([{ ...first, rules: { isHunter: false } }]);
});

test("SG1: segments stay in the order of their names", () => {
  const all: readonly Segment[] = ["b", "c", "a"].reduce<readonly Segment[]>(
    (some, name) => withSegment(some, name, {}),
    [],
  );
  expect(all.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  expect(renamedSegment(all, "a", "z").map(({ id }) => id)).toEqual(["b", "c", "a"]);
  expect(withoutSegment(all, "b").map(({ id }) => id)).toEqual(["a", "c"]);
});

const view = {
  search: "",
  rules: {},
  filter: { products: [], channels: [] },
  sort: { by: "balance", descending: true },
} as const;

/** An engine of nothing but lenders. */
function engineOf(lenders: (args: LendersArgs) => ReturnType<EngineMethods["lenders"]>): EngineMethods {
  // The file asks for lenders alone.
  return { lenders } as Partial<EngineMethods> as EngineMethods;
}

test("the file holds every page once under one header, exact, masked and safe to open", async () => {
  const rows = [
    lenderRow(0, { channel: "=1+1", nextDueDay: null, isHunter: true }),
    lenderRow(1, { state: "at_risk" }),
    lenderRow(2),
  ];
  const progress: number[] = [];
  const engine = engineOf(({ offset }) =>
    Promise.resolve({ ...lendersPage(3, { offset, limit: 0 }), rows: rows.slice(offset, offset + 2) }),
  );
  const file = await lendersFile(
    engine,
    { view, language: "en", lenderText: maskLender },
    { signal: new AbortController().signal, onProgress: (done) => progress.push(done) },
  );
  const lines = (file.type === "written" ? await file.blob.text() : "").replace("\uFEFF", "").trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('"Balance (CNY)"');
  expect(lines[1]).toBe(
    `"${maskLender("lender-0")}","Holding","'=1+1","Online","Spring","M3",2026-10-11,2026-10-21,2026-11-18,3,3000.01,1000.02,2000.03,,"Yes","No"`,
  );
  expect(lines[2]).toContain('"At risk"');
  expect(progress).toEqual([2, 3]);
});

test("pages of two states of the ledger make no file", async () => {
  let dataVersion = 0;
  const engine = engineOf((args) => {
    dataVersion += 1;
    const page = lendersPage(2, { ...args, limit: 1 });
    return Promise.resolve({ ...page, basis: { ...page.basis, dataVersion } });
  });
  const options = { signal: new AbortController().signal, onProgress: () => {} };
  expect(await lendersFile(engine, { view, language: "zh", lenderText: maskLender }, options)).toEqual({
    type: "changed",
  });
});
