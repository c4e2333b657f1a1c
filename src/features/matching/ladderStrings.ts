import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  ladder: "Term mismatch",
  subtitle: (day: string) => `What falls due by remaining days at the end of ${day}, on both sides`,
  leads: {
    lenders: (text: string) => `${text}; a bar leads to its open lots`,
    borrowers: (text: string) => `${text}; a bar of borrowers leads to its loans`,
    both: (text: string) => `${text}; a bar of lenders leads to its open lots, one of borrowers to its loans`,
  },
  chartName: (sentence: string) => `Lenders' and borrowers' principal by remaining days. ${sentence}`,
  chartLeads: {
    lenders: (text: string) => `${text} Enter on a line leads to the open lots of lenders in it.`,
    borrowers: (text: string) => `${text} Enter on a line leads to the loans that borrowers owe in it.`,
    both: (text: string) =>
      `${text} Enter on a line leads to the open lots of lenders in it, and where there are none to borrowers' loans; the table leads to both.`,
  },
  sentence:
    "Lenders' open lots by the days left to their maturity, borrowers' principal by the due days of the contract's schedule. What is overdue or has no maturity stands beside: nobody knows when it will be paid, so it is in no gap. Neither side has interest, nor money that may be lent anew.",
  formula: "cumulative gap = Σ (borrowers due − lenders due) of this line and all before it",
  lenders: "Lenders due",
  borrowers: "Borrowers due",
  due: "Due",
  gap: "Gap",
  cumulative: "Cumulative gap",
  remaining: "Remaining days",
  overdue: "Overdue",
  undated: "No maturity",
  term: (from: number, to: number | null) => (to === null ? `> ${from - 1} days` : `${from}–${to} days`),
  notInGap: "Not in the cumulative gap",

  first: (place: string, amount: string) =>
    `Lenders fall due before borrowers pay: through ${place}, ${amount} more leaves than comes in.`,
  worst: (place: string, amount: string) => `The gap is widest at ${place}: ${amount}.`,
  covered: "Idle money covers that.",
  partly: (idle: string) => `Idle money covers ${idle} of it.`,
  inOrder: "In every line borrowers have paid enough by the time that lenders fall due.",
  onlyLenders: "Without a loans file only lenders' side is known.",
  noneRead: "Only lenders' side is known: no loan of the file could be read.",
  joined: (sentences: readonly string[]) => sentences.join(" "),

  asFarAsKnown: "Lenders' terms are known as far as the ledger tells: by the term or the maturity of their lends.",
  undatedSentence: (amount: string) => `${amount} has no maturity.`,
  overdueSentence: (amount: string) => `${amount} is past its maturity and has not left.`,
  orphanSentence: (amount: string) =>
    `${amount} of exits found no lot: lots come to that much more than what lenders have outstanding.`,
  seeLoans: "Loans that owe",
  toLots: (place: string) => `See the lots of lenders: ${place}`,
  toLoans: (place: string) => `See the loans of borrowers: ${place}`,
  lotsOf: (place: string) => `Lenders due: ${place}`,
  lotsSubtitle: (amount: string, day: string) => `“Open” adds up to ${amount} at the end of ${day}`,
  loansOf: (place: string) => `Borrowers due: ${place}`,
  loansSubtitle: (amount: string, day: string) =>
    `“In this line” adds up to ${amount} at the end of ${day}; open a loan for its schedule`,
  loansOfAll: "What they owe is spread over the lines by the due days of their schedules",

  empty: "Nothing is open on either side",
  emptyHint: "The ladder is of the balances at the last day of data.",
};

const zh: typeof en = {
  ladder: "期限错配",
  subtitle: (day) => `截至 ${day} 日终，双方按剩余天数的到期金额`,
  leads: {
    lenders: (text) => `${text}；点击条形查看未结清出借`,
    borrowers: (text) => `${text}；点击借款人的条形查看其借款`,
    both: (text) => `${text}；点击出借人的条形查看未结清出借，点击借款人的条形查看其借款`,
  },
  chartName: (sentence) => `出借人与借款人本金按剩余天数分布。${sentence}`,
  chartLeads: {
    lenders: (text) => `${text}在某一档按回车查看出借人在该档的未结清出借。`,
    borrowers: (text) => `${text}在某一档按回车查看借款人在该档的借款。`,
    both: (text) => `${text}在某一档按回车查看出借人在该档的未结清出借，没有时查看借款人的借款；在表格中两者均可查看。`,
  },
  sentence:
    "出借人未到期份额按剩余到期天数，借款人本金按合同还款计划的应还日。逾期与无到期日的金额单列：何时支付无从得知，不计入缺口。双方均不含利息，也不含可能的再次出借。",
  formula: "累计缺口 = Σ（借款人应还 − 出借人到期），含本档及之前各档",
  lenders: "出借人到期",
  borrowers: "借款人应还",
  due: "到期金额",
  gap: "缺口",
  cumulative: "累计缺口",
  remaining: "剩余天数",
  overdue: "逾期",
  undated: "无到期日",
  term: (from, to) => (to === null ? `> ${from - 1} 天` : `${from}–${to} 天`),
  notInGap: "不计入累计缺口",

  first: (place, amount) => `出借人早于借款人到期：累计至 ${place}档，流出比流入多 ${amount}。`,
  worst: (place, amount) => `累计至 ${place}档时缺口最大，为 ${amount}。`,
  covered: "闲置资金足以覆盖。",
  partly: (idle) => `闲置资金可覆盖其中 ${idle}。`,
  inOrder: "各档中，出借人到期时借款人均已足额还款。",
  onlyLenders: "没有借款文件，仅知出借人一侧。",
  noneRead: "仅知出借人一侧：文件中的借款均无法读取。",
  joined: (sentences) => sentences.join(""),

  asFarAsKnown: "出借人期限以流水所载为限：按出借的期限或到期日。",
  undatedSentence: (amount) => `${amount} 无到期日。`,
  overdueSentence: (amount) => `${amount} 已过到期日仍未退出。`,
  orphanSentence: (amount) => `有 ${amount} 的退出找不到对应份额：份额合计比出借人待收多出这一金额。`,
  seeLoans: "尚欠本金的借款",
  toLots: (place) => `查看出借人的出借：${place}`,
  toLoans: (place) => `查看借款人的借款：${place}`,
  lotsOf: (place) => `出借人到期：${place}`,
  lotsSubtitle: (amount, day) => `截至 ${day} 日终，“未还金额”合计 ${amount}`,
  loansOf: (place) => `借款人应还：${place}`,
  loansSubtitle: (amount, day) => `截至 ${day} 日终，“本档应还”合计 ${amount}；打开一笔借款可看还款计划`,
  loansOfAll: "所欠本金按还款计划的应还日分布在各档",

  empty: "双方均无未到期金额",
  emptyHint: "期限阶梯按数据最后一日的余额计算。",
};

export const ladderStrings: Catalogue<typeof en> = { en, zh };
export type LadderWords = typeof en;
