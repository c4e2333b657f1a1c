import { fireEvent, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { ProfitabilityArgs, ProfitabilityResult, WhatIfArgs } from "#src/engine/protocol.ts";
import { ProfitabilityScreen } from "#src/features/profitability/ProfitabilityScreen.tsx";
import { loansOrder } from "#src/features/profitability/useProfitLoans.ts";
import { LoansDrawerContext, type LoansRequest } from "#src/view/loansDrawer.tsx";
import { drawScreen, type ScreenOptions } from "#test/features/overview/screen.tsx";

import { monthBack, NO_GAPS, NO_LOANS, NONE_FIT, RESULT, WHAT_IF, WITHOUT_BAD } from "./answers.ts";

type Drawing = Partial<ScreenOptions> & { readonly result?: ProfitabilityResult | Error };

/** The screen with what it asks of the engine and of the list of loans. */
async function draw({ result = RESULT, ...options }: Drawing = {}) {
  const asked: ProfitabilityArgs[] = [];
  const tried: WhatIfArgs[] = [];
  const requests: LoansRequest[] = [];
  const host = (inside: ReactNode) => (
    <LoansDrawerContext value={(request) => void requests.push(request)}>{inside}</LoansDrawerContext>
  );
  const methods: ScreenOptions["methods"] = {
    profitability: (args) => {
      asked.push(args);
      return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
    },
    profitWhatIf: (args) => {
      tried.push(args);
      return Promise.resolve(WHAT_IF);
    },
  };
  const drawn = await drawScreen(host(<ProfitabilityScreen />), { methods, ...options });
  return { ...drawn, asked, tried, requests };
}

async function headings(): Promise<(string | null)[]> {
  return (await screen.findAllByRole("heading", { level: 2 })).map(({ textContent }) => textContent);
}

test("while it is computed the panels keep their places", async () => {
  await draw({ methods: {} });
  expect(await headings()).toEqual(["Profit by product", "From income to profit"]);
});

test("a fault is said, and can be tried again", async () => {
  await draw({ result: new Error("no book") });
  expect((await screen.findByRole("alert")).textContent).toContain("no book");
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});

test("without loans it says which file and columns it needs, and where to import them", async () => {
  await draw({ result: NO_LOANS });
  expect(await screen.findByText("Profit needs a loans file")).toBeDefined();
  expect(screen.getByText(/loan_id, product, disbursed_on, principal, annual_rate, periods and method/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Import a file" }).getAttribute("href")).toMatch(/^\/data/);
  expect(screen.queryByRole("group", { name: "Loans that are shown" })).toBeNull();
});

test("LF1: where none of the loans can be read it says so, why, and what to write", async () => {
  await draw({ result: { ...NO_LOANS, unread: 2, unreadIds: ["W1", "W2"], unreadMethods: ["weird"] } });
  expect(await screen.findByText("None of the 2 loans of the file could be read")).toBeDefined();
  expect(screen.getByText(/not known: “weird”\. Write one of these/)).toBeDefined();
  expect(screen.queryByText("Profit needs a loans file")).toBeNull();
});

test("when no loan fits, one button shows all again and keeps the rest of the link", async () => {
  const { search } = await draw({ result: NONE_FIT, search: "?loansIn=period&lp=CL12&p=30d" });
  fireEvent.click(await screen.findByRole("button", { name: "Show all loans" }));
  await expect.poll(search).toBe("?p=30d");
});

test("PF1 PF6: a sentence, then the tables and charts in the order of the questions", async () => {
  await draw();
  const note = await screen.findByRole("region", { name: "What the figures say" });
  expect(note.textContent).toContain("CL12 loses ¥20.0K");
  expect(note.textContent).toContain("CAR24 earns most per yuan lent (2.37%)");
  await screen.findByRole("heading", { name: "What if" });
  expect(await headings()).toEqual([
    "Profit by product",
    "From income to profit",
    "Returns and cost",
    "Profit over time",
    "What moves profit most",
    "What if",
  ]);
});

test("PF2: the best per yuan stands first, the total last, and another column sorts them anew", async () => {
  await draw();
  const table = await screen.findByRole("table", { name: "Profit by product" });
  const names = () =>
    within(table)
      .getAllByRole("rowheader")
      .map(({ textContent }) => textContent);
  expect(names()).toEqual(["CAR24", "TEACH12", "CL12", "All"]);
  fireEvent.click(within(table).getByRole("button", { name: "Profit" }));
  expect(names()).toEqual(["TEACH12", "CAR24", "CL12", "All"]);
  expect(within(table).getByRole("columnheader", { name: "Profit" }).getAttribute("aria-sort")).toBe("descending");
});

test("IR3: a return that there is not is a dash that says why", async () => {
  await draw();
  const table = await screen.findByRole("table", { name: "Profit by product" });
  const row = within(table).getByRole("row", { name: /^TEACH12/ });
  expect(within(row).getByText("No return: more than one rate would fit these flows").className).toBe("sr-only");
});

test("a number of loans leads to them, with the profit that they make", async () => {
  const { requests } = await draw({ search: "?lround=half_even" });
  const table = await screen.findByRole("table", { name: "Profit by product" });
  fireEvent.click(within(table).getByRole("button", { name: "40: See the loans of CL12" }));
  expect(requests).toEqual([
    {
      title: "Loans of CL12",
      subtitle: "Profit −¥20,000.00: interest, penalties and fees less bad principal and costs.",
      where: { disbursed: null, products: ["CL12"] },
      rules: { ...DEFAULT_CREDIT_RULES, rounding: "half_even" },
      sort: { by: "profit", descending: false },
    },
  ]);
});

test("PF1: loans stand in the order of what was asked about: losses first of a loss, the best first of a profit", () => {
  expect(loansOrder(-1)).toEqual({ sort: { by: "profit", descending: false } });
  expect(loansOrder(1)).toEqual({ sort: { by: "profit", descending: true } });
  expect(loansOrder(-1, "bad")).toEqual({ sort: { by: "bad", descending: true } });
  expect(loansOrder(null)).toEqual({});
});

test("a product opens its months, and both stand in the link and in what is asked below", async () => {
  const { search, tried, requests } = await draw();
  const table = await screen.findByRole("table", { name: "Profit by product" });
  fireEvent.click(within(table).getByRole("button", { name: "CL12" }));
  const months = await screen.findByRole("table", { name: "CL12: profit by month of disbursal" });
  expect(within(table).getByRole("button", { name: "CL12" }).getAttribute("aria-pressed")).toBe("true");
  expect(tried.at(-1)).toMatchObject({ disbursed: null, products: ["CL12"] });
  fireEvent.click(within(months).getByRole("button", { name: "Oct 2026" }));
  await expect.poll(search).toBe("?psel=CL12&pmonth=2026-10");
  await expect.poll(() => tried.at(-1)).toMatchObject({ disbursed: monthBack(1), products: ["CL12"] });
  expect(screen.getAllByText("CL12, Oct 2026")).not.toHaveLength(0);
  fireEvent.click(within(months).getByRole("button", { name: /^25: See the loans/ }));
  expect(requests.at(-1)).toMatchObject({ title: "Loans of CL12, Oct 2026", where: { disbursed: monthBack(1) } });
  fireEvent.click(within(table).getByRole("button", { name: "All" }));
  await expect.poll(search).toBe("");
});

test("PF2 PF3 PF5: the worked example, found in the sample by a hint", async () => {
  await draw({ status: { origins: { own: 0, sample: 1 } } });
  fireEvent.click(await screen.findByRole("button", { name: "Show TEACH12" }));
  expect(
    await screen.findByText(
      "Profit ¥2.00M; per disbursed 1.06%; on capital in use (closing mean ¥88.94M) 2.25%; on capital in use (time-weighted ¥104.61M) 1.91%.",
    ),
  ).toBeDefined();
  const shares = within(screen.getByRole("list", { name: "Shares of cost" })).getAllByRole("listitem");
  expect(shares.map(({ textContent }) => textContent)).toEqual([
    "Bad principal37.1%¥5.20M",
    "Funding33.6%¥4.70M",
    "Marketing29.3%¥4.10M",
  ]);
  const yields = within(screen.getByRole("table", { name: "Yields by what they are divided by" }));
  expect(yields.getByRole("row", { name: /^Time-weighted/ }).textContent).toBe(
    "Time-weighted¥104.61M-years15.29%4.97%3.92%4.49%1.91%",
  );
  expect(
    screen.getByRole("slider", { name: /^TEACH12: from an income of ¥16.00M to a profit of ¥2.00M/ }),
  ).toBeDefined();
});

test("PF4: interest above what was due is explained under the table, in its cell and beside the worked example's hint", async () => {
  const products = RESULT.products.map((one) => (one.product === "CL12" ? { ...one, realised: 13.62 } : one));
  await draw({ result: { ...RESULT, products }, status: { origins: { own: 0, sample: 1 } } });
  expect(await screen.findByText(/^Interest realised of CL12: more interest was received/)).toBeDefined();
  const table = within(screen.getByRole("table", { name: "Profit by product" }));
  expect(table.getByRole("cell", { name: /^1,362\.0%/ }).title).toMatch(
    /^More interest was received than had fallen due/,
  );
  expect(screen.getByRole("button", { name: "Show TEACH12" })).toBeDefined();
});

test("there is no hint at the worked example in data of one's own", async () => {
  await draw();
  await screen.findByRole("table", { name: "Profit by product" });
  expect(screen.queryByRole("button", { name: "Show TEACH12" })).toBeNull();
});

test("loans of the period are asked for by it, and those outside are counted", async () => {
  const { asked, search } = await draw({ result: { ...RESULT, outside: { loans: 412, disbursed: 99_000_000 } } });
  expect(await screen.findByText(/in no figure here: 412 loans, ¥990\.0K/)).toBeDefined();
  expect(asked[0]).toMatchObject({ disbursed: null, grain: "month" });
  fireEvent.click(screen.getByRole("radio", { name: /^Disbursed/ }));
  await expect.poll(search).toBe("?loansIn=period");
  await expect.poll(() => asked.at(-1)?.disbursed).not.toBeNull();
});

test("without a ledger there is no period to choose, and a link that asks for one means all loans", async () => {
  const status = { asOf: null, firstDay: null };
  const { asked } = await draw({ search: "?loansIn=period&lp=CL12&g=week", status });
  expect(await screen.findByRole("table", { name: "Profit by product" })).toBeDefined();
  expect(screen.queryByRole("radio", { name: /^Disbursed/ })).toBeNull();
  expect(asked).toMatchObject([{ disbursed: null, products: ["CL12"], grain: "week" }]);
});

test("AM1 AM4 PF3: the rules stand in the link, each with what it decides", async () => {
  const { asked, search } = await draw({ search: "?ldays=act_360" });
  expect(asked[0]?.rules).toEqual({ ...DEFAULT_CREDIT_RULES, dayCount: "act_360" });
  fireEvent.click(await screen.findByRole("button", { name: /^How it is computed/ }));
  expect(await screen.findByText(/Where half a fen of an instalment goes/)).toBeDefined();
  fireEvent.click(screen.getByRole("radio", { name: "Half to even" }));
  await expect.poll(search).toContain("lround=half_even");
  fireEvent.click(screen.getByRole("radio", { name: "Repayments" }));
  await expect.poll(() => asked.at(-1)?.rules.capital).toBe("repayments");
});

test("PF7: what a missing column switches off is said, and nothing else is off", async () => {
  await draw({ result: WITHOUT_BAD });
  const note = await screen.findByRole("list", { name: "What would switch more on" });
  expect(within(note).getByText(/^bad_principal has no value/)).toBeDefined();
  expect(within(note).getByText(/^penalty_received has no value: income is counted without/)).toBeDefined();
  expect(within(note).getByText(/^repaid_principal has no value/)).toBeDefined();
  expect(
    within(note).getByText(
      /^3 loans of the file could not be read and are in no figure: L7, L8,? and L9\. Each has an unknown/,
    ),
  ).toBeDefined();
  expect(screen.getByText("Profit over time is not known")).toBeDefined();
  expect(screen.getByText("A cost is not known, so neither are the shares.")).toBeDefined();
  expect(await screen.findByText("Not in the file: Bad principal.")).toBeDefined();
  const row = within(screen.getByRole("table", { name: "Profit by product" })).getByRole("row", { name: /^CL12/ });
  const cells = within(row)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);
  expect(cells.slice(2, 5)).toEqual(["—", "—", "—"]);
  expect(cells.slice(10, 12)).toEqual(["¥1.00M", "¥110.0K"]);
});

test.each([
  ["", "All loans lent up to the last day of data"],
  ["?psel=CL12", "CL12: All loans lent up to the last day of data"],
  ["?loansIn=period&p=7d", /^Disbursed \S+/],
])("figures of an explanation say which loans they are of: %s", async (search, scope) => {
  await draw({ search });
  fireEvent.click(await screen.findByRole("button", { name: "How is Returns and cost computed?" }));
  expect(await screen.findByRole("heading", { level: 4, name: scope })).toBeDefined();
  expect(screen.queryByText("In this period")).toBeNull();
});

test("a slider asks what would be once it is let go of, and the link keeps it", async () => {
  const { tried, search } = await draw();
  const slider = await screen.findByRole("slider", { name: "Bad principal: change" });
  expect(slider.getAttribute("aria-valuetext")).toBe("as it is");
  fireEvent.change(slider, { target: { value: "-10" } });
  expect(slider.getAttribute("aria-valuetext")).toBe("−10%");
  expect(search()).toBe("");
  fireEvent.pointerUp(slider);
  await expect.poll(() => new URLSearchParams(search()).get("whatif")).toBe("bad:-10");
  await expect.poll(() => tried.at(-1)?.factors).toEqual({ bad: 900_000 });
  const outcome = screen.getByRole("table", { name: "What if: outcome" });
  expect(within(outcome).getByRole("row", { name: /^Profit/ }).textContent).toBe("Profit¥2.00M¥2.52M+¥520.0K");
  fireEvent.click(screen.getByRole("button", { name: "As it is" }));
  await expect.poll(search).toBe("");
});

test("a change can be typed, and cannot leave the reach of the slider", async () => {
  const { search } = await draw();
  const field = await screen.findByRole("textbox", { name: "Funding" });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: "25" } });
  fireEvent.blur(field);
  await expect.poll(() => new URLSearchParams(search()).get("whatif")).toBe("funding:25");
});

