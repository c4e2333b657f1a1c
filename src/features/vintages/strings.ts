import type { OverdueBucket } from "#src/engine/protocol.ts";
import type { Catalogue } from "#src/ui/language.tsx";

import { findingWords } from "./findingWords.ts";
import { owedTitles } from "./owedTitles.ts";
import type { VintageMeasure } from "./vintagesView.ts";

interface MeasureWords {
  readonly name: string;
  /** Of the chart. */
  readonly title: string;
  readonly sentence: string;
  readonly formula: string;
  readonly unknown: string;
  readonly unknownHint: string;
}

const en = {
  controls: "What is shown",
  allProducts: "All products",
  noProduct: "(no product)",
  measure: "Measure",
  measures: {
    bad: {
      name: "Bad principal",
      title: "Bad principal by months on book",
      sentence:
        "Of what was lent in a month, the share that had gone bad by each month on book. Bad principal counts 90 days after the first instalment missed where the file says how long a loan is overdue, at the latest on the last due day passed, and on that day where it does not. A point is drawn once it is over for every loan of the month.",
      formula: "Σ bad principal up to month on book k ÷ disbursed in the month",
      unknown: "Bad principal is not known",
      unknownHint: "Column bad_principal of the loans file switches this on.",
    },
    prepaid: {
      name: "Prepaid principal",
      title: "Prepaid principal by months on book",
      sentence:
        "Of what was lent in a month, the share repaid before it was due, by each month on book. It is what is repaid above the schedule, counted where the interest received stops.",
      formula: "Σ principal repaid before it was due up to month on book k ÷ disbursed in the month",
      unknown: "What was prepaid is not known",
      unknownHint: "Columns repaid_principal and interest_received of the loans file switch this on.",
    },
  } satisfies Record<VintageMeasure, MeasureWords>,
  disbursed: "Disbursed",
  loans: "Loans",
  month: "Month lent",
  monthsOnBook: "Month on book",
  onBook: (age: string) => `Month on book ${age}`,
  expected: "Expected",
  actual: "Actual",
  difference: "Difference",
  excess: "Above expected",
  age: "Oldest month on book",
  ageShort: "Age",
  behind: "Months behind it",
  behindNote: (count: string) => `Months of lending behind what is expected: ${count}`,
  otherMonths: "other months",
  snapshotDay: "Loans as of",
  curvesSubtitle: "The latest months of lending, newest strongest; a line leads to its loans",
  curvesWorst: (month: string) => `${month}, furthest above what is expected, in its own colour`,
  curvesName: (measure: string, expected: string, age: string) =>
    `${measure} of each month of lending by months on book; expected ${expected} by ${age}`,
  expectedSentence:
    "Expected at a month on book: for every month up to it, what all months of lending that are that old added, over what they lent; added up. It is of the same loans as are shown.",
  expectedFormula: "Σ over j ≤ k of (Σ added at j ÷ Σ disbursed), of months observed at j",

  heat: "Every month of lending",
  heatSubtitle: "Share of what was lent; months of fewer than 30 loans in grey; a cell leads to its loans",

  table: "Actual against expected",
  tableSubtitle: "Each month of lending at its oldest month on book; a line leads to its loans",
  excessHint: "Difference × disbursed",
  csv: "CSV",
  csvHint: "Download this table",
  tooYoungCell: "too young",

  overdue: "Overdue by days",
  overdueSubtitle:
    "Principal not repaid of open loans, bad principal included; settled ones are not in it; a figure leads to its loans",
  overdueHeadline: (owed: string, bad: string) => `${owed} not repaid, ${bad} of it bad principal`,
  overdueSentence:
    "Open loans whose principal is not repaid in full, by the days overdue that the loans file gives; a blank cell is not overdue. Bad principal is still owed, so it is in it; settled loans are not. More than 90 days is what is called bad.",
  overdueFormula: "Σ (principal − repaid) by overdue_days; share = more than 90 days ÷ all",
  overdueUnknown: "Days overdue are not known",
  overdueUnknownHint: "Column overdue_days of the loans file switches this on.",
  nothingOwed: "Nothing is owed",
  nothingOwedHint: "Every loan of this choice is repaid in full.",
  product: "Product",
  owed: "Not repaid",
  spread: "By days",
  over90Share: "> 90 days share",
  buckets: {
    on_time: "On time",
    "1_30": "1–30",
    "31_60": "31–60",
    "61_90": "61–90",
    over_90: "> 90 days",
  } satisfies Record<OverdueBucket, string>,
  total: "All",
  loanCount: { one: "1 loan", other: "# loans" },
  monthCount: { one: "1 month", other: "# months" },

  loansOf: (what: string) => `Loans of ${what}`,
  loansOfExpected: "Loans that what is expected is made of",
  loansOwed: owedTitles.en,
  cellSubtitle: (age: string, amount: string, disbursed: string) =>
    `By month on book ${age}: ${amount} of ${disbursed} lent. The list shows the loans as they stand now.`,
  expectedSubtitle: (age: string, share: string) => `Expected by month on book ${age}: ${share}, from all these loans.`,
  overdueFigure: (amount: string) => `Not repaid = owed + bad principal = ${amount}`,

  findings: findingWords.en,
  sentenceGap: " ",

  title: "Credit quality",
  noLoans: "No loans yet",
  noLoansHint:
    "A loans file switches this on: loan_id, product, disbursed_on, principal, annual_rate, periods, method; bad_principal, repaid_principal and overdue_days for what stands here.",
  tooYoung: "Too young to tell",
  tooYoungHint: (day: string) =>
    `The first point is drawn when all loans of a month are one month on book: with data of ${day}.`,
};

