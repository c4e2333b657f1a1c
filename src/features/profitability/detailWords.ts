/** What the worked line is made of, already written out. */
export interface WorkedSaid {
  readonly profit: string;
  readonly perDisbursed: string;
  readonly closingMean: string;
  readonly perClosing: string;
  readonly openingMean: string;
  readonly perOpening: string;
}

/** What a chart leaves out, already written out. */
interface NotDrawnSaid {
  readonly products: string;
  readonly amount: string;
  /** The first and the last; one where they are the same. */
  readonly months: readonly string[];
}

/** The waterfall of the selection, its shares and yields, and profit over time. */
export const detailWordsEn = {
  waterfall: "From income to profit",
  waterfallOf: (selection: string) => `${selection}; a bar leads to the loans`,
  waterfallSentence:
    "What the chosen loans brought in, and what bad principal, funding and marketing took of it. What is left is the profit.",
  waterfallName: (selection: string, income: string, profit: string) =>
    `${selection}: from an income of ${income} to a profit of ${profit}`,
  waterfallUnknown: (columns: string) => `Without ${columns}, which the file does not have: no profit is drawn.`,
  waterfallEmpty: "Neither income nor cost is known",
  chosen: (product: string, month: string) => `${product}, ${month}`,
  chooseProduct: "Product that is shown",
  chooseMonth: "Month of disbursal that is shown",
  step: "Step",
  amount: "Amount",
  after: "After it",

  detail: "Returns and cost",
  detailSentence:
    "Profit against three measures of the money it took. Disbursed counts what was lent once, whatever the time. Capital in use counts balances: after each instalment, as is usual but too small, since the money before the first instalment is left out; or before each instalment, which is the time average. Both are per year: the divisor is each loan's mean balance times the years it has been in use so far, in yuan-years. It is the mean itself only where that is one year.",
  detailFormula: "profit ÷ principal · profit ÷ yuan-years · yuan-years = Σ monthly balances ÷ 12",
  worked: ({ profit, perDisbursed, closingMean, perClosing, openingMean, perOpening }: WorkedSaid) =>
    `Profit ${profit}; per disbursed ${perDisbursed}; on capital in use (closing mean ${closingMean}) ${perClosing}; on capital in use (time-weighted ${openingMean}) ${perOpening}.`,
  toDate: (share: string) => `Finished: ${share} of what was lent. The rest still runs; these are figures to date.`,
  shares: "Shares of cost",
  sharesNote: "Rounded shares need not add up to 100 %.",
  noCost: "There is no cost to share out.",
  unknownCost: "A cost is not known, so neither are the shares.",
  yields: "Yields by what they are divided by",
  dividedBy: "Divided by",
  denominators: { disbursed: "Disbursed", closing: "Closing balances", opening: "Time-weighted" },
  denominatorHints: {
    disbursed: "Principal lent, once",
    closing: "Balances after each instalment, times the years they were in use",
    opening: "Balances before each instalment, times the years they were in use",
  },
  hintInFull: (hint: string, amount: string) => `${hint}: ${amount}`,
  /** Capital for as long as it was in use. */
  moneyYears: (amount: string) => `${amount}-years`,
  dividedMean: (mean: string, divisor: string) => `${mean}, divided by ${divisor}`,
  capitalUsed: { closing: "Capital in use, closing balances", opening: "Capital in use, time-weighted" },
  risk: "Risk",
  net: "Net",

  overTime: "Profit over time",
  overTimeSubtitle: { day: "By day of disbursal", week: "By week of disbursal", month: "By month of disbursal" },
  overTimeSentence:
    "What the loans of each day, week or month of disbursal have earned to date, by product. A gap is a time in which the product lent nothing.",
  overTimeFormula: { profit: "profit", perDisbursed: "profit ÷ principal disbursed" },
  overTimeName: (from: string, to: string, products: string) =>
    `Profit by time of disbursal of ${products} products, ${from} to ${to}`,
  notDrawn: ({ products, amount, months }: NotDrawnSaid) =>
    `Not drawn, since it stands too far before the rest: ${products}, ${amount} lent ${months.length > 1 ? "from" : "in"} ${months.join(" to ")}. It is in the table and the CSV of this chart.`,
  overTimeEmpty: "Profit over time is not known",
  overTimeEmptyHint: "It needs interest_received, bad_principal, funding_cost and marketing_cost.",
  measure: "What is drawn",
  measures: { perDisbursed: "Per disbursed", profit: "Profit" },
  others: "Other products",
  disbursedAt: "Disbursed",
};

