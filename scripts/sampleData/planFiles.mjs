import { csvText } from "./csv.mjs";
import { APPETITE_PERMILLE } from "./platform.mjs";

const FUND_KINDS = [
  {
    kind: "guarantee",
    relation: "partner",
    related: "no",
    note: "net assets of an unrelated guarantor that covers all projects",
  },
  { kind: "insurance", relation: "partner", related: "no", note: "insured projects only" },
  { kind: "net_assets", relation: "own", note: "audited" },
  { kind: "last_year_profit", relation: "own", note: "audited" },
  { kind: "paid_in_capital", relation: "own", note: "registered" },
  { kind: "vc_financing", relation: "own", note: "received" },
  { kind: "collateral", relation: "own", note: "realisable value after haircut" },
  {
    kind: "shareholder",
    relation: "controlling",
    main_business: "yes",
    note: "holding company; P2P is its main business",
  },
  {
    kind: "shareholder",
    relation: "controlling",
    main_business: "no",
    note: "parent group; the platform is a subsidiary",
  },
  { kind: "shareholder", relation: "financial", main_business: "no", note: "listed financial investor" },
];

/** Yuan for each of the kinds above. */
const FUND_YUAN_BY_DAY = {
  "2023-12-31": [30_000_000, 0, 4_200_000, -600_000, 5_000_000, 3_000_000, 300_000, 1_000_000, 3_000_000, 30_000_000],
  "2024-06-30": [32_000_000, 0, 4_400_000, -600_000, 5_000_000, 3_000_000, 600_000, 1_500_000, 3_500_000, 30_000_000],
  "2024-12-31": [
    32_000_000, 200_000, 4_500_000, 350_000, 5_000_000, 3_000_000, 900_000, 1_500_000, 4_000_000, 30_000_000,
  ],
};

/** By month from 2024-01; money in 10,000 yuan. */
const TARGETS = [
  {
    metric: "outstanding",
    owner: "Operations",
    scale: 10_000,
    values: [500, 650, 1000, 1450, 1950, 2600, 3300, 4000, 4700, 5300, 5800, 6100, 6200, 6600, 7400],
  },
  {
    metric: "volume",
    owner: "Operations",
    scale: 10_000,
    values: [450, 300, 550, 1000, 1000, 1600, 1800, 1800, 2000, 2100, 2100, 2200, 1800, 2300, 2700],
  },
  {
    metric: "volume_new",
    owner: "Marketing",
    scale: 10_000,
    values: [400, 160, 280, 420, 400, 700, 450, 400, 400, 380, 380, 360, 260, 300, 360],
  },
  {
    metric: "volume_returning",
    owner: "Product",
    scale: 10_000,
    values: [50, 140, 270, 580, 600, 900, 1350, 1400, 1600, 1720, 1720, 1840, 1540, 2000, 2340],
  },
  {
    metric: "new_lenders",
    owner: "Marketing",
    scale: 1,
    values: [150, 110, 180, 200, 200, 560, 220, 220, 240, 230, 230, 220, 150, 200, 240],
  },
];

const ANNOTATIONS = [
  ["2024-01-02", "Ledger opens 平台上线", "", "product"],
  ["2024-02-10", "Spring Festival 春节", "2024-02-17", "holiday"],
  ["2024-04-01", "NX360 on sale 上架", "", "product"],
  ["2024-05-01", "Labour Day 劳动节", "2024-05-05", "holiday"],
  ["2024-06-06", "Feed campaign FEED-JUN24, ¥128 coupon 信息流红包活动", "2024-06-20", "campaign"],
  ["2024-09-01", "Referral campaign AUTUMN-REFER 秋季邀请", "2024-10-31", "campaign"],
  ["2024-09-15", "Mid-Autumn 中秋", "2024-09-17", "holiday"],
  ["2024-09-18", "Day exported again with corrections 数据重报", "", "data"],
  ["2024-10-01", "National Day 国庆", "2024-10-07", "holiday"],
  ["2024-11-11", "Rumour about another platform; early exits 同业传闻", "2024-11-15", "incident"],
  ["2024-12-16", "Year-end renewal bonus 年终复投红包", "2025-01-24", "campaign"],
  ["2025-01-28", "Spring Festival 春节", "2025-02-04", "holiday"],
];

export function fundsCsv() {
  const records = Object.entries(FUND_YUAN_BY_DAY).flatMap(([asOf, amounts]) =>
    FUND_KINDS.map((kind, index) => ({ ...kind, as_of: asOf, amount: `${amounts[index]}.00` })),
  );
  return csvText(["as_of", "kind", "amount", "relation", "main_business", "related", "note"], records);
}

export function targetsCsv() {
  const records = Object.keys(APPETITE_PERMILLE).flatMap((month, index) =>
    TARGETS.map(({ metric, owner, scale, values }) => ({ month, metric, value: values[index] * scale, owner })),
  );
  return csvText(["month", "metric", "value", "owner"], records);
}

export function annotationsCsv() {
  return csvText(
    ["date", "text", "end_date", "kind"],
    ANNOTATIONS.map(([date, text, endDate, kind]) => ({ date, text, end_date: endDate, kind })),
  );
}
