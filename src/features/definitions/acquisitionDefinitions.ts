import type { MeasureDefinition } from "./definition.ts";

/** What new lenders cost and bring, by how they came. */
export const acquisitionDefinitions: readonly MeasureDefinition[] = [
  {
    id: "funnel",
    group: "acquisition",
    name: { en: "Acquisition funnel", zh: "获客漏斗" },
    sentence: {
      en: "Of those who registered in the months shown, who has lent; of those whose first lend is in them, who lent on a second day and who holds a balance 30, 90 and 180 days later. A step counts only lenders who could have taken it by now.",
      zh: "所选月份注册的人中有多少已出借；首次出借在所选月份的出借人中，有多少在第二个日期再次出借，有多少在 30、90、180 天后仍有余额。每一步只计入到目前为止有可能走到该步的人。",
    },
    formula: null,
    switches: ["transfers"],
    rule: "AQ1",
  },
  {
    id: "time-to-first-lend",
    group: "acquisition",
    name: { en: "Time to first lend", zh: "首次出借用时" },
    sentence: {
      en: "Days from registration to the first lend, of those who lent. Needs a lenders file.",
      zh: "已出借者从注册到首次出借的天数。需要出借人文件。",
    },
    formula: null,
    switches: [],
    rule: "AQ2",
  },
  {
    id: "time-to-second-lend",
    group: "acquisition",
    name: { en: "Time to second lend", zh: "再次出借用时" },
    sentence: {
      en: "Share of new lenders who have lent on a second day, by days since the first lend (Kaplan–Meier). Who has not lent again counts for as long as we have watched. A quartile is shown only once that share is reached.",
      zh: "按距首次出借的天数，已在第二个日期出借的新出借人占比（Kaplan–Meier）。尚未再次出借者按已观察的天数计入。达到该占比后才显示分位数。",
    },
    formula: { en: "1 − Π (1 − second lends ÷ still at risk)", zh: "1 − Π（1 − 再次出借人数 ÷ 仍在观察的人数）" },
    switches: ["transfers"],
    rule: "KM2",
  },
  {
    id: "acquisition-cost",
    group: "acquisition",
    name: { en: "Acquisition cost (CAC)", zh: "获客成本（CAC）" },
    sentence: {
      en: "What a new lender cost: spend of the month and the subsidies paid up to the end of the month of the first lend. Spend of kind subsidy is left out, since the ledger has it. Unknown without a spend file, for a channel or campaign that none of its rows names, and for products and segments, which spend is not split by.",
      zh: "每位新出借人的成本：当月投放，加上首次出借当月月末前发放的补贴。类型为 subsidy 的投放不计，因流水中已有。没有投放文件时不计算；投放文件未提到的渠道或活动，以及没有对应投放的产品和分群，也不计算。",
    },
    formula: { en: "(spend + new-lender subsidies) ÷ new lenders", zh: "（投放 + 新客补贴）÷ 新出借人数" },
    switches: [],
    rule: "AQ3",
  },
  {
    id: "lifetime-value-by-month",
    group: "acquisition",
    name: { en: "Lifetime value at 1, 3, 6, 12 months", zh: "1、3、6、12 个月生命周期价值" },
    sentence: {
      en: "Lifetime margin per new lender by the end of the first, third, sixth and twelfth calendar month, counting the month of the first lend; cohorts that are not that old are left out.",
      zh: "每位新出借人截至第 1、3、6、12 个自然月末的累计毛利，首次出借当月为第 1 个月；期龄不足的同期群不计入。",
    },
    formula: { en: "Σ mean margin at ages 0 to k − 1", zh: "Σ 第 0 至 k − 1 期平均毛利" },
    switches: ["spread"],
    rule: "AQ5",
  },
  {
    id: "projected-value",
    group: "acquisition",
    name: { en: "Projected value", zh: "预测价值" },
    sentence: {
      en: "Lifetime value after 24 months: what the group has shown, then what all lenders together gained at the ages it has yet to reach. Past the oldest age of any lender nothing is added. Never read it without the observed value beside it.",
      zh: "24 个月的生命周期价值：先取该组已观察到的部分，其后各期按全部出借人在该期龄的增量相加；超过最老期龄后不再增加。须与已观察价值同看。",
    },
    formula: {
      en: "observed value + Σ gains of all lenders at later ages",
      zh: "已观察价值 + Σ 全部出借人后续期龄的增量",
    },
    switches: ["spread"],
    rule: "AQ5",
  },
  {
    id: "value-to-cost",
    group: "acquisition",
    name: { en: "LTV ÷ CAC", zh: "LTV ÷ CAC" },
    sentence: {
      en: "Lifetime value for each yuan of acquisition cost, projected and, apart from it, so far.",
      zh: "每 1 元获客成本带来的生命周期价值：预测值与截至目前的值分开列出。",
    },
    formula: { en: "value per lender ÷ acquisition cost", zh: "每位出借人价值 ÷ 获客成本" },
    switches: ["spread"],
    rule: "AQ5",
  },
  {
    id: "payback",
    group: "acquisition",
    name: { en: "Payback", zh: "回本月数" },
    sentence: {
      en: "Months from the start of the month of the first lend until lifetime value has paid for acquiring the lender. “> 9” has not paid back by age 9, the oldest observed.",
      zh: "从首次出借当月月初起，到生命周期价值覆盖获客成本的月数。“> 9” 表示到已观察的最老期龄 9 仍未回本。",
    },
    formula: {
      en: "k + (CAC − LTV(k − 1)) ÷ (LTV(k) − LTV(k − 1))",
      zh: "k +（CAC − LTV(k − 1)）÷（LTV(k) − LTV(k − 1)）",
    },
    switches: ["spread"],
    rule: "LT6",
  },
  {
    id: "bonus-hunters",
    group: "acquisition",
    name: { en: "Bonus hunters", zh: "羊毛党" },
    sentence: {
      en: "New lenders with every sign that is asked for: shortest term, coupon, just the coupon's amount, money out soon after it was paid back, no second lend. A sign that the data cannot show is not asked for.",
      zh: "具备所有选定特征的新出借人：最短期限、使用优惠券、恰为优惠券门槛金额、回款后很快提现、没有再次出借。数据无法显示的特征不作要求。",
    },
    formula: null,
    switches: ["hunterRules"],
    rule: "HN1",
  },
];
