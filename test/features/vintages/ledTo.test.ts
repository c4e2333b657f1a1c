import { readFileSync } from "node:fs";

import { beforeAll, expect, test } from "vitest";

import { addMonths, parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES, OVERDUE_BUCKETS } from "#src/domain/loans.ts";
import type { EngineMethods, LoansPage, LoansWhere, VintagesResult } from "#src/engine/protocol.ts";
import { overdueModel } from "#src/features/vintages/overdueModel.ts";
import { vintageModel } from "#src/features/vintages/vintageModel.ts";
import { monthWhere, type VintagesView } from "#src/features/vintages/vintagesView.ts";
import { csvOf, openEngine } from "#test/support/engineHarness.ts";

const rules = DEFAULT_CREDIT_RULES;
const ALL: VintagesView = { measure: "bad", args: { disbursed: null, products: [], rules } };
/** The last day of the ledger that stands beside the loans. */
const LAST_DAY = "2025-03-31";

interface CsvLoan {
  readonly product: string;
  readonly disbursedOn: string;
  readonly principal: number;
  readonly bad: number;
  readonly repaid: number;
  readonly overdueDays: number;
  readonly status: string;
}

const fen = (text: string | undefined) => Math.round(Number(text) * 100);

/** The sample's loans, read the slow way. */
function sampleLoans(text: string): readonly CsvLoan[] {
  const [header = "", ...lines] = text.replace("\uFEFF", "").trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const cell = (name: string) => cells[names.indexOf(name)];
    return {
      product: cell("product") ?? "",
      disbursedOn: cell("disbursed_on") ?? "",
      principal: fen(cell("principal")),
      bad: fen(cell("bad_principal")),
      repaid: fen(cell("repaid_principal")),
      overdueDays: Number(cell("overdue_days")),
      status: cell("status") ?? "",
    };
  });
}

const TEXT = readFileSync(new URL("../../../sample-data/loans.csv", import.meta.url), "utf8");
const LOANS = sampleLoans(TEXT);

let methods: EngineMethods;
let result: VintagesResult;

beforeAll(async () => {
  const engine = await openEngine();
  const lend = { txnId: "T1", lender: "a", at: `${LAST_DAY} 10:00:00`, type: "lend", amount: "1000.00" };
  await engine.drop({
    "ledger.csv": csvOf([{ ...lend, product: "P", term: "30", channel: "web" }]),
    "loans.csv": TEXT,
  });
  methods = engine.methods;
  result = await methods.vintages(ALL.args);
});

function listed(where: LoansWhere): Promise<LoansPage> {
  return methods.loans({ where, rules, sort: { by: "owed", descending: true }, offset: 0, limit: 5 });
}

test("VT1 VT2: every month of lending leads to just its loans", async () => {
  const { lines } = vintageModel(result, "bad");
  expect(lines.map(({ month }) => month.from)).toEqual(
    [...new Set(LOANS.map(({ disbursedOn }) => parseIsoDay(`${disbursedOn.slice(0, 7)}-01`)))].toSorted(
      (a, b) => Number(a) - Number(b),
    ),
  );
  for (const line of lines) {
    const { total } = await listed(monthWhere(ALL, line.month));
    expect([total.loans, total.disbursed]).toEqual([line.loans, line.disbursed]);
    // What went bad by the oldest month on book is no more than what has by now.
    expect(line.amounts[line.age] ?? 0).toBeLessThanOrEqual(total.bad ?? 0);
    expect(line.age < 0 || addMonths(line.month.to, line.age) <= (result.snapshotDay ?? 0)).toBe(true);
  }
});

test("VT4: every figure of what is overdue leads to loans that come to it, and to what the file says", async () => {
  const { rows, total } = overdueModel(result.overdue);
  const bucketOf = (days: number) => OVERDUE_BUCKETS[[0, 30, 60, 90, Infinity].findIndex((most) => days <= most)];
  for (const { product, loans, owed: unpaid, cells } of rows) {
    const all = await listed({ disbursed: null, products: [product ?? ""], overdue: "any" });
    expect([all.total.loans, all.total.owed + (all.total.bad ?? 0)]).toEqual([loans, unpaid]);
    for (const bucket of OVERDUE_BUCKETS) {
      const inFile = LOANS.filter(
        (loan) =>
          loan.product === product &&
          loan.status !== "settled" &&
          bucketOf(loan.overdueDays) === bucket &&
          loan.principal > loan.repaid,
      );
      const owed = inFile.reduce((sum, loan) => sum + loan.principal - loan.repaid, 0);
      expect([cells[bucket].loans, cells[bucket].owed]).toEqual([inFile.length, owed]);
      const page = await listed({ disbursed: null, products: [product ?? ""], overdue: bucket });
      expect([page.total.loans, page.total.owed + (page.total.bad ?? 0)]).toEqual([inFile.length, owed]);
    }
  }
  const left = LOANS.filter(({ status }) => status !== "settled").map(({ principal, repaid }) => principal - repaid);
  expect(total.owed).toBe(left.reduce((sum, one) => sum + one, 0));
  const open = LOANS.filter(({ status }) => status !== "settled");
  expect(result.overdueBad).toBe(open.reduce((sum, { bad }) => sum + bad, 0));
});

test("VT1: loans behind what was prepaid can begin with those that repaid most", async () => {
  const { rows } = await methods.loans({
    where: { disbursed: null, products: [] },
    rules,
    sort: { by: "repaid", descending: true },
    offset: 0,
    limit: 20,
  });
  const most = LOANS.map(({ repaid }) => repaid).toSorted((a, b) => b - a);
  expect(rows.map(({ repaid }) => repaid)).toEqual(most.slice(0, 20));
});

test("VT3: a product that makes up a month alone and lent in no other is told", () => {
  const monthOfLoan = ({ disbursedOn }: CsvLoan) => disbursedOn.slice(0, 7);
  const own = [...new Set(LOANS.map(({ product }) => product))].filter((product) => {
    const months = new Set(LOANS.filter((loan) => loan.product === product).map(monthOfLoan));
    return months.size === 1 && LOANS.every((loan) => !months.has(monthOfLoan(loan)) || loan.product === product);
  });
  expect(own).not.toHaveLength(0);
  expect(result.ownProducts.map(({ product }) => product)).toEqual(own);
});

test("AM1 LC6: a listed loan leads to a schedule that repays it in full, and stands where the list says", async () => {
  const { rows } = await listed({ disbursed: null, products: ["CAR24"], owing: true });
  expect(rows).toHaveLength(5);
  for (const row of rows) {
    const { loan, instalments } = await methods.loanSchedule({ loanId: row.loanId, rules });
    expect(loan).toEqual(row);
    expect(instalments).toHaveLength(row.periods);
    expect(instalments.reduce((sum, { principal }) => sum + principal, 0)).toBe(row.principal);
    expect(instalments.findLast(({ actual }) => actual !== null)?.actual ?? row.principal).toBe(row.owed);
  }
});
