import type { ProjectedMeasure } from "#src/engine/protocol.ts";
import type { Catalogue } from "#src/ui/language.tsx";

import type { ProjectionMethod } from "./projectionModel.ts";

interface ChartNamed {
  readonly title: string;
  readonly who: string;
  readonly observed: string;
  readonly age: string;
  readonly projected: string;
  readonly horizon: string;
}

interface BacktestNamed {
  readonly origins: string;
  readonly cells: string;
  readonly ladder: string;
  readonly additive: string;
}

const en = {
  controls: "Projection",
  measures: { volume: "Volume", balanceYears: "Balance-years", margin: "Margin (LTV)" } satisfies Record<
    ProjectedMeasure,
    string
  >,
  titles: {
    volume: "Lifetime volume, projected",
    balanceYears: "Balance-years, projected",
    margin: "Lifetime margin (LTV), projected",
  } satisfies Record<ProjectedMeasure, string>,
  shown: "Cohort",
  allCohorts: "All cohorts",
  horizon: "Horizon",
  upTo: (age: string) => `Up to ${age}`,
  discount: "Discount",
  noDiscount: "Not discounted",
  yearly: (rate: string) => `${rate} a year`,
  discountHint: "Amounts of age k count (1 + rate)^(−k ÷ 12) of themselves",
  lastDiagonals: "Last 6 months' ratios only",

  subtitleAll:
    "Solid is the weighted curve of ages that are over; dashed adds up all cohorts, each as observed and then carried on from what it has, so it begins at age 0",
  subtitleOne: "Solid is observed; dashed is an estimate, in the band where it should lie 8 times in 10",
  observed: "Observed",
  projected: "Projected",
  allCarried: "All cohorts, carried on from what each has",
  band: "80 % band",
  estimate: (value: string) => `${value} e`,
  low: "80 % low",
  high: "80 % high",
  age: "Age",
  method: "Method",
  methods: {
    observed: "Observed",
    ladder: "Ladder",
    additive: "Additive",
    mixed: "Ladder, then additive",
  } satisfies Record<ProjectionMethod, string>,
  stepMethods: { ladder: "Ladder", additive: "Additive" },
  lenders: "Lenders",
  observedLenders: "Lenders observed",
  chartName: ({ title, who, observed, age, projected, horizon }: ChartNamed) =>
    `${title}, ${who}: ${observed} observed by ${age}, ${projected} expected by ${horizon}`,
  sentence:
    "What cohorts have come to so far, and what they may come to if the later months of older cohorts repeat. Each cohort's total is multiplied by the mean growth from one age to the next (chain ladder); where fewer than 3 cohorts show that growth, the mean gain per lender is added instead.",
  formula: "Ĉ(k+1) = C(k) · ΣC(k+1) ÷ ΣC(k); additive: C(k) + size · Σ gains ÷ Σ sizes",
  allSentence: "For all cohorts: each one's observed total where the age is over, its projected one where it is not.",

  capped: (age: string) => `The oldest cohort has reached ${age}; nothing is projected beyond it.`,
  noRange: (age: string) => `Beyond ${age} too few cohorts are left to say how wrong this may be.`,
  toRange: (age: string) => `Project up to ${age}`,
  fewCohorts: "Fewer than 6 cohorts: no range can be given.",
  backtest: ({ origins, cells, ladder, additive }: BacktestNamed) =>
    `How it would have done: from ${origins} earlier months, over the next 3 (${cells} totals), the ladder was off by ${ladder} of what came, mean gains by ${additive}.`,
  coverage: (share: string) => `The 80 % band held ${share} of the time.`,
  noBacktest: "Too few past months to check it against what came.",
  diagonal: (months: string) =>
    `${months} changed all cohorts at once, which the method takes for chance. Look at the last 6 months' ratios only, and expect it to be wrong by more.`,
  useLast: "Use the last 6 months only",
  diagonalStill: (months: string) => `Even among the last 6 months, ${months} changed all cohorts at once.`,
  flaggedTitle: "A month broke the pattern that the projection relies on",

  table: "Cohorts: observed and expected",
  tableSubtitle: (horizon: string) => `Totals at ${horizon}; e is an estimate. A row shows the cohort's curve`,
  cohort: "First lend",
  soFar: "Observed",
  soFarAge: "Up to",
  ultimate: (age: string) => `At ${age}`,
  standardError: "Standard error",
  interval: "80 % interval",
  range: (low: string, high: string) => `${low} – ${high}`,
  indicative: "indicative",
  indicativeHint: "Fewer than 100 lenders: only an indication",
  total: "All",
  csv: "CSV",
  csvHint: "Download the table",

  factors: "Growth from age to age",
  factorsSubtitle: "What cohorts' totals were multiplied by; ages with fewer than 3 cohorts are not used",
  step: "Step",
  factor: "Factor",
  cohorts: "Cohorts",
  used: "Used",
  yes: "Yes",
  no: "No, additive",
  factorsSentence: "Σ of totals at the next age ÷ Σ of totals at the age, over the cohorts that have both.",
  factorsFormula: "f(k) = ΣC(k+1) ÷ ΣC(k)",

  empty: "No cohort has a month behind it",
  emptyHint:
    "Projection begins with the first complete month after a first lend. Import transactions, or loosen the filters.",
};