const zh: typeof en = {
  controls: "显示内容",
  allProducts: "全部产品",
  noProduct: "（无产品）",
  measure: "指标",
  measures: {
    bad: {
      name: "坏账本金",
      title: "各账龄的坏账本金",
      sentence:
        "某月放款中，截至各账龄累计形成坏账的比例。文件给出逾期天数时，坏账自首个未还应还日起 90 天计入，最迟于最后一个已到应还日；未给出时即于该日计入。当月全部借款都满该账龄后才画点。",
      formula: "截至账龄 k 的坏账本金之和 ÷ 当月放款",
      unknown: "坏账本金未知",
      unknownHint: "借款文件中的 bad_principal 列可启用此图。",
    },
    prepaid: {
      name: "提前还款本金",
      title: "各账龄的提前还款",
      sentence: "某月放款中，截至各账龄早于应还日偿还的比例：超出还款计划的已还本金，计在已收利息停止之处。",
      formula: "截至账龄 k 的提前还款本金之和 ÷ 当月放款",
      unknown: "提前还款未知",
      unknownHint: "借款文件中的 repaid_principal 与 interest_received 列可启用此图。",
    },
  },
  disbursed: "放款",
  loans: "借款笔数",
  month: "放款月",
  monthsOnBook: "账龄",
  onBook: (age) => `账龄 ${age}`,
  expected: "预期",
  actual: "实际",
  difference: "差异",
  excess: "高于预期",
  age: "已满的最大账龄",
  ageShort: "账龄",
  behind: "参与月数",
  behindNote: (count) => `预期来自 ${count} 个放款月`,
  otherMonths: "其他月份",
  snapshotDay: "借款数据截至",
  curvesSubtitle: "最近的放款月，越新颜色越深；点击一条线查看其借款",
  curvesWorst: (month) => `${month}高于预期最多，单独着色`,
  curvesName: (measure, expected, age) => `各放款月按账龄的${measure}占比；${age} 预期为 ${expected}`,
  expectedSentence:
    "某账龄的预期：对该账龄及之前的每一账龄，取已满该账龄的全部放款月的新增额除以其放款额，再累加。仅用当前所选借款计算。",
  expectedFormula: "对 j ≤ k 累加（账龄 j 的新增之和 ÷ 放款之和），限已满账龄 j 的月份",

  heat: "全部放款月",
  heatSubtitle: "占放款的比例；不足 30 笔的月份为灰色；点击单元格查看其借款",

  table: "实际与预期",
  tableSubtitle: "每个放款月在其已满的最大账龄上；点击一行查看其借款",
  excessHint: "差异 × 放款",
  csv: "CSV",
  csvHint: "下载此表",
  tooYoungCell: "账龄不足",

  overdue: "按逾期天数",
  overdueSubtitle: "未结清借款的未还本金，含坏账本金，不含已结清借款；点击数字查看其借款",
  overdueHeadline: (owed, bad) => `未还本金 ${owed}，其中坏账本金 ${bad}`,
  overdueSentence:
    "本金未还清的未结清借款，按借款文件给出的逾期天数分组；空白视为未逾期。坏账本金仍属欠款，因此计入；已结清的借款不计入。逾期 90 天以上通称不良。",
  overdueFormula: "按 overdue_days 汇总（本金 − 已还）；占比 = 90 天以上 ÷ 全部",
  overdueUnknown: "逾期天数未知",
  overdueUnknownHint: "借款文件中的 overdue_days 列可启用此表。",
  nothingOwed: "没有未还本金",
  nothingOwedHint: "所选借款均已结清。",
  product: "产品",
  owed: "未还本金",
  spread: "天数分布",
  over90Share: "90 天以上占比",
  buckets: {
    on_time: "未逾期",
    "1_30": "1–30 天",
    "31_60": "31–60 天",
    "61_90": "61–90 天",
    over_90: "90 天以上",
  },
  total: "合计",
  loanCount: { one: "# 笔", other: "# 笔" },
  monthCount: { one: "# 个月", other: "# 个月" },

  loansOf: (what) => (/\w$/.test(what) ? `${what} 的借款` : `${what}的借款`),
  loansOfExpected: "预期所依据的借款",
  loansOwed: owedTitles.zh,
  cellSubtitle: (age, amount, disbursed) => `截至账龄 ${age}：${amount}，放款 ${disbursed}。列表为借款的当前状态。`,
  expectedSubtitle: (age, share) => `账龄 ${age} 的预期：${share}，来自以下全部借款。`,
  overdueFigure: (amount) => `未还本金 = 待还本金 + 坏账本金 = ${amount}`,

  findings: findingWords.zh,
  sentenceGap: "",

  title: "资产质量",
  noLoans: "尚无借款数据",
  noLoansHint:
    "导入借款文件即可启用：loan_id、product、disbursed_on、principal、annual_rate、periods、method；此处内容另需 bad_principal、repaid_principal 与 overdue_days。",
  tooYoung: "账龄不足，尚无法判断",
  tooYoungHint: (day) => `某月全部借款满一个月账龄后才画第一个点：需要 ${day} 的数据。`,
};

export const strings: Catalogue<typeof en> = { en, zh };
export type VintageWords = typeof en;
