import { createRandom } from "#scripts/sampleData/random.mjs";

import { LOAN_PRODUCTS } from "./loansFile.mjs";

const RULES = { rounding: "half_up", dayCount: "act_365", capital: "schedule" };
const OTHER_RULES = { rounding: "half_even", dayCount: "act_360", capital: "repayments" };
const LEVERAGE_RULES = {
  guaranteePpm: 30_000,
  guaranteeBase: "outstanding",
  countsRelated: false,
  own: "priority",
  insuredPpm: 1_000_000,
  haircutPpm: 0,
  mainBusinessPpm: 1_000_000,
  subsidiaryPpm: 500_000,
  financialPpm: 0,
};
const GRAINS = ["day", "week", "month"];
const PAGE_ROWS = 100;
/** Remaining days of the lines of the term ladder. */
const LADDER = [
  [0, 7],
  [8, 30],
  [31, 60],
  [61, 90],
  [91, 180],
  [181, null],
];

/**
 * What is asked of loans and funds, by kind of question; the same seed asks the same. "Filtered" has some products and days
 * of disbursal, and now and then other rules, for which every schedule is made anew.
 */
export function creditQueries({ stored, seed, count }) {
  const random = createRandom(`credit ${seed}`);

  function period() {
    const from = random.between(stored.firstDay, stored.asOf - 30);
    return { from, to: random.between(from + 7, stored.asOf) };
  }

  function scope(filtered) {
    if (!filtered) return { disbursed: null, products: [], rules: RULES };
    const products = LOAN_PRODUCTS.filter(() => random.chance(500));
    return { disbursed: period(), products, rules: random.chance(200) ? OTHER_RULES : RULES };
  }

  const profitability = (filtered) => ({ ...scope(filtered), grain: random.pick(GRAINS) });
  const loans = (filtered) => {
    const { rules, ...where } = scope(filtered);
    const sort = { by: random.pick(["principal", "profit", "owed"]), descending: random.chance(500) };
    return { where, rules, sort, offset: random.below(1000), limit: PAGE_ROWS };
  };
  const matching = () => ({
    period: period(),
    grain: random.pick(GRAINS),
    rules: { rounding: "half_up", dayCount: "act_365" },
    lenderYieldPpm: null,
  });
  const openLots = () => {
    const [from, to] = random.pick(LADDER);
    const sort = { by: random.pick(["lender", "maturityDay", "open"]), descending: random.chance(500) };
    return { due: { type: "term", from, to }, sort, offset: random.below(1000), limit: PAGE_ROWS };
  };
  const leverage = () => ({ period: period(), grain: random.pick(GRAINS), rules: LEVERAGE_RULES });
  const callsOf = (args, filtered) => Array.from({ length: count }, () => args(filtered));
  const both = (name, method, args) => [
    { name, method, calls: callsOf(args, false) },
    { name: `${name}, filtered`, method, calls: callsOf(args, true) },
  ];
  return [
    ...both("profitability", "profitability", profitability),
    ...both("what-if", "profitWhatIf", (filtered) => ({ ...scope(filtered), factors: { bad: 900_000 } })),
    ...both("credit quality", "vintages", scope),
    ...both("loans", "loans", loans),
    { name: "match and terms", method: "matching", calls: callsOf(matching) },
    { name: "open lots of a line", method: "openLots", calls: callsOf(openLots) },
    { name: "leverage", method: "leverage", calls: callsOf(leverage) },
  ];
}
