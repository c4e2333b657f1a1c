import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { LoansArgs } from "#src/engine/protocol.ts";
import { LoansDrawer } from "#src/features/loans/LoansDrawer.tsx";
import { drawScreen } from "#test/features/overview/screen.tsx";

import { INSTALMENTS, loanRow, loansPage } from "./pages.ts";

const REQUEST = {
  title: "Loans of CAR24",
  subtitle: "Profit = income − cost",
  where: { disbursed: null, products: ["CAR24"] },
  rules: DEFAULT_CREDIT_RULES,
};
const TABLE = `Loans: ${REQUEST.title}`;

const drawer = (onClose = () => {}) => <LoansDrawer request={REQUEST} onClose={onClose} />;
const loans = () => Promise.resolve(loansPage(3));

test("while loans are found the drawer says what is listed", async () => {
  await drawScreen(drawer(), { methods: {} });
  const dialog = within(await screen.findByRole("dialog", { name: REQUEST.title }));
  expect(dialog.getByText(REQUEST.subtitle)).toBeDefined();
  expect(dialog.getByRole("status")).toBeDefined();
});

test("a list that failed can be tried again", async () => {
  let calls = 0;
  const failing = () => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error("block is gone")) : loans();
  };
  await drawScreen(drawer(), { methods: { loans: failing } });
  fireEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("grid", { name: TABLE })).toBeDefined();
});

test("no loans are said to be none", async () => {
  await drawScreen(drawer(), { methods: { loans: () => Promise.resolve(loansPage(0)) } });
  expect(await screen.findByText("No loans")).toBeDefined();
});

test("PF1: totals and what was asked stand above the loans, to the fen", async () => {
  await drawScreen(drawer(), { methods: { loans } });
  const table = await screen.findByRole("grid", { name: TABLE });
  expect(table.getAttribute("aria-rowcount")).toBe("4");
  const totals = within(screen.getByLabelText("Totals"));
  expect(totals.getByText("Profit").nextSibling?.textContent).toBe("¥1,140.03");
  expect(screen.getByText("Products").nextSibling?.textContent).toBe("CAR24");
});

test("loans are asked for with the rules of the request, in the order of the column that is clicked", async () => {
  const asked: LoansArgs[] = [];
  const methods = { loans: (args: LoansArgs) => (asked.push(args), loans()) };
  await drawScreen(drawer(), { methods });
  fireEvent.click(await screen.findByRole("button", { name: "Profit" }));
  await expect.poll(() => asked.at(-1)?.sort).toEqual({ by: "profit", descending: true });
  expect(asked.at(-1)).toMatchObject({ where: REQUEST.where, rules: REQUEST.rules });
  expect(screen.queryByRole("button", { name: "Borrower" })).toBeNull();
});

test("a list opens in the order that was asked for", async () => {
  const asked: LoansArgs[] = [];
  const methods = { loans: (args: LoansArgs) => (asked.push(args), loans()) };
  const sort = { by: "bad", descending: true } as const;
  await drawScreen(<LoansDrawer request={{ ...REQUEST, sort }} onClose={() => {}} />, { methods });
  await screen.findByRole("grid", { name: TABLE });
  expect(asked.map((args) => args.sort)).toEqual(asked.map(() => sort));
  expect(asked.length).toBeGreaterThan(0);
});

test("the file is written with progress and can be cancelled", async () => {
  const createObjectURL = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:loans");
  const methods = { loans: ({ limit }: LoansArgs) => (limit > 1000 ? new Promise<never>(() => {}) : loans()) };
  await drawScreen(drawer(), { methods });
  fireEvent.click(await screen.findByRole("button", { name: "CSV" }));
  expect(await screen.findByRole("progressbar", { name: "Writing CSV" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(createObjectURL).not.toHaveBeenCalled();
  createObjectURL.mockRestore();
});

test("AM1 LC6: a loan leads to its schedule, and back to the list in its order", async () => {
  const asked: LoansArgs[] = [];
  const loanSchedule = vi.fn<(args: { readonly loanId: string }) => Promise<never>>(
    // What the drawer is given is all that is asked of it.
    ({ loanId }) => Promise.resolve({ loan: loanRow(0, { loanId }), instalments: INSTALMENTS }) as Promise<never>,
  );
  const methods = { loans: (args: LoansArgs) => (asked.push(args), loans()), loanSchedule };
  await drawScreen(drawer(), { methods });
  fireEvent.click(await screen.findByRole("button", { name: "Owed" }));
  await expect.poll(() => asked.at(-1)?.sort.by).toBe("owed");
  fireEvent.keyDown(screen.getByRole("grid", { name: TABLE }), { key: "End" });
  // The rows come in their new order a moment after they were asked for.
  await expect
    .poll(() => {
      const list = screen.queryByRole("grid", { name: TABLE });
      if (list) fireEvent.keyDown(list, { key: "Enter" });
      return screen.queryByRole("table", { name: "Repayment schedule of L2" });
    })
    .not.toBeNull();
  const schedule = screen.getByRole("table", { name: "Repayment schedule of L2" });
  expect(within(schedule).getAllByRole("row")).toHaveLength(INSTALMENTS.length + 2);
  expect(loanSchedule.mock.calls[0]![0]).toEqual({ loanId: "L2", rules: REQUEST.rules });
  expect(screen.getByText(/¥3\.00 more is owed than the schedule has/)).toBeDefined();
  const back = screen.getByRole("button", { name: "All loans" });
  expect(document.activeElement).toBe(back);
  fireEvent.click(back);
  expect((await screen.findByRole("columnheader", { name: "Owed" })).getAttribute("aria-sort")).toBe("descending");
});

test("borrowers' ids are masked until they are asked for", async () => {
  const loanSchedule = () => Promise.resolve({ loan: loanRow(7), instalments: INSTALMENTS });
  await drawScreen(drawer(), { methods: { loans, loanSchedule } });
  fireEvent.keyDown(await screen.findByRole("grid", { name: TABLE }), { key: "Enter" });
  expect(await screen.findByText("bo••••-7")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show borrower ids" }));
  expect(await screen.findByText("borrower-7")).toBeDefined();
});

test("a loan that is no longer there is said to be gone", async () => {
  const loanSchedule = () => Promise.resolve({ loan: null, instalments: [] });
  await drawScreen(drawer(), { methods: { loans, loanSchedule } });
  fireEvent.keyDown(await screen.findByRole("grid", { name: TABLE }), { key: "Enter" });
  expect(await screen.findByText("The data holds no loan L0 any more")).toBeDefined();
});

test("closing is asked of whoever opened it", async () => {
  const onClose = vi.fn<() => void>();
  await drawScreen(drawer(onClose), { methods: { loans } });
  fireEvent.click(await screen.findByRole("button", { name: "Close" }));
  expect(onClose).toHaveBeenCalledOnce();
});

test("it speaks Chinese", async () => {
  await drawScreen(drawer(), { methods: { loans }, language: "zh" });
  expect(await screen.findByRole("grid", { name: `借款明细：${REQUEST.title}` })).toBeDefined();
  expect(screen.getByText("待还本金", { selector: "dt" })).toBeDefined();
});
