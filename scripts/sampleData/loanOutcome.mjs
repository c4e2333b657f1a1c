import { mulDiv, permilleOf } from "./money.mjs";

const PREPAID_PERMILLE = 25;
const LATE_PERMILLE = 60;
const LATE_PENALTY_PERMILLE = 10;
const BAD_AFTER_DAYS = 90;
const FUNDING_ANNUAL_PPM = 75_000;

/** Which instalment is the last paid, and why no more follow. */
function fateOf(random, { product, rows }) {
  const isDefaulting = random.chance(product.defaultPermille);
  const isPrepaying = random.chance(PREPAID_PERMILLE);
  const instalment = random.between(1, rows.length);
  if (isDefaulting) return { paidThrough: Math.floor(instalment / 2), end: "default" };
  return isPrepaying ? { paidThrough: instalment, end: "prepaid" } : { paidThrough: rows.length, end: "term" };
}

const sumOf = (rows, field) => rows.reduce((sum, row) => sum + row[field], 0);

function statusOf({ leftFen, overdueDays }) {
  if (leftFen === 0) return "settled";
  if (overdueDays > BAD_AFTER_DAYS) return "bad";
  return overdueDays > 0 ? "overdue" : "current";
}

/** What had come of a loan by the end of `lastDay`. */
export function loanOutcome(random, loan, lastDay) {
  const { paidThrough, end } = fateOf(random, loan);
  const elapsed = loan.rows.filter(({ dueDay }) => dueDay <= lastDay);
  const paid = elapsed.slice(0, paidThrough);
  const isPrepaid = end === "prepaid" && paid.length === paidThrough;
  const repaidFen = isPrepaid ? loan.principalFen : sumOf(paid, "principalFen");
  const leftFen = loan.principalFen - repaidFen;
  const firstMissed = end === "default" ? elapsed[paidThrough] : undefined;
  const overdueDays = firstMissed === undefined ? 0 : lastDay - firstMissed.dueDay;
  const status = statusOf({ leftFen, overdueDays });
  const isLate = random.chance(LATE_PERMILLE);
  const fundedRows = isPrepaid ? paid : elapsed;
  return {
    status,
    repaidFen,
    overdueDays,
    interestFen: sumOf(paid, "interestFen"),
    penaltyFen: isLate ? permilleOf(sumOf(paid, "interestFen"), LATE_PENALTY_PERMILLE) : 0,
    feesFen: permilleOf(loan.principalFen, loan.product.feePermille),
    badFen: status === "bad" ? leftFen : 0,
    marketingFen: permilleOf(loan.principalFen, loan.product.marketingPermille),
    fundingFen: mulDiv(sumOf(fundedRows, "openingFen"), FUNDING_ANNUAL_PPM, 12_000_000),
  };
}
