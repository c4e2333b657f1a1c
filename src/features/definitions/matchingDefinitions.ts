import type { MeasureDefinition } from "./definition.ts";

/** Whether lenders' money is at work, and whether lenders fall due before borrowers. */
export const matchingDefinitions: readonly MeasureDefinition[] = [
  {
    id: "match-ratio",
    group: "platform",
    name: { en: "Match ratio", zh: "匹配比" },
    sentence: {
      en: "What lenders have outstanding for each yuan that borrowers owe; ideal is 1.00. Always of the whole ledger, whatever is filtered, and of all loans disbursed by the day. Needs a loans file; no answer while borrowers owe nothing.",
      zh: "借款人每欠 1 元对应出借人待收多少元，理想值 1.00。始终针对全部流水与截至当日已放款的全部借款，不受筛选影响。需要借款文件；借款人无欠款时无结果。",
    },
    formula: { en: "lenders' outstanding ÷ borrowers' owed principal", zh: "出借人待收 ÷ 借款人所欠本金" },
    switches: ["zone"],
    rule: "MT1",
  },
  {
    id: "borrowers-owe",
    group: "platform",
    name: { en: "Borrowers owe", zh: "借款人所欠" },
    sentence: {
      en: "Principal of loans that is neither repaid nor bad, at the end of a day. At the last day it is exactly what the file says; before it each loan follows its course. Without repaid_principal the schedule is taken as paid.",
      zh: "日终既未归还也未成为坏账的借款本金。最后一日与文件完全一致；之前各日按每笔借款的历程推算。没有 repaid_principal 时视为按还款计划已还。",
    },
    formula: { en: "Σ principal − repaid − bad", zh: "Σ 本金 − 已还 − 坏账" },
    switches: ["zone"],
    rule: "LC1 · LC6",
  },
  {
    id: "loan-course",
    group: "platform",
    name: { en: "Course of a loan", zh: "借款历程" },
    sentence: {
      en: "How a balance went on the way to what the file says. Overdue: instalments due before the first missed day are paid, the rest stays. Behind: paid through the last instalment that the repaid principal covers. Ahead: prepaid at the instalment by which the interest received has accrued. Bad principal leaves 90 days after the first instalment missed, at the latest on the last due day passed, and on that day where days overdue are not known.",
      zh: "余额如何走到文件所载的结果。逾期：首个未还日之前的各期已还，其余留存。落后：已还本金可覆盖的各期已还。提前：在已收利息恰好计提到的那一期提前还款。坏账本金在首个未还应还日后 90 天扣除，最迟于最后一个已到应还日；逾期天数未知时即于该日扣除。",
    },
    formula: null,
    switches: [],
    rule: "LC2–LC5",
  },
  {
    id: "idle-money",
    group: "platform",
    name: { en: "Idle money", zh: "闲置资金" },
    sentence: {
      en: "Money of lenders that is not lent to borrowers. Where borrowers owe more than lenders gave, nothing is idle and the difference is called short.",
      zh: "出借人资金中尚未放给借款人的部分。借款人所欠超过出借人资金时没有闲置，差额称为超放金额。",
    },
    formula: { en: "max(0, lenders' outstanding − borrowers' owed)", zh: "max(0, 出借人待收 − 借款人所欠)" },
    switches: ["zone"],
    rule: "MT2",
  },
  {
    id: "idle-cost",
    group: "platform",
    name: { en: "Cost of idle money", zh: "闲置成本" },
    sentence: {
      en: "What lenders are paid for money that earns nothing: a day by the idle money of the last day, in a period by that of every day of it. Unknown without a lender yield.",
      zh: "为没有收益的资金付给出借人的收益：每日成本按最后一日的闲置资金，本期成本按期内每日闲置资金之和。没有出借人收益率时未知。",
    },
    formula: { en: "idle money × lender yield ÷ 365", zh: "闲置资金 × 出借人收益率 ÷ 365" },
    switches: ["zone"],
    rule: "MT2",
  },
  {
    id: "lender-yield",
    group: "platform",
    name: { en: "Lender yield", zh: "出借人收益率" },
    sentence: {
      en: "What lenders earn a year on what they have outstanding: as entered on the screen, or the interest rows of the last 365 days of data over the balances of those days; of fewer days while there are no more.",
      zh: "出借人待收的年化收益：以页面填写为准，否则取最近 365 天数据的利息流水除以这些天的余额；不足 365 天时取全部。",
    },
    formula: { en: "Σ interest ÷ Σ daily outstanding × 365", zh: "Σ 利息 ÷ Σ 每日待收 × 365" },
    switches: ["zone"],
    rule: "MT3",
  },
  {
    id: "term-ladder",
    group: "platform",
    name: { en: "Term ladder", zh: "期限阶梯" },
    sentence: {
      en: "Lenders' open lots by the days left to their maturity, borrowers' principal by the due days of the schedule. A borrower who owes less than the schedule has due pays the last instalments off first; who owes more is overdue with it. Lots without a term or a maturity are undated.",
      zh: "出借人未到期份额按剩余到期天数，借款人本金按还款计划的应还日。所欠少于计划应还时，从末期起扣减；多出部分计为逾期。没有期限或到期日的份额计为无到期日。",
    },
    formula: null,
    switches: ["zone"],
    rule: "MT4",
  },
  {
    id: "cumulative-gap",
    group: "platform",
    name: { en: "Cumulative gap", zh: "累计缺口" },
    sentence: {
      en: "What borrowers pay less what lenders are due, through a line of the ladder. Below zero lenders fall due before borrowers pay. Overdue and undated money is on neither side of it, since nobody knows when it will be paid.",
      zh: "累计至阶梯某一档，借款人应还减出借人到期。小于零表示出借人早于借款人到期。逾期与无到期日的金额何时支付无从得知，均不计入。",
    },
    formula: { en: "Σ (borrowers due − lenders due)", zh: "Σ（借款人应还 − 出借人到期）" },
    switches: [],
    rule: "MT5",
  },
];
