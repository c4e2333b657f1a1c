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

  const kinds = [
    { name: "series", method: "series", args: seriesArgs },
    { name: "lenders", method: "lenderSeries", args: seriesArgs },
    { name: "cohorts by month", method: "cohorts", args: cohortArgs("month") },
    { name: "cohorts by week", method: "cohorts", args: cohortArgs("week") },
    { name: "growth", method: "growth", args: growthArgs },
    { name: "rows", method: "rows", args: rowsArgs },
  ];
  const callsOf = (args, filtered) => Array.from({ length: count }, () => args(filtered));
  return kinds.flatMap(({ name, method, args }) => [
    { name, method, calls: callsOf(args, false) },
    { name: `${name}, filtered`, method, calls: callsOf(args, true) },
  ]);
}
