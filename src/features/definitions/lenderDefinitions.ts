import type { MeasureDefinition } from "./definition.ts";

/** Counts of lenders, and what one lender brings. */
export const lenderDefinitions: readonly MeasureDefinition[] = [
  {
    id: "new-lenders",
    group: "lenders",
    name: { en: "New lenders", zh: "新增出借人" },
    sentence: {
      en: "Lenders whose first lend lies in the period. A lender who begins with an opening balance is never new.",
      zh: "首次出借落在本期的出借人。以期初余额开始的出借人不算新增。",
    },
    formula: { en: "count of lenders by the day of their first lend", zh: "按首次出借日统计人数" },
    switches: ["zone"],
    rule: "NR3",
  },
  {
    id: "lending-lenders",
    group: "lenders",
    name: { en: "Active lenders", zh: "活跃出借人" },
    sentence: {
      en: "Distinct lenders with at least one lend in the period. A longer period is counted afresh, never added up from shorter ones.",
      zh: "本期至少出借一次的去重人数。较长周期重新去重统计，不由较短周期相加。",
    },
    formula: { en: "distinct lenders with a lend", zh: "有出借的去重人数" },
    switches: ["transfers", "zone"],
    rule: "LN1",
  },
  {
    id: "lenders-holding",
    group: "lenders",
    name: { en: "Lenders holding", zh: "在投出借人" },
    sentence: {
      en: "Lenders with a balance above zero at the end of the period.",
      zh: "期末余额大于零的出借人。",
    },
    formula: { en: "count of lenders with balance > 0", zh: "余额 > 0 的人数" },
    switches: [],
    rule: "LN2",
  },
  {
    id: "average-balance",
    group: "lenders",
    name: { en: "Average balance", zh: "人均待收" },
    sentence: {
      en: "What a lender who holds anything holds on average.",
      zh: "在投出借人的平均余额。",
    },
    formula: { en: "outstanding ÷ lenders holding", zh: "待收 ÷ 在投出借人" },
    switches: [],
    rule: "LN3",
  },
  {
    id: "average-lend",
    group: "lenders",
    name: { en: "Average lend", zh: "笔均出借" },
    sentence: {
      en: "The size of one lend. Automatic bidding splits an order into several rows, which makes it smaller.",
      zh: "单笔出借的平均金额。自动投标会拆单，使笔均变小。",
    },
    formula: { en: "volume ÷ lends", zh: "成交额 ÷ 出借笔数" },
    switches: ["transfers"],
    rule: "LN4",
  },
  {
    id: "lender-list",
    group: "lenders",
    name: { en: "Lender list", zh: "出借人名单" },
    sentence: {
      en: "Everybody with a row up to the last day of data, and everybody whom the lenders file registers by then. Figures are the lender's own; product and channel are those of the first lend.",
      zh: "截至数据最后一天有流水的所有人，以及出借人文件在此之前登记的所有人。数值为其本人数值；产品与渠道取首次出借时。",
    },
    formula: null,
    switches: ["newRule", "transfers", "zone"],
    rule: "LX1",
  },
  {
    id: "segment",
    group: "lenders",
    name: { en: "Saved segment", zh: "已存分群" },
    sentence: {
      en: "Rules under a name, not a list: who fits is found anew with every import. A lender fits when every rule keeps it; of the names in a rule any one will do. A day that is not known lies in no range. As a filter it keeps all rows of its lenders.",
      zh: "以名称保存的规则而非名单：每次导入后重新判定成员。须符合全部规则；一条规则中的名称符合其一即可。未知日期不落入任何区间。作为筛选时保留其成员的全部流水。",
    },
    formula: { en: "rule 1 and rule 2 and …", zh: "规则 1 且 规则 2 且 …" },
    switches: [],
    rule: "SG1",
  },
];
