import type { Catalogue } from "#src/ui/language.tsx";

import { measureWordsEn, measureWordsZh } from "./measureWords.ts";
import { modeWordsEn, modeWordsZh } from "./modeWords.ts";

interface CurvesNamed {
  readonly measure: string;
  readonly value: string;
  readonly age: string;
  readonly cohorts: string;
}

const en = {
  controls: "Cohort view",
  measure: "Measure",
  measures: measureWordsEn,
  per: "Count",
  perLender: "Per lender",
  perTotal: "Total",
  by: "Cohorts by",
  month: "Month",
  week: "Week",
  split: "Split by",
  splits: {
    none: "No split",
    channel: "First channel",
    kind: "Online or offline",
    campaign: "Campaign",
    product: "First product",
  },
  kinds: { online: "Online", offline: "Offline" },
  needsLenders: (split: string) => `${split}: needs a lenders file`,
  lendersTitle: "Drop a lenders file to split by how lenders came",
  lendersHint:
    "A file with a line a lender (user_id, and channel_kind or campaign) switches on online or offline, and campaigns. Every other split works without it.",
  productsOfFirstLend:
    "Products of the filter are those of the first lend here, with all that these lenders did since.",
  ...modeWordsEn,

  curves: "Curves by age",
  curvesSubtitles: {
    weighted:
      "One line a cohort; the strong one weighs those that reached each age, so a step can be a cohort dropping out",
    simple: "One line a cohort; in the strong one every cohort that reached an age counts alike, whatever its size",
  },
  curvesName: ({ measure, value, age, cohorts }: CurvesNamed) =>
    `${measure} by age; all ${cohorts} cohorts together come to ${value} at ${age}`,
  cohortLines: "Cohorts",
  thin: "Fewer than 3 cohorts",
  others: "Other groups",
  highest: (cohort: string) => `Highest: ${cohort}`,
  lowest: (cohort: string) => `Lowest: ${cohort}`,
  contributing: (cohorts: string, lenders: string) => `${cohorts}, ${lenders}`,
  cohortCount: { one: "1 cohort", other: "# cohorts" },
  lenderCount: { one: "1 lender", other: "# lenders" },
  thinNote: "shown grey: fewer than 3 cohorts",

  heat: "Cohorts by age",
  heatSubtitle: "Blank cells are not over yet. Grey rows are cohorts under 20 lenders",
  firstLend: "First lend",
  lenders: "Lenders",
  hiddenRow: (cohort: string) => `${cohort}, hidden`,
  running: (cohort: string) => `${cohort}, running`,
  age: "Age",
  cohorts: "Cohorts",
  low: "95 % low",
  high: "95 % high",
  exact: "Exactly",
  observed: "Observed in",
  size: "Cohort size",
  interval: "95 % interval",
  range: (low: string, high: string) => `${low} – ${high}`,
  numerator: { lenders: "Lenders counted", fen: "Cohort total", fenYears: "Cohort total" },
  yuanYears: (money: string) => `${money} · years`,
  inYuan: (unit: string) => `In ¥${unit}`,
  inYuanYears: (unit: string) => `In ¥${unit} · years`,

  rowsOfCell: (cohort: string, age: string) => `Cohort ${cohort} at ${age}`,
  rowsOfCurve: (age: string) => `All cohorts that reached ${age}`,
  inGroup: (title: string, group: string) => `${title}, ${group}`,
  rowsNotes: {
    flow: "Lends of these lenders in the observed period",
    lifetime: "Every lend of these lenders up to the end of the observed period",
    stock: "Every balance row of these lenders up to the end of the observed period",
    margin: "Every balance, fee and subsidy row of these lenders up to the end of the observed period",
  },
  rowsRetained: {
    holding: "Every balance row, up to the end of what was observed, of the lenders that the cell counts",
    relend: "Lends in what was observed, of the lenders that the cell counts",
  },
  curveNote: "With the rows of the same cohorts at later ages",

  relendNote:
    "Locked lenders need not lend: money still at its term is retained without a new lend. Read this beside holding retention.",
  showHolding: "Show holding retention",
  noName: "(none)",
  groups: "Groups",
  smallMultiples: (by: string) => `${by}, one by one`,
  largest: (shown: string, all: string) =>
    `${shown} of ${all} groups; those with few lenders are only in the tabs below`,

  spreadTitle: "Margin needs your net spread",
  spreadHint:
    "Enter asset yield less lenders' yield, expected loss and variable cost, in percent a year. Dipper does not guess it. Lifetime volume, annualised volume and balance-years work without it.",
  spreadAction: "Enter the net spread in Settings",
  empty: "No cohort yet",
  emptyHint: "Cohorts begin with the first lend. Import transactions, or loosen the filters.",
  running1: "The first period is not over yet",
  running1Hint: "Cells appear once a month or week of the data is complete.",
};

