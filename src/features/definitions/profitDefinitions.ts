import type { MeasureDefinition } from "./definition.ts";

/** What loans earn, by product and month of disbursal. */
export const profitDefinitions: readonly MeasureDefinition[] = [
  {
    id: "product-profit",
    group: "credit",
    name: { en: "Profit of loans", zh: "借款盈利" },
    sentence: {
      en: "What came in less bad principal, funding and marketing cost, of amounts in the loans file up to its day. A column without any value is unknown, and so is all that needs it; penalties and fees alone may be missing and then count as none.",
      zh: "已收金额减去坏账本金、资金成本与营销成本，均取自借款文件截至当日的金额。没有任何值的列视为未知，依赖它的数据也未知；仅罚息与费用可以缺失，缺失时按无计。",
    },
    formula: {
      en: "interest + penalties + fees − bad principal − funding − marketing",
      zh: "利息 + 罚息 + 费用 − 坏账本金 − 资金成本 − 营销成本",
    },
    switches: [],
    rule: "PF1",
  },
  {
    id: "profit-per-disbursed",
    group: "credit",
    name: { en: "Profit per disbursed", zh: "放款口径" },
    sentence: {
      en: "Profit for each yuan lent, whatever the time it was lent for. Loans that still run have not earned all they will.",
      zh: "每元放款的盈利，不论借出多久。仍在还款的借款尚未赚足。",
    },
    formula: { en: "profit ÷ principal disbursed", zh: "盈利 ÷ 放款本金" },
    switches: [],
    rule: "PF2",
  },
  {
    id: "return-on-capital",
    group: "credit",
    name: { en: "Return on capital in use", zh: "资金占用口径" },
    sentence: {
      en: "Profit per year of the money that was out. Closing takes the balances after each instalment, as is usual in the trade: it leaves out the money before the first instalment, so it is too high. Time-weighted takes those before each instalment, which is the average over time. It is no IRR.",
      zh: "盈利除以占用资金，折合每年。期末余额均值取各期还款后的余额，为业内常用，但漏计首期前的资金，结果偏高；时间加权取各期还款前的余额，即时间平均。它不是内部收益率。",
    },
    formula: { en: "profit ÷ (Σ balances of due days ÷ 12)", zh: "盈利 ÷（Σ 各还款日余额 ÷ 12）" },
    switches: [],
    rule: "PF3",
  },
  {
    id: "interest-realised",
    group: "credit",
    name: { en: "Interest realised", zh: "利息实现率" },
    sentence: {
      en: "Interest received against the interest that the contracts schedule up to the day of the file.",
      zh: "已收利息与合同计划截至文件当日应收利息之比。",
    },
    formula: { en: "interest received ÷ interest scheduled", zh: "已收利息 ÷ 应收利息" },
    switches: [],
    rule: "PF4",
  },
  {
    id: "cost-shares",
    group: "credit",
    name: { en: "Shares of cost", zh: "成本构成" },
    sentence: {
      en: "What cost is made of: risk (bad principal), funding and marketing.",
      zh: "成本由什么构成：风险（坏账本金）、资金成本与营销成本。",
    },
    formula: { en: "part ÷ (bad + funding + marketing)", zh: "各项 ÷（坏账 + 资金 + 营销）" },
    switches: [],
    rule: "PF5",
  },
  {
    id: "break-even-bad-rate",
    group: "credit",
    name: { en: "Break-even bad rate", zh: "保本坏账率" },
    sentence: {
      en: "The share of what was lent that could go bad before profit is nil, all else as it is. Below zero the loans lose money without any bad principal.",
      zh: "其他不变时，盈利降为零之前可以成为坏账的放款占比。小于零表示即使没有坏账也亏损。",
    },
    formula: { en: "(profit + bad principal) ÷ principal disbursed", zh: "（盈利 + 坏账本金）÷ 放款本金" },
    switches: [],
    rule: "PF6",
  },
  {
    id: "loan-returns",
    group: "credit",
    name: { en: "IRR and XIRR of loans", zh: "借款的 IRR 与 XIRR" },
    sentence: {
      en: "The yearly rate at which what flowed out at disbursal (principal and marketing) and what came back by instalment balance, before funding cost; what is still owed counts at face. IRR counts months and is nominal, XIRR counts days over 365 and is effective. Without a change of sign, or with more than one fitting rate, there is none, and it says so.",
      zh: "使放款时流出（本金与营销）与逐期流入相抵的年利率，未扣资金成本；未还本金按面值计。IRR 按月计算，为名义利率；XIRR 按日除以 365 计算，为实际利率。现金流没有正负变化，或有多个利率符合时，没有结果并说明原因。",
    },
    formula: { en: "Σ flow ÷ (1 + rate)^time = 0", zh: "Σ 现金流 ÷（1 + 利率）^时间 = 0" },
    switches: [],
    rule: "PF8",
  },
  {
    id: "repayment-schedule",
    group: "credit",
    name: { en: "Repayment schedule", zh: "还款计划" },
    sentence: {
      en: "Level instalments, equal principal, interest only, or all at maturity, each row rounded to the fen; the last takes what is left over. Rounding, and how bullet loans count days, are switches on the Profitability screen.",
      zh: "等额本息、等额本金、先息后本或到期还本付息，各期四舍五入到分，尾差计入最后一期。取整方式与到期还本付息的天数口径可在“产品盈利”页切换。",
    },
    formula: {
      en: "level: principal × i ÷ (1 − (1 + i)^−n)",
      zh: "等额本息：本金 × i ÷（1 −（1 + i）^−n）",
    },
    switches: [],
    rule: "AM1",
  },
];
