import type { MeasureDefinition } from "./definition.ts";

/** How loans turn out by the month in which they were lent, and what is overdue. */
export const vintageDefinitions: readonly MeasureDefinition[] = [
  {
    id: "vintage-bad",
    group: "credit",
    name: { en: "Bad principal by months on book", zh: "各账龄的坏账本金" },
    sentence: {
      en: "Of what was lent in a month, the share that had gone bad by each month on book. Bad principal counts 90 days after the first instalment missed where the file says how long a loan is overdue, at the latest on the last due day passed, and on that day where it does not. A month on book is told once it is over for every loan of the month.",
      zh: "某月放款中，截至各账龄累计形成坏账的比例。文件给出逾期天数时，坏账自首个未还应还日起 90 天计入，最迟于最后一个已到应还日；未给出时即于该日计入。当月全部借款都满该账龄后才给出。",
    },
    formula: {
      en: "Σ bad principal up to month on book k ÷ disbursed in the month",
      zh: "截至账龄 k 的坏账本金之和 ÷ 当月放款",
    },
    switches: ["zone"],
    rule: "VT1",
  },
  {
    id: "vintage-prepaid",
    group: "credit",
    name: { en: "Prepaid principal by months on book", zh: "各账龄的提前还款" },
    sentence: {
      en: "Of what was lent in a month, the share repaid before it was due, by each month on book: what is repaid above the schedule, counted at the instalment where the interest received stops.",
      zh: "某月放款中，截至各账龄早于应还日偿还的比例：超出还款计划的已还本金，计在已收利息停止的那一期。",
    },
    formula: {
      en: "Σ principal repaid before it was due up to month on book k ÷ disbursed in the month",
      zh: "截至账龄 k 的提前还款本金之和 ÷ 当月放款",
    },
    switches: ["zone"],
    rule: "VT1",
  },
  {
    id: "vintage-expected",
    group: "credit",
    name: { en: "Expected by months on book", zh: "各账龄的预期" },
    sentence: {
      en: "For every month on book up to this one, what all months of lending that are that old added, over what they lent; added up. It is made of the loans that are shown, so it moves with the choice of products and period.",
      zh: "对该账龄及之前的每一账龄，取已满该账龄的全部放款月的新增额除以其放款额，再累加。仅用所选借款计算，会随产品与时段的选择变化。",
    },
    formula: {
      en: "Σ over j ≤ k of (Σ added at j ÷ Σ disbursed), of months observed at j",
      zh: "对 j ≤ k 累加（账龄 j 的新增之和 ÷ 放款之和），限已满账龄 j 的月份",
    },
    switches: ["zone"],
    rule: "VT3",
  },
  {
    id: "overdue-buckets",
    group: "credit",
    name: { en: "Overdue by days", zh: "按逾期天数" },
    sentence: {
      en: "Principal not repaid, bad or not, by the days overdue that the loans file gives: on time, 1–30, 31–60, 61–90 and more than 90 days, which is what is called bad. A blank cell is not overdue.",
      zh: "未还本金（含坏账）按借款文件给出的逾期天数分组：未逾期、1–30、31–60、61–90 与 90 天以上（通称不良）。空白视为未逾期。",
    },
    formula: { en: "Σ (principal − repaid) by overdue_days", zh: "按 overdue_days 汇总（本金 − 已还）" },
    switches: ["zone"],
    rule: "VT4",
  },
  {
    id: "over-90-share",
    group: "credit",
    name: { en: "More than 90 days overdue", zh: "逾期 90 天以上占比" },
    sentence: {
      en: "The share of principal not repaid that is more than 90 days overdue. No answer where nothing is owed.",
      zh: "未还本金中逾期 90 天以上的比例。没有未还本金时无结果。",
    },
    formula: { en: "not repaid, more than 90 days overdue ÷ not repaid", zh: "逾期 90 天以上的未还本金 ÷ 未还本金" },
    switches: ["zone"],
    rule: "VT4",
  },
];