/** What Enter does in a field: it presses the first button of its form that sends it. */
function enter({ form }: HTMLInputElement) {
  const button = [...(form?.elements ?? [])].find((one) => one instanceof HTMLButtonElement && one.type === "submit");
  if (button === undefined) throw new Error("Enter does nothing in this field");
  fireEvent.click(button);
}

test("a number out of reach is cut to what may be tried, and said to be, even where it stands already", async () => {
  const { search } = await draw();
  const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "Funding" });
  const typed = (value: string) => {
    field.focus();
    fireEvent.change(field, { target: { value } });
    enter(field);
  };
  for (const value of ["1394", "1500"]) {
    typed(value);
    await expect.poll(() => new URLSearchParams(search()).get("whatif")).toBe("funding:100");
    await expect.poll(() => field.value).toBe("100");
    expect(screen.getByText("Only between −50% and +100%: set to +100%.").getAttribute("aria-live")).toBe("polite");
  }
  typed("-80");
  await expect.poll(() => field.value).toBe("-50");
  expect(screen.getByText("Only between −50% and +100%: set to −50%.")).toBeDefined();
  typed("30");
  await expect.poll(() => new URLSearchParams(search()).get("whatif")).toBe("funding:30");
  expect(screen.queryByText(/^Only between/)).toBeNull();
});

