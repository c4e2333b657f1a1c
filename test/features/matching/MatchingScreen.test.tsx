import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { MatchingArgs, MatchingResult } from "#src/engine/protocol.ts";
import { MatchingScreen } from "#src/features/matching/MatchingScreen.tsx";
import type { Language } from "#src/ui/signs.ts";
import { LoansDrawerContext, type LoansRequest } from "#src/view/loansDrawer.tsx";
import { LotsDrawerContext, type LotsRequest } from "#src/view/lotsDrawer.tsx";
import { drawScreen, type ScreenOptions } from "#test/features/overview/screen.tsx";
import { openEngine } from "#test/support/engineHarness.ts";

import { MATCHING, WITHOUT_LOANS, WITHOUT_YIELD } from "./answers.ts";

const answering = (result: MatchingResult) => ({ matching: () => Promise.resolve(result) });

/** An engine that takes an entered yield as it is. */
const taking = ({ lenderYieldPpm }: MatchingArgs) =>
  Promise.resolve<MatchingResult>(
    lenderYieldPpm === null
      ? MATCHING
      : { ...MATCHING, lenderYield: { rate: lenderYieldPpm / 1_000_000, from: "entered", days: 0 } },
  );

async function draw(options: ScreenOptions) {
  const loans: LoansRequest[] = [];
  const lots: LotsRequest[] = [];
  const drawn = await drawScreen(
    <LoansDrawerContext value={(request) => void loans.push(request)}>
      <LotsDrawerContext value={(request) => void lots.push(request)}>
        <MatchingScreen />
      </LotsDrawerContext>
    </LoansDrawerContext>,
    options,
  );
  return { ...drawn, loans, lots };
}

function figures() {
  const tiles = screen.getByLabelText("Match of lenders and borrowers", { selector: "dl" });
  return within(tiles)
    .getAllByRole("definition")
    .map(({ textContent }) => textContent);
}

test("while it is computed the panels keep their places", async () => {
  await draw({ methods: {} });
  const names = (await screen.findAllByRole("heading", { level: 2 })).map(({ textContent }) => textContent);
  expect(names).toEqual(["Match ratio over time", "Term mismatch"]);
});

test("a fault is said, and can be tried again", async () => {
  await draw({ methods: { matching: () => Promise.reject(new Error("no match")) } });
  expect((await screen.findByRole("alert")).textContent).toContain("no match");
});

test("without a ledger it says what it is about", async () => {
  await draw({ methods: {}, status: { firstDay: null, asOf: null } });
  expect(await screen.findByText("No transactions yet")).toBeDefined();
});

