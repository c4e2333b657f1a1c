import { createRandom } from "#scripts/sampleData/random.mjs";

const GRAINS = ["day", "week", "month"];
const COMPARISONS = ["previous", "last_year", "none"];
const MEASURES = [
  "holding",
  "relend",
  "balance",
  "volume",
  "lifetimeVolume",
  "lifetimeAnnualisedVolume",
  "lifetimeBalanceYears",
];
const SPLITS = ["none", "none", "channel", "product"];
const SORTS = ["instant", "amount", "lender"];
const NO_FILTER = { products: [], channels: [] };
const GROUPINGS = ["channel", "kind", "campaign", "product", "month"];
const LENDER_SORTS = ["lender", "firstLend", "lastLend", "occasions", "volume", "balance"];
const STATES = ["new", "holding", "at_risk", "resurrected", "grace", "lost", "never_lent"];
const ACTIVATION = {
  actions: ["lendDays", "products", "terms", "amount10k"],
  windows: [1, 3, 7, 14, 30],
  thresholds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  followUpDays: 90,
  splitDay: null,
  permutations: 500,
};
const SHORTEST_DAYS = 7;
const PAGE_ROWS = 100;

/**
 * What a reader might ask next, by kind of question; the same seed asks the same.
 *
 * @param stored  the engine's status: its first and last day, products and channels
 * @param count   questions of each kind
 * @returns       `{name, method, calls}` for each kind
 */
export function randomQueries({ stored, seed, count }) {
  const random = createRandom(`queries ${seed}`);

  function period() {
    const days = stored.asOf - stored.firstDay + 1;
    const length = random.between(Math.min(SHORTEST_DAYS, days), days);
    const from = stored.firstDay + random.below(days - length + 1);
    return { from, to: from + length - 1 };
  }

  const some = (names) => names.filter(() => random.chance(400));
  function filter() {
    const chosen = { products: some(stored.products), channels: some(stored.channels) };
    return chosen.products.length + chosen.channels.length > 0 ? chosen : filter();
  }

  const seriesArgs = (filtered) => ({
    period: period(),
    grain: random.pick(GRAINS),
    filter: filtered ? filter() : NO_FILTER,
    comparison: random.pick(COMPARISONS),
  });
  const cohortArgs = (grain) => (filtered) => ({
    grain,
    measure: random.pick(MEASURES),
    per: random.pick(["lender", "total"]),
    splitBy: random.pick(SPLITS),
    filter: filtered ? filter() : NO_FILTER,
  });
  const growthArgs = (filtered) => ({ filter: filtered ? filter() : NO_FILTER });
  const rowsArgs = (filtered) => ({
    where: { period: period(), ...(filtered ? { filter: filter() } : {}) },
    sort: { by: random.pick(SORTS), descending: random.chance(500) },
    offset: random.below(1000),
    limit: PAGE_ROWS,
  });

  const growthTeamArgs = growthTeamQueries({
    random,
    stored,
    some,
    filterOf: (filtered) => (filtered ? filter() : NO_FILTER),
  });
  const kinds = [
    { name: "series", method: "series", args: seriesArgs },
    { name: "lenders", method: "lenderSeries", args: seriesArgs },
    { name: "cohorts by month", method: "cohorts", args: cohortArgs("month") },
    { name: "cohorts by week", method: "cohorts", args: cohortArgs("week") },
    { name: "growth", method: "growth", args: growthArgs },
    { name: "rows", method: "rows", args: rowsArgs },
    ...growthTeamArgs,
  ];
  const callsOf = (args, filtered) => Array.from({ length: count }, () => args(filtered));
  return kinds.flatMap(({ name, method, args }) => [
    { name, method, calls: callsOf(args, false) },
    { name: `${name}, filtered`, method, calls: callsOf(args, true) },
  ]);
}

/** The questions of those who look for lenders and keep them. */
function growthTeamQueries({ random, stored, some, filterOf }) {
  const acquisition = (filtered) => ({ by: random.pick(GROUPINGS), cohorts: null, filter: filterOf(filtered) });
  const hunters = (filtered) => ({
    by: random.pick(["channel", "campaign", "month"]),
    cohorts: null,
    filter: filterOf(filtered),
    rules: stored.settings.hunterRules,
  });
  const sides = stored.channels.slice(0, 3).map((name) => ({ type: "channel", name }));
  const compare = (filtered) => ({ sides, cohorts: null, filter: filterOf(filtered) });
  const retention = (filtered) => ({
    measure: random.pick(["holding", "relend"]),
    clock: random.pick(["calendar", "rolling"]),
    mode: random.pick(["on", "on_or_after", "brackets"]),
    brackets: [0, 1, 4, 7],
    mean: random.pick(["weighted", "simple"]),
    splitBy: random.pick(["none", "channel", "campaign", "product"]),
    hidden: [],
    filter: filterOf(filtered),
  });
  const projection = (filtered) => ({
    measure: random.pick(["volume", "balanceYears", "margin"]),
    horizonMonths: random.pick([12, 24]),
    lastDiagonalsOnly: random.chance(300),
    discountPpm: random.pick([0, 100_000]),
    filter: filterOf(filtered),
  });
  const lenders = (filtered) => ({
    search: random.chance(200) ? String(random.below(1000)) : "",
    rules: random.chance(500) ? { states: some(STATES), balance: { from: random.below(10_000_000), to: null } } : {},
    filter: filterOf(filtered),
    sort: { by: random.pick(LENDER_SORTS), descending: random.chance(500) },
    offset: random.below(1000),
    limit: PAGE_ROWS,
  });
  return [
    { name: "acquisition", method: "acquisition", args: acquisition },
    { name: "bonus hunters", method: "hunters", args: hunters },
    { name: "comparison of channels", method: "compareAcquisition", args: compare },
    { name: "retention", method: "retention", args: retention },
    { name: "projection", method: "cohortProjection", args: projection },
    { name: "list of lenders", method: "lenders", args: lenders },
    { name: "concentration", method: "concentration", args: (filtered) => ({ filter: filterOf(filtered) }) },
    { name: "magic number", method: "activation", args: (filtered) => ({ ...ACTIVATION, filter: filterOf(filtered) }) },
  ];
}