test("PF6: bad principal may be tried far beyond what it is, and the slider goes along", async () => {
  const { search, tried } = await draw();
  const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "Bad principal" });
  field.focus();
  fireEvent.change(field, { target: { value: "1394" } });
  enter(field);
  await expect.poll(() => new URLSearchParams(search()).get("whatif")).toBe("bad:1394");
  await expect.poll(() => tried.at(-1)?.factors).toEqual({ bad: 14_940_000 });
  const slider = screen.getByRole("slider", { name: "Bad principal: change" });
  expect(slider.getAttribute("aria-valuetext")).toBe("+1,394%");
});

test("what is drawn over time is chosen, and stands in the link", async () => {
  const { search } = await draw();
  const choice = await screen.findByRole("radiogroup", { name: "What is drawn" });
  fireEvent.click(within(choice).getByRole("radio", { name: "Profit" }));
  await expect.poll(search).toBe("?pdraw=profit");
});

test("a name of the legend brings its line out, and puts it back", async () => {
  await draw();
  const card = within(await screen.findByRole("region", { name: "Profit over time" }));
  const name = () => card.getByRole("button", { name: "CL12" });
  expect(name().getAttribute("aria-pressed")).toBe("false");
  fireEvent.click(name());
  expect(name().getAttribute("aria-pressed")).toBe("true");
  expect(card.getByRole("button", { name: "CAR24" }).getAttribute("aria-pressed")).toBe("false");
  fireEvent.click(name());
  expect(name().getAttribute("aria-pressed")).toBe("false");
});

test("it speaks Chinese", async () => {
  await draw({ language: "zh", search: "?psel=TEACH12" });
  expect(await screen.findByRole("table", { name: "各产品盈利" })).toBeDefined();
  expect(screen.getByText(/^盈利 ¥200\.0万；放款口径 1\.06%；资金占用口径（期末余额均值/)).toBeDefined();
  expect(await screen.findByRole("slider", { name: "坏账本金：变动" })).toBeDefined();
});

test("PF7 PF9: which day the loans are of, and what the file leaves open, stands above the panels", async () => {
  const blanks = [{ part: "bad", loans: 12, products: [] }] as const;
  await draw({ result: { ...RESULT, gaps: { ...NO_GAPS, blanks, later: 2 } } });
  expect((await screen.findByText(/^Loans as of/)).textContent).toBe(
    "Loans as of Nov 20, 2026. Bad principal is blank for 12 of 71 loans and counts as none. 2 loans are disbursed after Nov 20, 2026 and are left out.",
  );
});