test("MT1 MT2 MT5: tiles, a sentence, both charts and what the ledger does not tell", async () => {
  await draw({ methods: answering(MATCHING) });
  expect(await screen.findByText(/a match ratio of 1\.10\. ¥400\.00 of lenders' money/)).toBeDefined();
  expect(figures().filter((_, index) => index % 2 === 0)).toEqual([
    "1.10",
    "¥4,400",
    "¥4,000",
    "¥400.00",
    "¥0.10",
    "¥1.20",
    "9.12%",
  ]);
  expect(screen.getByRole("slider", { name: /^Match ratio, lenders' outstanding and borrowers'/ })).toBeDefined();
  expect(screen.getByRole("slider", { name: /through 8–30 days, ¥200\.00 more leaves/ })).toBeDefined();
  expect(screen.getByText(/¥2,250 has no maturity/)).toBeDefined();
  expect(screen.getByText(/filters of lenders, products and segments do not apply/)).toBeDefined();
});

test("MT1: what is owed leads to the loans, what lenders hold to them, the yield to its interest rows", async () => {
  const { asked, loans } = await draw({ methods: answering(MATCHING), search: "?lround=half_even" });
  fireEvent.click(await screen.findByRole("button", { name: "Borrowers owe: the loans that owe" }));
  expect(loans).toMatchObject([
    {
      where: { disbursed: null, products: [], owing: true },
      rules: { ...DEFAULT_CREDIT_RULES, rounding: "half_even" },
    },
  ]);
  const holders = screen.getByRole("link", { name: "Lenders hold: who holds it" });
  expect(holders.getAttribute("href")).toMatch(/^\/lenders\?rules=.*balance.*sort=-balance$/);
  fireEvent.click(screen.getByRole("button", { name: "Lender yield: ledger, last 365 days" }));
  expect(asked).toMatchObject([{ where: { types: ["interest"] } }]);
});

test("MT1: a day of the chart leads to the rows that lenders' outstanding is made of", async () => {
  const { asked, loans } = await draw({ methods: answering(MATCHING) });
  const chart = await screen.findByRole("slider", { name: /^Match ratio, lenders/ });
  fireEvent.keyDown(chart, { key: "ArrowLeft" });
  fireEvent.keyDown(chart, { key: "Enter" });
  expect(asked).toMatchObject([{ title: "Balance rows up to Nov 20, 2026", where: { filter: { channels: [] } } }]);
  expect(loans).toEqual([]);
});

/** The ladder as a table. */
async function ladderTable() {
  fireEvent.click(await screen.findByRole("button", { name: "Term mismatch: more" }));
  fireEvent.click(await screen.findByRole("menuitemcheckbox", { name: "View as table" }));
  return within(await screen.findByRole("table", { name: "Term mismatch" }));
}

test("MT4: a line of the ladder leads to the lots of lenders in it, and says what they come to", async () => {
  const { lots, loans } = await draw({ methods: answering(MATCHING) });
  const chart = await screen.findByRole("slider", { name: /principal by remaining days/ });
  for (const key of ["Home", "ArrowRight", "End"]) {
    fireEvent.keyDown(chart, { key });
    fireEvent.keyDown(chart, { key: "Enter" });
  }
  expect(lots).toEqual([
    {
      title: "Lenders due: Overdue",
      subtitle: "“Open” adds up to ¥500.00 at the end of Nov 20, 2026",
      due: { type: "overdue" },
    },
    {
      title: "Lenders due: 0–7 days",
      subtitle: "“Open” adds up to ¥100.00 at the end of Nov 20, 2026",
      due: { type: "term", from: 0, to: 7 },
    },
    {
      title: "Lenders due: No maturity",
      subtitle: "“Open” adds up to ¥2,250.00 at the end of Nov 20, 2026",
      due: { type: "undated" },
    },
  ]);
  expect(loans).toEqual([]);
});

test("MT4: a line without lenders' money leads to borrowers' loans", async () => {
  const { lots, loans } = await draw({ methods: answering(MATCHING) });
  const chart = await screen.findByRole("slider", { name: /principal by remaining days/ });
  // Beyond 180 days, before what has no maturity.
  for (const key of ["End", "ArrowLeft", "Enter"]) fireEvent.keyDown(chart, { key });
  expect(lots).toEqual([]);
  expect(loans).toMatchObject([{ title: "Borrowers due: > 180 days", where: { due: 5 } }]);
});

test("MT4: a figure of the table leads to the lots of its lenders or the loans of its borrowers", async () => {
  const { lots, loans } = await draw({ methods: answering(MATCHING), search: "?lround=half_even" });
  const table = await ladderTable();
  fireEvent.click(table.getByRole("button", { name: "¥900.00: See the lots of lenders: 31–60 days" }));
  fireEvent.click(table.getByRole("button", { name: "¥400.00: See the loans of borrowers: 31–60 days" }));
  fireEvent.click(table.getByRole("button", { name: "¥200.00: See the loans of borrowers: Overdue" }));
  fireEvent.click(screen.getByRole("button", { name: "Loans that owe" }));
  expect(lots).toMatchObject([{ title: "Lenders due: 31–60 days", due: { type: "term", from: 31, to: 60 } }]);
  const all = { disbursed: null, products: [] };
  expect(loans).toMatchObject([
    {
      title: "Borrowers due: 31–60 days",
      subtitle: "“In this line” adds up to ¥400.00 at the end of Nov 20, 2026; open a loan for its schedule",
      where: { ...all, due: 2 },
      rules: { rounding: "half_even" },
    },
    { title: "Borrowers due: Overdue", where: { ...all, due: "overdue" } },
    {
      subtitle: "What they owe is spread over the lines by the due days of their schedules",
      where: { ...all, owing: true },
    },
  ]);
});

test("MT4: neither nothing nor a gap leads anywhere", async () => {
  await draw({ methods: answering(MATCHING) });
  const table = await ladderTable();
  const leads = (name: RegExp) =>
    within(table.getByRole("row", { name }))
      .queryAllByRole("button")
      .map((button) => button.getAttribute("aria-label"));
  expect(leads(/^> 180 days/)).toEqual(["¥1,400.00: See the loans of borrowers: > 180 days"]);
  expect(leads(/^No maturity/)).toEqual(["¥2,250.00: See the lots of lenders: No maturity"]);
  expect(leads(/^8–30 days/)).toHaveLength(2);
});

test("MT4: the panel says where the bars of both sides lead", async () => {
  await draw({ methods: answering(MATCHING) });
  expect(
    await screen.findByText(/on both sides; a bar of lenders leads to its open lots, one of borrowers to its loans$/),
  ).toBeDefined();
  expect(screen.getByRole("slider", { name: /borrowers' loans; the table leads to both\.$/ })).toBeDefined();
});

test("MT4: without loans the bars are said to lead to lots alone", async () => {
  await draw({ methods: answering(WITHOUT_LOANS) });
  expect(await screen.findByText(/on both sides; a bar leads to its open lots$/)).toBeDefined();
  expect(screen.getByRole("slider", { name: /leads to the open lots of lenders in it\.$/ })).toBeDefined();
});

test.each([
  ["8", "?lyield=80000", ""],
  ["-5", "?lyield=0", "Only between 0% and 100%: set to 0%."],
  ["250", "?lyield=1000000", "Only between 0% and 100%: set to 100%."],
])("MT3: Enter takes a yield of %s, and says what it was cut to", async (typed, link, said) => {
  const { search } = await draw({ methods: { matching: taking } });
  const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "What lenders earn a year" });
  const form = field.form;
  field.focus();
  fireEvent.change(field, { target: { value: typed } });
  fireEvent.submit(form ?? field);
  await expect.poll(search).toBe(link);
  await expect.poll(() => form?.querySelector("[aria-live]")?.textContent).toBe(said);
});

test("MT3: an entered yield goes into the link, and the ledger's own can be taken again", async () => {
  const { search } = await draw({ methods: { matching: taking } });
  const field = await screen.findByRole("textbox", { name: "What lenders earn a year" });
  expect(await screen.findByText("From the ledger: 9.12%")).toBeDefined();
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: "8.5" } });
  fireEvent.blur(field);
  await expect.poll(search).toBe("?lyield=85000");
  expect(await screen.findByText("entered")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Use 9.12%" }));
  await expect.poll(search).toBe("");
  expect(await screen.findByText("ledger, last 365 days")).toBeDefined();
});

test("MT3: without interest rows the cost is not known, and the field says how to know it", async () => {
  await draw({ methods: answering(WITHOUT_YIELD) });
  expect(await screen.findByText(/no interest rows: enter it/)).toBeDefined();
  expect(screen.getAllByText("no yield: see below")).toHaveLength(2);
});

test("MT1: without a loans file it says which one, and lenders' side stays", async () => {
  await draw({ methods: answering(WITHOUT_LOANS) });
  expect(await screen.findByText(/Import a file of loans with loan_id/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Import a file" }).getAttribute("href")).toBe("/data");
  expect(figures()[2]).toBe("¥4,400");
  expect(screen.getByText(/only lenders' side is known/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Loans that owe" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Borrowers owe: the loans that owe" })).toBeNull();
});

const LEDGER =
  "txn_id,user_id,occurred_at,type,amount,product,term_days\nt1,u1,2024-07-05 10:00:00,lend,50000.00,P,90\n";
const HEADER = "loan_id,product,disbursed_on,principal,annual_rate,periods,method\n";
const WEIRD = "W1,P,2024-07-01,50000,12%,12,weird\n";

/** The screen over what the engine makes of a ledger and some loans. */
async function drawLoans(loans: string, language: Language = "en") {
  const { methods, drop } = await openEngine();
  await drop({ "l.csv": LEDGER, "loans.csv": HEADER + loans });
  await draw({ methods: { matching: (args: MatchingArgs) => methods.matching(args) }, language });
}

test("LF1 MT1: loans that cannot be read are said, and that what is owed is by the schedule", async () => {
  await drawLoans(`${WEIRD}L1,P,2024-07-02,20000,12%,12,level\n`);
  expect(await screen.findByText(/^1 loan of the file could not be read .* W1\. .*not known: “weird”/)).toBeDefined();
  expect(screen.getByText(/^repaid_principal has no value: loans count as repaid by their schedule/)).toBeDefined();
  expect(figures()[0]).toBe("2.50");
});

test("LF1 MT1: where no loan can be read what borrowers owe is not known, and it says why", async () => {
  await drawLoans(WEIRD);
  expect(await screen.findByText("The only loan of the file could not be read")).toBeDefined();
  expect(screen.getByText(/“weird”\. Write one of these .*level \(等额本息\)/)).toBeDefined();
  expect(figures().slice(0, 8)).toEqual([
    ...["—", "no loan could be read", "¥50.0K", "who holds it", "—", "no loan could be read"],
    ...["—", "no loan could be read"],
  ]);
  expect(screen.getByText("What borrowers owe is not known: no loan of the file could be read.")).toBeDefined();
  expect(screen.getByText("Only lenders' side is known: no loan of the file could be read.")).toBeDefined();
  expect(screen.queryByText(/lies idle|no loans file|^repaid_principal/)).toBeNull();
});

test("LF1 MT1: and in Chinese", async () => {
  await drawLoans(WEIRD, "zh");
  expect(await screen.findByText("文件中没有可读取的借款（共 1 笔）")).toBeDefined();
  expect(screen.getByText("借款人所欠未知：文件中的借款均无法读取。")).toBeDefined();
  expect(screen.getByText("仅知出借人一侧：文件中的借款均无法读取。")).toBeDefined();
});

test("MT1: a period without data is said to be one; the figures of now stay", async () => {
  await draw({ methods: answering({ ...MATCHING, points: [] }) });
  expect(await screen.findByText("No day of the period has data")).toBeDefined();
  expect(figures()[0]).toBe("1.10");
});

test("it speaks Chinese", async () => {
  await draw({ methods: answering(MATCHING), language: "zh" });
  expect(await screen.findByRole("heading", { name: "匹配比走势" })).toBeDefined();
  expect(screen.getByRole("heading", { name: "期限错配" })).toBeDefined();
  expect(screen.getAllByText("闲置资金").length).toBeGreaterThan(0);
});
