import { addMonths, dayText, isWorkingDay, monthText } from "./calendar.mjs";
import { csvText } from "./csv.mjs";
import { loanOutcome } from "./loanOutcome.mjs";
import { downToHundredYuan, fenOfYuan, mulDiv, yuanText } from "./money.mjs";
import { createRandom } from "./random.mjs";
import { scheduleOf } from "./schedules.mjs";

const HEADER = [
  "loan_id",
  "product",
  "disbursed_on",
  "principal",
  "annual_rate",
  "periods",
  "method",
  "interest_received",
  "penalty_received",
  "fees_received",
  "bad_principal",
  "marketing_cost",
  "funding_cost",
  "repaid_principal",
  "status",
  "borrower_id",
  "overdue_days",
];

/** `defaultPermille` of loans stop paying; marketing and fees are permille of principal. */
const LOAN_PRODUCTS = [
  {
    code: "CL12",
    weight: 52,
    annualPpm: 180_000,
    periods: 12,
    method: "level",
    yuan: [5_000, 40_000],
    defaultPermille: 105,
    marketingPermille: 45,
    feePermille: 10,
  },
  {
    code: "SB06",
    weight: 15,
    annualPpm: 156_000,
    periods: 6,
    method: "equal_principal",
    yuan: [40_000, 200_000],
    defaultPermille: 14,
    marketingPermille: 10,
    feePermille: 10,
  },
  {
    code: "CAR24",
    weight: 16,
    annualPpm: 132_000,
    periods: 24,
    method: "level",
    yuan: [30_000, 150_000],
    defaultPermille: 16,
    marketingPermille: 8,
    feePermille: 15,
  },
  {
    code: "BR03",
    weight: 6,
    annualPpm: 144_000,
    periods: 3,
    method: "interest_only",
    yuan: [80_000, 300_000],
    defaultPermille: 7,
    marketingPermille: 5,
    feePermille: 5,
  },
  {
    code: "IV02",
    weight: 11,
    annualPpm: 120_000,
    periods: 2,
    method: "bullet",
    yuan: [20_000, 120_000],
    defaultPermille: 4,
    marketingPermille: 3,
    feePermille: 3,
  },
];
const SMALLEST_LOAN_FEN = fenOfYuan(5_000);

/** Lenders' money lent on: what they have outstanding is this many permille of what borrowers owe. */
const MATCH_PERMILLE = 1_026;

/** One product-month of round figures, lent and settled before the ledger begins. */
const TEACHING_LOAN = {
  loan_id: "L22120001",
  product: "TEACH12",
  disbursed_on: "2022-12-15",
  principal: "188000000.00",
  annual_rate: "18.00%",
  periods: 12,
  method: "level",
  interest_received: "16000000.00",
  penalty_received: "0.00",
  fees_received: "0.00",
  bad_principal: "5200000.00",
  marketing_cost: "4100000.00",
  funding_cost: "4700000.00",
  repaid_principal: "182800000.00",
  status: "settled",
  borrower_id: "B00000",
  overdue_days: 0,
};

function loanFor(random, neededFen) {
  const product = random.pickWeighted(LOAN_PRODUCTS.map((choice) => [choice, choice.weight]));
  const [lowest, highest] = product.yuan;
  const fen = fenOfYuan(100 * random.between(lowest / 100, highest / 100));
  if (fen <= neededFen) return { product, principalFen: fen };
  const consumer = LOAN_PRODUCTS[0];
  const most = fenOfYuan(consumer.yuan[1]);
  return { product: consumer, principalFen: Math.min(most, downToHundredYuan(neededFen)) };
}

/** A loan's own fields, its schedule and its due days. */
function newLoan(random, { neededFen, day, id }) {
  const { product, principalFen } = loanFor(random, neededFen);
  const { annualPpm, periods, method } = product;
  const schedule = scheduleOf({ principalFen, annualPpm, periods, method });
  return {
    id,
    product,
    principalFen,
    day,
    rows: schedule.map((row, index) => ({ ...row, dueDay: addMonths(day, index + 1) })),
  };
}

/**
 * Lends on each working day what lenders have given beyond what borrowers still owe by schedule. When lenders leave
 * suddenly nothing is lent for a while, and borrowers for once owe more.
 */
function lendOn(random, outstandingByDay) {
  const loans = [];
  const principalDueByDay = new Map();
  const countByMonth = new Map();
  let owedFen = 0;
  for (const [day, outstandingFen] of outstandingByDay) {
    owedFen -= principalDueByDay.get(day) ?? 0;
    if (!isWorkingDay(day)) continue;
    let neededFen = mulDiv(outstandingFen, 1000, MATCH_PERMILLE) - owedFen;
    while (neededFen >= SMALLEST_LOAN_FEN) {
      const month = monthText(day);
      countByMonth.set(month, (countByMonth.get(month) ?? 0) + 1);
      const id = `L${month.slice(2).replace("-", "")}${String(countByMonth.get(month)).padStart(4, "0")}`;
      const loan = newLoan(random, { neededFen, day, id });
      loans.push(loan);
      owedFen += loan.principalFen;
      neededFen -= loan.principalFen;
      for (const { dueDay, principalFen } of loan.rows)
        principalDueByDay.set(dueDay, (principalDueByDay.get(dueDay) ?? 0) + principalFen);
    }
  }
  return loans;
}

const percentText = (ppm) => `${yuanText(ppm / 100)}%`;

function loanRecord(loan, outcome, borrower) {
  const { product } = loan;
  return {
    loan_id: loan.id,
    product: product.code,
    disbursed_on: dayText(loan.day),
    principal: yuanText(loan.principalFen),
    annual_rate: percentText(product.annualPpm),
    periods: product.periods,
    method: product.method,
    interest_received: yuanText(outcome.interestFen),
    penalty_received: yuanText(outcome.penaltyFen),
    fees_received: yuanText(outcome.feesFen),
    bad_principal: yuanText(outcome.badFen),
    marketing_cost: yuanText(outcome.marketingFen),
    funding_cost: yuanText(outcome.fundingFen),
    repaid_principal: yuanText(outcome.repaidFen),
    status: outcome.status,
    borrower_id: `B${String(borrower).padStart(5, "0")}`,
    overdue_days: outcome.overdueDays,
  };
}

/** Loans as they stand on `lastDay`. */
export function loansCsv(outstandingByDay, lastDay) {
  const random = createRandom("loans");
  const loans = lendOn(random, outstandingByDay);
  const records = loans.map((loan, index) => {
    const borrower = index > 40 && random.chance(90) ? random.between(1, index) : index + 1;
    return loanRecord(loan, loanOutcome(random, loan, lastDay), borrower);
  });
  return csvText(HEADER, [TEACHING_LOAN, ...records]);
}