const zh: typeof en = {
  controls: "同期群视图",
  measure: "指标",
  measures: measureWordsZh,
  per: "统计",
  perLender: "人均",
  perTotal: "总额",
  by: "同期群粒度",
  month: "月",
  week: "周",
  split: "拆分",
  splits: {
    none: "不拆分",
    channel: "首投渠道",
    kind: "线上/线下",
    campaign: "活动",
    product: "首投产品",
  },
  kinds: { online: "线上", offline: "线下" },
  needsLenders: (split) => `${split}：需要出借人文件`,
  lendersTitle: "导入出借人文件后，可按来源方式拆分",
  lendersHint:
    "每位出借人一行的文件（user_id，以及 channel_kind 或 campaign）可打开线上/线下与活动拆分。其他拆分不需要它。",
  productsOfFirstLend: "此处的产品筛选指首投产品，包含这些出借人此后的全部行为。",
  ...modeWordsZh,

  curves: "期龄曲线",
  curvesSubtitles: {
    weighted: "每条细线一个同期群；粗线为已到该期的同期群加权，台阶可能只是某个同期群退出统计",
    simple: "每条细线一个同期群；粗线为已到该期的同期群的简单平均，不论人数多少",
  },
  curvesName: ({ measure, value, age, cohorts }) =>
    `${measure}随期龄变化；全部 ${cohorts} 个同期群在 ${age} 合计为 ${value}`,
  cohortLines: "各同期群",
  thin: "不足 3 个同期群",
  others: "其他分组",
  highest: (cohort) => `最高：${cohort}`,
  lowest: (cohort) => `最低：${cohort}`,
  contributing: (cohorts, lenders) => `${cohorts}，${lenders}`,
  cohortCount: { one: "# 个同期群", other: "# 个同期群" },
  lenderCount: { one: "# 人", other: "# 人" },
  thinNote: "不足 3 个同期群，以灰色显示",

  heat: "同期群热力图",
  heatSubtitle: "空白表示该期尚未结束；灰色行为不足 20 人的同期群",
  firstLend: "首投时间",
  lenders: "人数",
  hiddenRow: (cohort) => `${cohort}（已隐藏）`,
  running: (cohort) => `${cohort}（进行中）`,
  age: "期龄",
  cohorts: "同期群数",
  low: "95% 下限",
  high: "95% 上限",
  exact: "精确值",
  observed: "观察期",
  size: "同期群人数",
  interval: "95% 区间",
  range: (low, high) => `${low} – ${high}`,
  numerator: { lenders: "计入人数", fen: "同期群合计", fenYears: "同期群合计" },
  yuanYears: (money) => `${money}·年`,
  inYuan: (unit) => `单位：${unit}元`,
  inYuanYears: (unit) => `单位：${unit}元·年`,

  rowsOfCell: (cohort, age) => `${cohort}同期群 ${age}`,
  rowsOfCurve: (age) => `到达 ${age} 的全部同期群`,
  inGroup: (title, group) => `${title}，${group}`,
  rowsNotes: {
    flow: "这些出借人在观察期内的出借",
    lifetime: "这些出借人截至观察期末的全部出借",
    stock: "这些出借人截至观察期末的全部余额流水",
    margin: "这些出借人截至观察期末的全部余额、费用与补贴流水",
  },
  rowsRetained: {
    holding: "该格计入的出借人，截至观察期末的全部余额流水",
    relend: "该格计入的出借人在观察期内的出借",
  },
  curveNote: "包含相同同期群在更大期龄的流水",

  relendNote: "锁定期内的出借人不需要再次出借：资金仍在期限内即为留存。请与在投留存同看。",
  showHolding: "查看在投留存",
  noName: "（未填）",
  groups: "分组",
  smallMultiples: (by) => `按${by}逐一对比`,
  largest: (shown, all) => `显示 ${all} 个分组中的 ${shown} 个，人数较少的见下方标签`,

  spreadTitle: "计算毛利需要净利差",
  spreadHint:
    "请填写资产收益率减去出借人收益率、预期损失与变动成本后的年化百分比。系统不会替你估算。累计成交额、年化成交额与余额年无需此项。",
  spreadAction: "去设置填写净利差",
  empty: "还没有同期群",
  emptyHint: "同期群从首次出借开始。请导入交易，或放宽筛选。",
  running1: "第一个周期尚未结束",
  running1Hint: "数据覆盖完整的月或周之后才会出现数值。",
};

export const strings: Catalogue<typeof en> = { en, zh };
export type CohortWords = typeof en;
