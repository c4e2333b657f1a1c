import type { ProfitPart } from "#src/engine/protocol.ts";

/** Controls, names of parts, and what is missing. */
export const controlWordsEn = {
  title: "Profitability",
  controls: "Loans that are shown",
  allLoansHint: "All loans lent up to the last day of data",
  inPeriod: (period: string) => `Disbursed ${period}`,
  scopeOf: (products: string, loans: string) => `${products}: ${loans}`,
  noProduct: "(no product)",
  allProducts: "All products",
  allMonths: "All months",
  outside: (loans: string, amount: string) =>
    `Disbursed outside this period, and in no figure here: ${loans}, ${amount}.`,
  loanCount: { one: "1 loan", other: "# loans" },

  parts: {
    interest: "Interest",
    penalty: "Penalties",
    fees: "Fees",
    bad: "Bad principal",
    funding: "Funding",
    marketing: "Marketing",
  } satisfies Record<ProfitPart, string>,
  /** Inside a sentence. */
  partsInside: {
    interest: "interest",
    penalty: "penalties",
    fees: "fees",
    bad: "bad principal",
    funding: "funding cost",
    marketing: "marketing cost",
  } satisfies Record<ProfitPart, string>,
  income: "Income",
  cost: "Cost",
  profit: "Profit",

  noLoans: "Profit needs a loans file",
  noLoansHint:
    "Drop a file with the columns loan_id, product, disbursed_on, principal, annual_rate, periods and method. Interest, fees, bad principal, funding and marketing cost make the profit, as far as the file has them.",
  importFile: "Import a file",
  missingTitle: "What would switch more on",
  missingPart: {
    interest: "interest_received has no value: income, profit and all that depends on them are not known.",
    penalty: "penalty_received has no value: income is counted without penalties.",
    fees: "fees_received has no value: income is counted without fees.",
    bad: "bad_principal has no value: cost, profit and all that depends on them are not known.",
    funding: "funding_cost has no value: cost, profit and all that depends on them are not known.",
    marketing: "marketing_cost has no value: cost, profit and all that depends on them are not known.",
  } satisfies Record<ProfitPart, string>,
  missingRepaid:
    "repaid_principal has no value: loans count as repaid by their schedule, in what is still owed, IRR and XIRR.",

  rules: "How it is computed",
  rulesChanged: (count: string) => `${count} not as usual`,
  rounding: "Rounding of instalments",
  roundings: { half_up: "Half up", half_even: "Half to even" },
  roundingHint:
    "Where half a fen of an instalment goes: away from zero, or to the even neighbour. The last instalment takes what is left over.",
  days: "Days of bullet loans",
  dayCounts: { act_365: "365", act_360: "360", "30_360": "Months ÷ 12" },
  daysHint:
    "Interest of loans paid at maturity in one sum: days of the calendar over 365 or over 360, or months over twelve. Monthly instalments always count twelfths.",
  capital: "Capital in use",
  capitals: { schedule: "Schedule", repayments: "Repayments" },
  capitalHint:
    "Balances as the contract schedules them, or as far as the file tells what was repaid, prepaid and went bad.",
  capitalNeeds: "Needs repaid_principal",
};

export const controlWordsZh: typeof controlWordsEn = {
  title: "产品盈利",
  controls: "显示的借款",
  allLoansHint: "截至数据最后一日放款的全部借款",
  inPeriod: (period) => `放款于 ${period}`,
  scopeOf: (products, loans) => `${products}：${loans}`,
  noProduct: "（无产品）",
  allProducts: "全部产品",
  allMonths: "全部月份",
  outside: (loans, amount) => `不在此时间段内放款、未计入以下数据的借款：${loans}，${amount}。`,
  loanCount: { one: "# 笔", other: "# 笔" },

  parts: {
    interest: "利息",
    penalty: "罚息",
    fees: "费用收入",
    bad: "坏账本金",
    funding: "资金成本",
    marketing: "营销成本",
  },
  partsInside: {
    interest: "利息",
    penalty: "罚息",
    fees: "费用收入",
    bad: "坏账本金",
    funding: "资金成本",
    marketing: "营销成本",
  },
  income: "收入",
  cost: "成本",
  profit: "盈利",

  noLoans: "盈利需要借款文件",
  noLoansHint:
    "拖入含 loan_id、product、disbursed_on、principal、annual_rate、periods、method 各列的文件。利息、费用、坏账本金、资金成本与营销成本构成盈利，以文件所含为限。",
  importFile: "导入文件",
  missingTitle: "补充以下内容可查看更多",
  missingPart: {
    interest: "interest_received 没有任何值：收入、盈利及相关数据未知。",
    penalty: "penalty_received 没有任何值：收入不含罚息。",
    fees: "fees_received 没有任何值：收入不含费用。",
    bad: "bad_principal 没有任何值：成本、盈利及相关数据未知。",
    funding: "funding_cost 没有任何值：成本、盈利及相关数据未知。",
    marketing: "marketing_cost 没有任何值：成本、盈利及相关数据未知。",
  },
  missingRepaid: "repaid_principal 没有任何值：未还本金、IRR 与 XIRR 均视为按计划还款。",

  rules: "计算口径",
  rulesChanged: (count) => `${count} 项非默认`,
  rounding: "每期金额取整",
  roundings: { half_up: "四舍五入", half_even: "四舍六入五成双" },
  roundingHint: "半分进位还是取偶数。尾差计入最后一期。",
  days: "到期还本付息的天数",
  dayCounts: { act_365: "365", act_360: "360", "30_360": "月数 ÷ 12" },
  daysHint: "一次性还本付息借款的利息：实际天数除以 365 或 360，或按月数除以 12。按月还款的始终按十二分之一年计。",
  capital: "资金占用",
  capitals: { schedule: "按还款计划", repayments: "按实际还款" },
  capitalHint: "余额取自合同还款计划，或取自文件记录的已还、提前还款与坏账。",
  capitalNeeds: "需要 repaid_principal",
};
