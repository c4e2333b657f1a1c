import { createRandom } from "#scripts/sampleData/random.mjs";

const DAY_MS = 86_400_000;
const LOANS = 100_000;
const METHODS = ["level", "level", "equal_principal", "interest_only", "bullet"];
const HEADER =
  "loan_id,product,disbursed_on,principal,annual_rate,periods,method,interest_received,penalty_received,fees_received," +
  "bad_principal,marketing_cost,funding_cost,repaid_principal,status,borrower_id,overdue_days";

export const LOAN_PRODUCTS = ["A12", "B18", "C24", "D30", "E36"];

const isoDay = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const yuan = (fen) => (fen / 100).toFixed(2);

/** 100,000 loans of 12 to 36 months, disbursed on the days of the ledger; one in twenty is in default. */
export function loansCsv({ firstDay, lastDay, seed }) {
  const random = createRandom(`loans ${seed}`);
  const lines = [HEADER];
  for (let loan = 1; loan <= LOANS; loan += 1) {
    const product = random.below(LOAN_PRODUCTS.length);
    const periods = 12 + 6 * product;
    const day = random.between(firstDay, lastDay);
    const principal = 100_000 * random.between(50, 2_000);
    const elapsed = Math.min(periods, Math.floor((lastDay - day) / 31));
    const isBad = random.chance(50) && elapsed > 3;
    const repaid = Math.floor((principal * (isBad ? Math.floor(elapsed / 2) : elapsed)) / periods);
    const bad = isBad ? principal - repaid : 0;
    const interest = Math.floor(repaid / 12);
    const cells = [
      ...[`L${loan}`, LOAN_PRODUCTS[product], isoDay(day), yuan(principal), "15.60%", periods],
      ...[METHODS[product], yuan(interest), "0.00", yuan(principal / 100), yuan(bad), yuan(principal / 50)],
      ...[yuan(Math.floor(interest / 2)), yuan(repaid), isBad ? "bad" : "current", `B${loan}`, isBad ? 120 : 0],
    ];
    lines.push(cells.join(","));
  }
  return `${lines.join("\n")}\n`;
}

/** Backing of every kind at the first day. */
export function fundsCsv({ firstDay }) {
  const asOf = isoDay(firstDay);
  return [
    "as_of,kind,amount,relation,main_business,related,note",
    `${asOf},guarantee,30000000.00,partner,,no,`,
    `${asOf},net_assets,40000000.00,own,,,`,
    `${asOf},shareholder,50000000.00,controlling,yes,,`,
    "",
  ].join("\n");
}