const zh: typeof en = {
  controls: "预测",
  measures: { volume: "成交额", balanceYears: "余额年", margin: "毛利（LTV）" },
  titles: { volume: "累计成交额预测", balanceYears: "累计余额年预测", margin: "累计毛利（LTV）预测" },
  shown: "同期群",
  allCohorts: "全部同期群",
  horizon: "预测期限",
  upTo: (age) => `至 ${age}`,
  discount: "折现",
  noDiscount: "不折现",
  yearly: (rate) => `每年 ${rate}`,
  discountHint: "第 k 期金额按 (1 + 利率)^(−k ÷ 12) 折算",
  lastDiagonals: "仅用最近 6 个月的增长比",

  subtitleAll:
    "实线为已结束期龄的加权曲线；虚线为全部同期群之和，各群先取观察值，再从已有累计值推算，因此从第 0 期开始",
  subtitleOne: "实线为已观察；虚线为估计值，色带表示十次中约八次落入的范围",
  observed: "已观察",
  projected: "预测",
  allCarried: "全部同期群，从各自已有累计值推算",
  band: "80% 区间",
  estimate: (value) => `${value} e`,
  low: "80% 下限",
  high: "80% 上限",
  age: "期龄",
  method: "方法",
  methods: { observed: "已观察", ladder: "链梯法", additive: "加法", mixed: "先链梯后加法" },
  stepMethods: { ladder: "链梯法", additive: "加法" },
  lenders: "人数",
  observedLenders: "已观察人数",
  chartName: ({ title, who, observed, age, projected, horizon }) =>
    `${title}，${who}：至 ${age} 已观察 ${observed}，至 ${horizon} 预计 ${projected}`,
  sentence:
    "同期群目前的累计值，以及若较早同期群的后续月份重演时可能达到的累计值。以相邻期龄的平均增长比逐期相乘（链梯法）；不足 3 个同期群支撑时，改为加上人均增量。",
  formula: "Ĉ(k+1) = C(k) · ΣC(k+1) ÷ ΣC(k)；加法：C(k) + 人数 · Σ增量 ÷ Σ人数",
  allSentence: "全部同期群：已结束的期龄取观察值，未结束的取预测值，合计而成。",

  capped: (age) => `最早的同期群已到 ${age}，不再向后预测。`,
  noRange: (age) => `${age} 之后剩余的同期群太少，无法给出误差范围。`,
  toRange: (age) => `只预测至 ${age}`,
  fewCohorts: "不足 6 个同期群，无法给出范围。",
  backtest: ({ origins, cells, ladder, additive }) =>
    `历史检验：从 ${origins} 个较早月份预测其后 3 个月（${cells} 个累计值），链梯法偏差为实际的 ${ladder}，加法为 ${additive}。`,
  coverage: (share) => `80% 区间的实际命中率为 ${share}。`,
  noBacktest: "历史月份不足，无法检验预测效果。",
  diagonal: (months) =>
    `${months}同时改变了所有同期群，而此方法假定各同期群相互独立。请只看最近 6 个月的增长比，并预期误差更大。`,
  useLast: "只用最近 6 个月",
  diagonalStill: (months) => `即使只看最近 6 个月，${months}仍同时改变了所有同期群。`,
  flaggedTitle: "有月份打破了预测所依赖的规律",

  table: "各同期群：已观察与预计",
  tableSubtitle: (horizon) => `${horizon} 的累计值；e 为估计值。点击一行查看该同期群曲线`,
  cohort: "首投时间",
  soFar: "已观察",
  soFarAge: "截至",
  ultimate: (age) => `${age} 累计`,
  standardError: "标准误",
  interval: "80% 区间",
  range: (low, high) => `${low} – ${high}`,
  indicative: "仅供参考",
  indicativeHint: "不足 100 人，仅供参考",
  total: "合计",
  csv: "CSV",
  csvHint: "下载表格",

  factors: "相邻期龄增长比",
  factorsSubtitle: "同期群累计值逐期相乘的倍数；不足 3 个同期群的期龄不采用",
  step: "步骤",
  factor: "增长比",
  cohorts: "同期群数",
  used: "采用",
  yes: "是",
  no: "否，改用加法",
  factorsSentence: "同时具有两期的同期群中，下一期龄累计值之和 ÷ 本期龄累计值之和。",
  factorsFormula: "f(k) = ΣC(k+1) ÷ ΣC(k)",

  empty: "还没有同期群度过完整的一个月",
  emptyHint: "首次出借后的第一个完整月结束后开始预测。请导入交易，或放宽筛选。",
};

export const projectionStrings: Catalogue<typeof en> = { en, zh };
export type ProjectionWords = typeof en;
