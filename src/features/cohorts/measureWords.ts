import type { CohortMeasure } from "#src/metrics/cohorts.ts";

interface MeasureWords {
  readonly name: string;
  readonly sentence: string;
  readonly formula: string;
  readonly rule: string;
}

type MeasureCatalogue = Readonly<Record<CohortMeasure, MeasureWords>>;

export const measureWordsEn: MeasureCatalogue = {
  holding: {
    name: "Holding retention",
    sentence: "Share of a cohort that still holds a balance at the end of the period.",
    formula: "members with balance > 0 ÷ cohort size",
    rule: "RT1",
  },
  relend: {
    name: "Re-lend retention",
    sentence: "Share of a cohort that lent in the period. Locked lenders need not lend, so read it beside holding.",
    formula: "members with a lend ÷ cohort size",
    rule: "RT2",
  },
  balance: {
    name: "Balance retention",
    sentence:
      "A cohort's balance against its balance at the end of its first period. Monthly cohorts carry a 95 % interval by resampling lenders.",
    formula: "balance at age k ÷ balance at age 0",
    rule: "RT3, RT10",
  },
  volume: {
    name: "Volume",
    sentence: "What a cohort lent in the period.",
    formula: "Σ lends of the period, ÷ cohort size when per lender",
    rule: "VO1",
  },
  lifetimeVolume: {
    name: "Lifetime volume",
    sentence: "Volume from the first lend up to an age, per acquired lender: never per survivor.",
    formula: "Σ volume up to age k ÷ cohort size",
    rule: "LT1",
  },
  lifetimeAnnualisedVolume: {
    name: "Lifetime annualised volume",
    sentence: "Lifetime volume weighted by term. Rows without a term are left out.",
    formula: "Σ amount × term ÷ 365 ÷ cohort size",
    rule: "LT2",
  },
  lifetimeBalanceYears: {
    name: "Balance-years",
    sentence: "Money times the time it was at work: ¥100 for half a year is ¥50 of balance-years.",
    formula: "Σ end-of-day balances ÷ 365 ÷ cohort size",
    rule: "LT3",
  },
  lifetimeMargin: {
    name: "Lifetime margin (LTV)",
    sentence: "Balance-years at your net spread, plus fees, less subsidies paid to keep the lender.",
    formula: "Σ (balance-years × spread + fees − retention subsidies) ÷ cohort size",
    rule: "LT4",
  },
};

export const measureWordsZh: MeasureCatalogue = {
  holding: {
    name: "在投留存",
    sentence: "期末仍有余额的人数占同期群的比例。",
    formula: "期末余额 > 0 的人数 ÷ 同期群人数",
    rule: "RT1",
  },
  relend: {
    name: "复投留存",
    sentence: "本期有出借的人数占同期群的比例。锁定期内无需出借，须与在投留存同看。",
    formula: "有出借的人数 ÷ 同期群人数",
    rule: "RT2",
  },
  balance: {
    name: "余额留存",
    sentence: "同期群期末余额与其首期期末余额之比。按月的同期群带有按出借人重复抽样的 95% 区间。",
    formula: "第 k 期期末余额 ÷ 第 0 期期末余额",
    rule: "RT3, RT10",
  },
  volume: {
    name: "成交额",
    sentence: "同期群在本期的出借金额。",
    formula: "Σ 本期出借，人均时 ÷ 同期群人数",
    rule: "VO1",
  },
  lifetimeVolume: {
    name: "累计成交额",
    sentence: "自首次出借起累计的成交额，按获客人数平均，而不是留存人数。",
    formula: "截至第 k 期 Σ 成交额 ÷ 同期群人数",
    rule: "LT1",
  },
  lifetimeAnnualisedVolume: {
    name: "累计年化成交额",
    sentence: "按期限折算的累计成交额。没有期限的流水不计入。",
    formula: "Σ 金额 × 期限 ÷ 365 ÷ 同期群人数",
    rule: "LT2",
  },
  lifetimeBalanceYears: {
    name: "累计余额年",
    sentence: "资金与在投时间之积：100 元在投半年即 50 元·年。",
    formula: "Σ 每日日终余额 ÷ 365 ÷ 同期群人数",
    rule: "LT3",
  },
  lifetimeMargin: {
    name: "累计毛利（LTV）",
    sentence: "余额年乘以净利差，加费用，减留存补贴。",
    formula: "Σ（余额年 × 净利差 + 费用 − 留存补贴）÷ 同期群人数",
    rule: "LT4",
  },
};
