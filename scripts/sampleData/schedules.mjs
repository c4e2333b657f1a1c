import { mulDiv } from "./money.mjs";

const MONTHS_PPM = 12_000_000n;

const monthInterest = (balanceFen, annualPpm) => mulDiv(balanceFen, annualPpm, 12_000_000);

/** The level instalment, from whole numbers only: P·i·(1+i)^n ÷ ((1+i)^n − 1), rounded half up. */
function levelInstalment({ principalFen, annualPpm, periods }) {
  const grown = (MONTHS_PPM + BigInt(annualPpm)) ** BigInt(periods);
  const plain = MONTHS_PPM ** BigInt(periods);
  const numerator = BigInt(principalFen) * BigInt(annualPpm) * grown;
  const denominator = MONTHS_PPM * (grown - plain);
  return Number((numerator * 2n + denominator) / (denominator * 2n));
}

const PRINCIPAL_BY_METHOD = {
  level: (terms) => {
    const instalment = levelInstalment(terms);
    return (balanceFen, interestFen) => Math.min(balanceFen, instalment - interestFen);
  },
  equal_principal: ({ principalFen, periods }) => {
    const share = mulDiv(principalFen, 1, periods);
    return () => share;
  },
  interest_only: () => () => 0,
  bullet: () => () => 0,
};

/**
 * What a loan owes month by month; the last instalment takes what is left, so principal sums to the loan.
 *
 * @returns rows of interest due, principal due, and the balance before it
 */
export function scheduleOf(terms) {
  const { principalFen, annualPpm, periods, method } = terms;
  const principalDue = PRINCIPAL_BY_METHOD[method](terms);
  const rows = [];
  let balanceFen = principalFen;
  for (let period = 1; period <= periods; period += 1) {
    const interestFen = monthInterest(balanceFen, annualPpm);
    const fen = period === periods ? balanceFen : principalDue(balanceFen, interestFen);
    rows.push({ interestFen, principalFen: fen, openingFen: balanceFen });
    balanceFen -= fen;
  }
  if (method !== "bullet") return rows;
  const totalInterest = rows.reduce((sum, row) => sum + row.interestFen, 0);
  return rows.map((row, index) => ({ ...row, interestFen: index === periods - 1 ? totalInterest : 0 }));
}
