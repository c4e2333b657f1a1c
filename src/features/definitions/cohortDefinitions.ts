import type { MeasureDefinition } from "./definition.ts";

/** Retention and lifetime value by the period of first lending. */
export const cohortDefinitions: readonly MeasureDefinition[] = [
  {
    id: "cohort",
    group: "cohorts",
    name: { en: "Cohort", zh: "同期群" },
    sentence: {
      en: "Lenders by the month or week of their first lend, fixed for ever: nobody leaves a cohort by leaving the platform.",
      zh: "按首次出借所在的月或周划分的出借人，一经划定不再变动：离开平台也不离开同期群。",
    },
    formula: null,
    switches: ["weekStart", "zone"],
    rule: "CO1",
  },
  {
    id: "holding-retention",
    group: "cohorts",
    name: { en: "Holding retention", zh: "在投留存" },
    sentence: {
      en: "Share of a cohort that still holds a balance at the end of the period. The first retention to read: locked lenders need not act to stay.",
      zh: "期末仍有余额的人数占比。应首先看的留存：资金锁定期内，出借人无需操作也在留存。",
    },
    formula: { en: "members with balance > 0 ÷ cohort size", zh: "期末余额 > 0 的人数 ÷ 同期群人数" },
    switches: ["weekStart"],
    rule: "RT1",
  },
  {
    id: "relend-retention",
    group: "cohorts",
    name: { en: "Re-lend retention", zh: "复投留存" },
    sentence: {
      en: "Share of a cohort that lent in the period. Read it beside holding retention: money that is locked need not be lent again.",
      zh: "本期有出借的人数占比。须与在投留存同看：锁定期内的资金不需要再次出借。",
    },
    formula: { en: "members with a lend ÷ cohort size", zh: "有出借的人数 ÷ 同期群人数" },
    switches: ["transfers", "weekStart"],
    rule: "RT2",
  },
  {
    id: "balance-retention",
    group: "cohorts",
    name: { en: "Balance retention", zh: "余额留存" },
    sentence: {
      en: "A cohort's balance against its balance at the end of its first period. It can rise above 100 %.",
      zh: "同期群期末余额与其首期期末余额之比，可以超过 100%。",
    },
    formula: { en: "balance at age k ÷ balance at age 0", zh: "第 k 期期末余额 ÷ 第 0 期期末余额" },
    switches: ["weekStart"],
    rule: "RT3",
  },
  {
    id: "balance-interval",
    group: "cohorts",
    name: { en: "95 % interval of balances", zh: "余额的 95% 区间" },
    sentence: {
      en: "Balance retention carries a 95 % interval by resampling lenders: where it would lie if the same lenders were drawn again, each with all their money. It can reach above 100 %. Cohorts of more than 500 lenders with a balance take the normal interval that resampling comes to. Weekly cohorts, and those where only one lender holds a balance, have none.",
      zh: "余额留存的 95% 区间按出借人重复抽样：将同一批出借人连同其全部资金重新抽取，结果会落在的范围，可以超过 100%。有余额者超过 500 人的同期群改用与抽样一致的正态区间。按周的同期群，以及仅一人有余额的同期群，没有区间。",
    },
    formula: {
      en: "middle 95 % of 400 draws; above 500 lenders ratio ± 1.96 × √Σ(balance k − ratio × balance 0)² ÷ Σ balance 0",
      zh: "400 次抽样的中间 95%；超过 500 人时：比率 ± 1.96 × √Σ(第 k 期余额 − 比率 × 第 0 期余额)² ÷ Σ 第 0 期余额",
    },
    switches: [],
    rule: "RT10",
  },
  {
    id: "interval",
    group: "cohorts",
    name: { en: "95 % interval", zh: "95% 区间" },
    sentence: {
      en: "Where a share of lenders would lie if the same lenders were drawn again (Wilson). Cohorts under 20 lenders are shown grey.",
      zh: "人数占比的 Wilson 95% 置信区间。人数不足 20 的同期群以灰色显示。",
    },
    formula: {
      en: "(p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), z = 1.96",
      zh: "(p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)，z = 1.96",
    },
    switches: [],
    rule: "WI1",
  },
  {
    id: "weighted-curve",
    group: "cohorts",
    name: { en: "Weighted curve", zh: "加权曲线" },
    sentence: {
      en: "All cohorts observed at an age taken together, the same cohorts above and below the line. Ages that fewer than 3 cohorts have reached are shown grey.",
      zh: "某一期龄上已观察到的同期群合并计算，分子分母取同一批。少于 3 个同期群的期龄以灰色显示。",
    },
    formula: { en: "Σ numerators ÷ Σ denominators, age by age", zh: "逐期龄：Σ 分子 ÷ Σ 分母" },
    switches: [],
    rule: "LT5",
  },
  {
    id: "lifetime-volume",
    group: "lifetime",
    name: { en: "Lifetime volume", zh: "累计成交额" },
    sentence: {
      en: "Volume of a cohort from its first lend up to an age, per acquired lender: never per survivor.",
      zh: "同期群自首次出借起累计的成交额，按获客人数平均，而不是按留存人数。",
    },
    formula: { en: "Σ volume up to age k ÷ cohort size", zh: "截至第 k 期 Σ 成交额 ÷ 同期群人数" },
    switches: ["transfers"],
    rule: "LT1",
  },
  {
    id: "lifetime-annualised-volume",
    group: "lifetime",
    name: { en: "Lifetime annualised volume", zh: "累计年化成交额" },
    sentence: {
      en: "Lifetime volume weighted by term. Rows without a term are left out.",
      zh: "按期限折算的累计成交额。没有期限的流水不计入。",
    },
    formula: { en: "Σ amount × term ÷ 365 ÷ cohort size", zh: "Σ 金额 × 期限 ÷ 365 ÷ 同期群人数" },
    switches: ["transfers"],
    rule: "LT2",
  },
  {
    id: "lifetime-balance-years",
    group: "lifetime",
    name: { en: "Balance-years", zh: "累计余额年" },
    sentence: {
      en: "Money times the time it was at work: ¥100 for half a year is ¥50 of balance-years.",
      zh: "资金与在投时间之积：100 元在投半年即 50 元·年。",
    },
    formula: { en: "Σ end-of-day balances ÷ 365 ÷ cohort size", zh: "Σ 每日日终余额 ÷ 365 ÷ 同期群人数" },
    switches: [],
    rule: "LT3",
  },
  {
    id: "lifetime-margin",
    group: "lifetime",
    name: { en: "Lifetime margin (LTV)", zh: "累计毛利（LTV）" },
    sentence: {
      en: "What a cohort has earned the platform: its balance-years at your net spread, plus fees, less subsidies paid to keep it. Unknown until a spread is entered.",
      zh: "同期群为平台带来的毛利：余额年乘以净利差，加费用，减留存补贴。未填写净利差时不计算。",
    },
    formula: {
      en: "Σ (balance-years × spread + fees − retention subsidies) ÷ cohort size",
      zh: "Σ（余额年 × 净利差 + 费用 − 留存补贴）÷ 同期群人数",
    },
    switches: ["spread"],
    rule: "LT4",
  },
];
