import { fireEvent, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { VintagesArgs, VintagesResult } from "#src/engine/protocol.ts";
import { VintagesScreen } from "#src/features/vintages/VintagesScreen.tsx";
import type { Language } from "#src/ui/signs.ts";
import { LoansDrawerContext, type LoansRequest } from "#src/view/loansDrawer.tsx";
import { drawScreen, FIRST_DAY, type ScreenOptions } from "#test/features/overview/screen.tsx";
import { openEngine } from "#test/support/engineHarness.ts";

import { monthBack, NO_LOANS, RESULT, vintage, VINTAGES, vintagesResult, YOUNG } from "./answers.ts";

/** The screen with what it asks of the list of loans. */
async function draw(options: ScreenOptions) {
  const requests: LoansRequest[] = [];
  const host = (inside: ReactNode) => (
    <LoansDrawerContext value={(request) => void requests.push(request)}>{inside}</LoansDrawerContext>
  );
  return { ...(await drawScreen(host(<VintagesScreen />), options)), requests };
}

const answering = (result: VintagesResult) => ({ vintages: () => Promise.resolve(result) });

async function headings(): Promise<(string | null)[]> {
  return (await screen.findAllByRole("heading", { level: 2 })).map(({ textContent }) => textContent);
}

test("while it is computed the panels keep their places", async () => {
  await draw({ methods: {} });
  expect(await headings()).toEqual(["Bad principal by months on book", "Every month of lending", "Overdue by days"]);
});

test("a fault is said, and can be tried again", async () => {
  await draw({ methods: { vintages: () => Promise.reject(new Error("no book")) } });
  expect((await screen.findByRole("alert")).textContent).toContain("no book");
});

test("VT1 VT3 VT4: one sentence, then curves, heat, actual against expected and what is overdue", async () => {
  await draw({ methods: answering(RESULT) });
  const note = await screen.findByRole("region", { name: "What the figures say" });
  expect(note.textContent).toContain("Loans of Aug 2026 stand worst");
  expect(await headings()).toEqual([
    "Bad principal by months on book",
    "Every month of lending",
    "Actual against expected",
    "Overdue by days",
  ]);
});

test("VT1: a cell leads to the loans of its month, told by its figure", async () => {
  const { requests } = await draw({ methods: answering(RESULT), search: "?lp=CL12" });
  fireEvent.click(await screen.findByRole("button", { name: /^Aug 2026, M2: 4\.00%/ }));
  expect(requests).toEqual([
    {
      title: "Loans of Aug 2026",
      subtitle:
        "By month on book M2: Bad principal ¥800.00 of ¥20.0K lent. The list shows the loans as they stand now.",
      where: { disbursed: monthBack(3), products: ["CL12"] },
      rules: DEFAULT_CREDIT_RULES,
      sort: { by: "bad", descending: true },
    },
  ]);
});

test("VT3a: the sentence on the worst month leads to its loans, bad principal first, whatever measure is shown", async () => {
  const { requests } = await draw({ methods: answering(RESULT), search: "?vmeasure=prepaid" });
  const note = within(await screen.findByRole("region", { name: "What the figures say" }));
  fireEvent.click(note.getByRole("button", { name: "Loans of Aug 2026" }));
  expect(requests).toMatchObject([
    {
      where: { disbursed: monthBack(3) },
      sort: { by: "bad", descending: true },
    },
  ]);
  expect(requests[0]?.subtitle).toContain("Bad principal ¥");
});

test("VT1: loans behind what was prepaid begin with those that repaid most", async () => {
  const { requests } = await draw({ methods: answering(RESULT), search: "?vmeasure=prepaid" });
  fireEvent.click(await screen.findByRole("button", { name: /^Expected, M2/ }));
  expect(requests.map(({ title, sort }) => [title, sort])).toEqual([
    ["Loans that what is expected is made of", { by: "repaid", descending: true }],
  ]);
});

test("VT3: what is expected leads to all loans that it was made of", async () => {
  const { requests } = await draw({ methods: answering(RESULT) });
  fireEvent.click(await screen.findByRole("button", { name: /^Expected, M2: 2\.92%/ }));
  expect(requests[0]).toMatchObject({
    title: "Loans that what is expected is made of",
    where: { disbursed: null, products: [] },
  });
});

test("VT3: a line of the table leads to its loans by the keyboard", async () => {
  const { requests } = await draw({ methods: answering(RESULT) });
  const table = await screen.findByRole("grid", { name: "Actual against expected" });
  fireEvent.keyDown(table, { key: "End" });
  fireEvent.keyDown(table, { key: "Enter" });
  expect(requests[0]).toMatchObject({ title: "Loans of Jul 2026", where: { disbursed: monthBack(4) } });
});

test("VT4: a figure leads to the loans of its product that are overdue as long", async () => {
  const { requests } = await draw({ methods: answering(RESULT) });
  const table = within(await screen.findByRole("table", { name: "Overdue by days" }));
  fireEvent.click(table.getByRole("button", { name: "CL12, > 90 days: ¥500.00, 2 loans" }));
  fireEvent.click(table.getByRole("button", { name: "All, Not repaid: ¥11.0K, 10 loans" }));
  expect(requests).toMatchObject([
    {
      title: "Loans of CL12 more than 90 days overdue",
      subtitle: "Not repaid = owed + bad principal = ¥500.00",
      where: { disbursed: null, products: ["CL12"], overdue: "over_90" },
    },
    { title: "Loans not repaid in full", where: { disbursed: null, products: [], overdue: "any" } },
  ]);
});

test.each([
  ["en", /^CL12, On time/, "Loans of CL12 not repaid in full, on time"],
  ["zh", /^CL12, 未逾期/, "CL12 未结清且未逾期的借款"],
] as const)("VT4: loans on time are not called overdue: %s", async (language, name, title) => {
  const { requests } = await draw({ methods: answering(RESULT), language });
  fireEvent.click(await screen.findByRole("button", { name }));
  expect(requests).toMatchObject([{ title, where: { products: ["CL12"], overdue: "on_time" } }]);
});

test("loans of the period, products and the measure stand in the link and are asked for", async () => {
  const asked: VintagesArgs[] = [];
  const methods = { vintages: (args: VintagesArgs) => (asked.push(args), Promise.resolve(RESULT)) };
  const { search } = await draw({ methods });
  fireEvent.click(await screen.findByRole("radio", { name: /^Disbursed / }));
  await expect.poll(() => asked.at(-1)?.disbursed).not.toBeNull();
  fireEvent.click(screen.getByRole("radio", { name: "Prepaid principal" }));
  await expect.poll(() => search()).toBe("?loansIn=period&vmeasure=prepaid");
  expect(await screen.findByRole("heading", { name: "Prepaid principal by months on book" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Products" }));
  fireEvent.click(await screen.findByRole("checkbox", { name: /CL12/ }));
  await expect.poll(() => asked.at(-1)?.products).toEqual(["CL12"]);
});

test("without a ledger there is no period to choose, and a link that asks for one means all loans", async () => {
  const asked: VintagesArgs[] = [];
  const methods = { vintages: (args: VintagesArgs) => (asked.push(args), Promise.resolve(RESULT)) };
  await draw({ methods, search: "?loansIn=period&lp=CL12", status: { asOf: null, firstDay: null } });
  expect(await screen.findByRole("radio", { name: "Prepaid principal" })).toBeDefined();
  expect(screen.queryByRole("radio", { name: /^Disbursed / })).toBeNull();
  expect(asked).toMatchObject([{ disbursed: null, products: ["CL12"] }]);
});

test("VT3: a product that alone makes what is expected can be left out", async () => {
  const result = vintagesResult([vintage(9, 9_000_000, [0, 0, 0, 0]), ...VINTAGES], {
    ownProducts: [{ product: "CAR24", month: monthBack(9).from }],
  });
  const { search } = await draw({ methods: answering(result) });
  fireEvent.click(await screen.findByRole("button", { name: "Leave out CAR24" }));
  await expect.poll(() => search()).toBe("?lp=CL12");
});

test("VT4: the table says how much of what is not repaid is bad", async () => {
  await draw({ methods: answering({ ...RESULT, overdueBad: 30_000 }) });
  expect(await screen.findByText(/^¥11\.0K not repaid, ¥300\.00 of it bad principal · .*open loans/)).toBeDefined();
});

test("without loans it says which file switches it on", async () => {
  await draw({ methods: answering(NO_LOANS) });
  expect(await screen.findByText("No loans yet")).toBeDefined();
  expect(screen.getByText(/loan_id, product, disbursed_on/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Import a file" }).getAttribute("href")).toBe("/data");
});

const HEADER = "loan_id,product,disbursed_on,principal,annual_rate,periods,method,bad_principal,overdue_days\n";
const WEIRD = "W1,P,2024-01-05,50000,12%,12,weird,0,0\nW2,P,2024-01-05,50000,12%,12,weird,0,0\n";

/** The screen over what the engine makes of some loans. */
async function drawLoans(loans: string, language: Language = "en") {
  const { methods, drop } = await openEngine();
  await drop({ "loans.csv": HEADER + loans });
  await draw({ methods: { vintages: (args: VintagesArgs) => methods.vintages(args) }, language });
}

test("LF1: loans that cannot be read are said, and that what is owed is by the schedule", async () => {
  await drawLoans(`${WEIRD}L1,P,2024-07-02,20000,12%,12,level,0,3\n`);
  expect(await screen.findByText(/^2 loans of the file could not be read .* W1 and W2\. .*“weird”/)).toBeDefined();
  expect(screen.getByText(/^repaid_principal has no value/)).toBeDefined();
});

test("LF1: where none of the loans can be read it says so, why, and what to write", async () => {
  await drawLoans(WEIRD);
  expect(await screen.findByText("None of the 2 loans of the file could be read")).toBeDefined();
  expect(screen.getByText(/not known: “weird”\. Write one of these/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Show all loans" })).toBeNull();
});

test("LF1: and in Chinese", async () => {
  await drawLoans(WEIRD, "zh");
  expect(await screen.findByText("文件中没有可读取的借款（共 2 笔）")).toBeDefined();
  expect(screen.getByText(/均无法识别：“weird”。请在还款方式一列填写以下之一/)).toBeDefined();
});

test("a choice that no loan fits can be taken back", async () => {
  const { search } = await draw({ methods: answering(vintagesResult([])), search: "?loansIn=period&lp=gone" });
  fireEvent.click(await screen.findByRole("button", { name: "Show all loans" }));
  await expect.poll(() => search()).toBe("");
});

test("PF7: without bad_principal only what needs it is off", async () => {
  await draw({ methods: answering({ ...RESULT, hasBad: false }) });
  expect(await screen.findByText("Bad principal is not known")).toBeDefined();
  expect(screen.getByText(/bad_principal of the loans file/)).toBeDefined();
  expect(screen.getByRole("table", { name: "Overdue by days" })).toBeDefined();
});

test("PF7: without repaid_principal and interest_received only prepayment is off", async () => {
  await draw({ methods: answering({ ...RESULT, hasPrepaid: false }), search: "?vmeasure=prepaid" });
  expect(await screen.findByText("What was prepaid is not known")).toBeDefined();
});

test("PF7: without overdue_days only the buckets are off", async () => {
  await draw({ methods: answering({ ...RESULT, hasOverdue: false, overdue: [] }) });
  expect(await screen.findByText("Days overdue are not known")).toBeDefined();
  expect(screen.getByRole("grid", { name: "Actual against expected" })).toBeDefined();
});

test("VT2: loans too young to tell are said to be, with the day on which they can", async () => {
  await draw({ methods: answering(YOUNG) });
  expect(await screen.findByText("Too young to tell")).toBeDefined();
  expect(screen.getByText(/with data of Nov 30, 2026/)).toBeDefined();
  expect(screen.getByText("Nothing is owed")).toBeDefined();
});

test("VT1: the chart's info gives sentence, formula and rules", async () => {
  await draw({ methods: answering(RESULT) });
  const buttons = await screen.findAllByRole("button", { name: "How is Bad principal computed?" });
  fireEvent.click(buttons[0]!);
  expect(await screen.findByText("VT1 VT2 LC1 LC2 LC3 LC5 LC6")).toBeDefined();
  expect(screen.getByText(/Σ bad principal up to month on book k/)).toBeDefined();
});

test("it speaks Chinese", async () => {
  await draw({ methods: answering(RESULT), language: "zh" });
  expect(await screen.findByRole("heading", { name: "各账龄的坏账本金" })).toBeDefined();
  expect(screen.getByRole("table", { name: "按逾期天数" })).toBeDefined();
});

test("PF7 PF9: which day the loans are of stands above the panels, with blank bad principal alone", async () => {
  const blanks = (["bad", "funding"] as const).map((part) => ({ part, loans: 3, products: [] }));
  const gaps = { loans: 40, blanks, beyond: 0, later: 0, latest: RESULT.snapshotDay ?? FIRST_DAY, isDisbursal: false };
  await draw({ methods: answering({ ...RESULT, gaps }) });
  expect((await screen.findByText(/^Loans as of/)).textContent).toBe(
    "Loans as of Nov 20, 2026. Bad principal is blank for 3 of 40 loans and counts as none.",
  );
});