export const detailWordsZh: typeof detailWordsEn = {
  waterfall: "从收入到盈利",
  waterfallOf: (selection) => `${selection}；点击柱条查看借款`,
  waterfallSentence: "所选借款的收入，以及其中被坏账本金、资金成本与营销成本占去的部分；余下即盈利。",
  waterfallName: (selection, income, profit) => `${selection}：收入 ${income}，盈利 ${profit}`,
  waterfallUnknown: (columns) => `文件没有${columns}，因此不画盈利。`,
  waterfallEmpty: "收入与成本均未知",
  chosen: (product, month) => `${product}，${month}`,
  chooseProduct: "显示的产品",
  chooseMonth: "显示的放款月份",
  step: "步骤",
  amount: "金额",
  after: "累计",

  detail: "收益率与成本",
  detailSentence:
    "盈利除以三种资金量。放款口径只看放出的本金，不论时间。资金占用口径看余额：取各期还款后余额（常用，但偏小，因为未计首期前的资金），或取各期还款前余额（即时间平均）。两者均折合每年：分母为每笔平均余额 × 至今占用年数，单位为“元·年”；仅占用一年时才等于平均余额。",
  detailFormula: "盈利 ÷ 本金 · 盈利 ÷ 元·年 · 元·年 = Σ 每月余额 ÷ 12",
  worked: ({ profit, perDisbursed, closingMean, perClosing, openingMean, perOpening }) =>
    `盈利 ${profit}；放款口径 ${perDisbursed}；资金占用口径（期末余额均值 ${closingMean}）${perClosing}；资金占用口径（时间加权 ${openingMean}）${perOpening}`,
  toDate: (share) => `已结束：放款的 ${share}。其余仍在还款，以上为截至目前的数据。`,
  shares: "成本构成",
  sharesNote: "各占比四舍五入，合计不一定为 100%。",
  noCost: "没有成本。",
  unknownCost: "有成本未知，构成因此未知。",
  yields: "各口径收益率",
  dividedBy: "分母",
  denominators: { disbursed: "放款", closing: "期末余额", opening: "时间加权" },
  denominatorHints: {
    disbursed: "放出的本金，不计时间",
    closing: "各期还款后余额 × 占用年数",
    opening: "各期还款前余额 × 占用年数",
  },
  hintInFull: (hint, amount) => `${hint}：${amount}`,
  moneyYears: (amount) => `${amount}·年`,
  dividedMean: (mean, divisor) => `${mean}，除以 ${divisor}`,
  capitalUsed: { closing: "资金占用（期末余额）", opening: "资金占用（时间加权）" },
  risk: "风险",
  net: "净",

  overTime: "盈利走势",
  overTimeSubtitle: { day: "按放款日", week: "按放款周", month: "按放款月" },
  overTimeSentence: "各日、周或月放出的借款截至目前的盈利，按产品分列。断开处为该产品没有放款的时间。",
  overTimeFormula: { profit: "盈利", perDisbursed: "盈利 ÷ 放款本金" },
  overTimeName: (from, to, products) => `${products} 个产品按放款时间的盈利，${from} 至 ${to}`,
  notDrawn: ({ products, amount, months }) =>
    `未画出（与其余放款相隔太远）：${products}，${months.join("至")}放款 ${amount}。图表的表格与 CSV 中有。`,
  overTimeEmpty: "盈利走势未知",
  overTimeEmptyHint: "需要 interest_received、bad_principal、funding_cost 与 marketing_cost。",
  measure: "显示内容",
  measures: { perDisbursed: "放款口径", profit: "盈利" },
  others: "其他产品",
  disbursedAt: "放款",
};
