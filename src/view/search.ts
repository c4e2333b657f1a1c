import { fallback, object, optional, picklist, string, type InferOutput } from "valibot";

/** Periods that end on the last day of data. */
export const PRESETS = ["7d", "30d", "90d", "12m", "mtd", "qtd", "ytd", "all"] as const;
export type Preset = (typeof PRESETS)[number];

const choice = <const Options extends readonly string[]>(options: Options) =>
  fallback(optional(picklist(options)), undefined);
const text = fallback(optional(string()), undefined);

/**
 * Everything that a link carries, flat and short. What is absent or not understood takes its
 * default, so that no link is ever broken.
 */
export const viewSearch = object({
  /** Period: a preset, or `from` and `to`. */
  p: choice(PRESETS),
  from: text,
  to: text,
  g: choice(["day", "week", "month"]),
  cmp: choice(["previous", "last_year", "none"]),
  /** Names joined by `,`, each escaped. */
  products: text,
  channels: text,
  /** Id of a saved segment. */
  sg: text,
  /** Lenders: rules as JSON, part of an id, the column that sorts, with a minus for the largest first. */
  rules: text,
  q: text,
  sort: text,
  /** Id of the lender that is looked at. */
  id: text,
  lang: choice(["en", "zh"]),
  theme: choice(["light", "dark", "system"]),
  /** Trends: how series are drawn. */
  draw: choice(["stacked", "lines"]),
  scale: choice(["totals", "shares"]),
  rolling: choice(["7", "28"]),
  /** Cohorts. */
  measure: choice([
    "holding",
    "relend",
    "balance",
    "volume",
    "lifetimeVolume",
    "lifetimeAnnualisedVolume",
    "lifetimeBalanceYears",
    "lifetimeMargin",
  ]),
  per: choice(["lender", "total"]),
  by: choice(["week", "month"]),
  split: choice(["channel", "kind", "campaign", "product"]),
  /** When a lender counts as retained, by which months, and how cohorts make a mean. */
  retained: choice(["on_or_after", "brackets"]),
  /** First ages, joined by `,`. */
  brackets: text,
  clock: choice(["rolling"]),
  mean: choice(["simple"]),
  /** First days of cohorts, joined by `,`: left out of the mean; drawn as lines. */
  hide: text,
  lines: text,
  /** The age of the trend over cohorts. */
  step: text,
  cohortView: choice(["projection", "renewal"]),
  projected: choice(["balanceYears", "margin"]),
  /** Months. */
  horizon: text,
  discount: choice(["10"]),
  diagonals: choice(["6"]),
  /** First day of the cohort that is projected alone. */
  projectedCohort: text,
  /** Acquisition: groups, first and last month of first lending as YYYY-MM, groups of the hunters. */
  aby: choice(["channel", "kind", "campaign", "product", "month"]),
  afrom: text,
  ato: text,
  ahunt: choice(["channel", "campaign", "month"]),
  /** Compare: sides joined by `,`, each its kind and its escaped name: `channel:feed`. */
  sides: text,
  /** Magic number: actions and windows joined by `,`, the highest threshold, days of follow-up. */
  mact: text,
  mwin: text,
  mtop: choice(["3", "5"]),
  mdays: choice(["60", "180"]),
  /** Targets: a month as YYYY-MM, and a metric. */
  tm: text,
  tgoal: text,
  /** Loans: all of them, or those disbursed in the period; products of loans, joined by `,`; the rules of schedules. */
  loansIn: choice(["period"]),
  lp: text,
  lround: choice(["half_even"]),
  ldays: choice(["act_360", "30_360"]),
  lcapital: choice(["repayments"]),
  /** What-if: drivers and by how many per cent they change: `bad:-10,fees:5`. */
  whatif: text,
  /** Profitability: the product that is looked at, escaped; its month of disbursal as YYYY-MM; what is drawn over time. */
  psel: text,
  pmonth: text,
  pdraw: choice(["profit"]),
  /** Credit quality: what is drawn. */
  vmeasure: choice(["prepaid"]),
  /** Match: what lenders earn a year, ppm. */
  lyield: text,
  /** Leverage: rules other than the usual ones, `name:value` joined by `,`. */
  lrules: text,
});

export type ViewSearch = InferOutput<typeof viewSearch>;

/** The empty name. A name of just these letters is not taken for it: its first one is escaped. */
const NONE = "(none)";

/** Names as one search parameter; undefined, so left out of the link, when there are none. */
export function namesToText(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return names.map(escapedName).join(",");
}

function escapedName(name: string): string {
  if (name === "") return NONE;
  return encodeURIComponent(name).replace(/^\(/, "%28");
}

export function textToNames(joined: string | undefined): string[] {
  if (!joined) return [];
  return joined.split(",").flatMap((escaped) => {
    try {
      return [escaped === NONE ? "" : decodeURIComponent(escaped)];
    } catch (error) {
      if (error instanceof URIError) return [];
      throw error;
    }
  });
}

/** A query string as flat text values: `?g=day&cmp=none`. */
export function parseSearch(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
  );
  const query = new URLSearchParams(entries).toString();
  return query === "" ? "" : `?${query}`;
}
