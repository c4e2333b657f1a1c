import type { Catalogue } from "#src/ui/language.tsx";

export type CheckUnit = "fen" | "count";

type AffectedUnit = "day" | "month" | "lender" | "row" | "type" | "item";

export interface CheckWords {
  readonly title: string;
  /** What must hold and what it means when it does not, in plain language. */
  readonly explanation: string;
  readonly left: string;
  readonly right: string;
  readonly unit: CheckUnit;
  /** What is counted as breaking it. */
  readonly affected: AffectedUnit;
}

const en = {
  "outstanding-by-lender": {
    title: "Outstanding equals the sum of lenders' balances",
    explanation:
      "The platform's balance and the balances of all lenders are computed apart and must meet on every day.",
    left: "Outstanding",
    right: "Σ balances",
    unit: "fen",
    affected: "day",
  },
  "volume-new-returning": {
    title: "New and returning volume make up volume",
    explanation: "Every lend is either new or returning, never both and never neither.",
    left: "New + returning",
    right: "Volume",
    unit: "fen",
    affected: "item",
  },
  "cohort-balance": {
    title: "Cohort balances make up outstanding",
    explanation:
      "At every month end the balances of all cohorts add up to outstanding. Shown: the first month that breaks it, else the last.",
    left: "Σ cohorts",
    right: "Outstanding",
    unit: "fen",
    affected: "month",
  },
  "cohort-volume": {
    title: "Cohort volumes make up volume",
    explanation:
      "The volume of all cohorts adds up to the volume of every month. Shown: the first month that breaks it, else the last.",
    left: "Σ cohorts",
    right: "Volume",
    unit: "fen",
    affected: "month",
  },
  "growth-identity": {
    title: "Growth accounting closes",
    explanation:
      "In every complete month the opening balance and the classes give the closing balance, which is outstanding, to the fen.",
    left: "Close of the month",
    right: "Outstanding",
    unit: "fen",
    affected: "month",
  },
  "no-negative-balance": {
    title: "No lender's balance falls below zero",
    explanation:
      "More left than was lent: an earlier lend is missing from the files. Import the earlier days or an opening balance. Balances are shown as they are, never cut off at zero.",
    left: "Lowest balance",
    right: "Least allowed",
    unit: "fen",
    affected: "lender",
  },
  "sums-exact": {
    title: "Sums are exact",
    explanation:
      "All amounts together stay below the largest sum that is exact to the fen. Beyond it figures may be a few fen off: look for amounts in the wrong unit.",
    left: "Σ amounts",
    right: "Largest exact sum",
    unit: "fen",
    affected: "item",
  },
  "transfers-pair": {
    title: "Transfers pair up every day",
    explanation:
      "What one lender sells another buys. On days where the two sides differ, outstanding moves by the difference.",
    left: "Transfers in",
    right: "Transfers out",
    unit: "fen",
    affected: "day",
  },
  "exits-before-lends": {
    title: "No lender exits before lending",
    explanation: "Exits of lenders without an earlier lend mean that history begins before the first file.",
    left: "Exits before a lend",
    right: "Expected",
    unit: "count",
    affected: "row",
  },
  "product-sum": {
    title: "Products add up to the total",
    explanation:
      "Rows of every type, added up by product and with those that name none, give the total. Shown: the balance they come to.",
    left: "Σ products",
    right: "Total",
    unit: "fen",
    affected: "type",
  },
  "channel-sum": {
    title: "Channels add up to the total",
    explanation:
      "Each lender has one channel, so rows of every type added up by channel give the total. Shown: the balance they come to.",
    left: "Σ channels",
    right: "Total",
    unit: "fen",
    affected: "type",
  },
  "no-day-missing": {
    title: "No day is missing",
    explanation:
      "A day without rows between the first and the last is usually a file that was not exported. Outstanding is wrong from that day on if it had any business.",
    left: "Days with rows",
    right: "Days in span",
    unit: "count",
    affected: "day",
  },
  "left-truncation": {
    title: "History begins where the platform began",
    explanation:
      "Exits without lends and no opening balances at the start mean a cut history: the split of new and returning is unreliable in the first months.",
    left: "Exits without a lend",
    right: "Expected",
    unit: "count",
    affected: "day",
  },
} satisfies Record<string, CheckWords>;

const zh: Readonly<Record<keyof typeof en, CheckWords>> = {
  "outstanding-by-lender": {
    title: "待收等于各出借人余额之和",
    explanation: "平台待收与全部出借人余额分别计算，每天都必须一致。",
    left: "待收",
    right: "Σ 余额",
    unit: "fen",
    affected: "day",
  },
  "volume-new-returning": {
    title: "新老用户成交额之和等于成交额",
    explanation: "每一笔出借非新即老，不重不漏。",
    left: "新 + 老",
    right: "成交额",
    unit: "fen",
    affected: "item",
  },
  "cohort-balance": {
    title: "各同期群余额之和等于待收",
    explanation: "每个月末，全部同期群的余额之和等于待收。下列为首个不符的月份，若全部相符则为最近一个月。",
    left: "Σ 同期群",
    right: "待收",
    unit: "fen",
    affected: "month",
  },
  "cohort-volume": {
    title: "各同期群成交额之和等于成交额",
    explanation: "每个月全部同期群的成交额之和等于当月成交额。下列为首个不符的月份，若全部相符则为最近一个月。",
    left: "Σ 同期群",
    right: "成交额",
    unit: "fen",
    affected: "month",
  },
  "growth-identity": {
    title: "增长核算闭合",
    explanation: "每个完整月份，期初加各类变动等于期末，且等于待收，分毫不差。",
    left: "月末余额",
    right: "待收",
    unit: "fen",
    affected: "month",
  },
  "no-negative-balance": {
    title: "没有出借人余额为负",
    explanation: "退出多于出借，说明文件缺少更早的出借记录。请导入更早的日期或期初余额。余额按原样显示，不会截断为零。",
    left: "最低余额",
    right: "允许的最低值",
    unit: "fen",
    affected: "lender",
  },
  "sums-exact": {
    title: "合计精确",
    explanation: "全部金额之和不超过能精确到分的最大值。超过后数字可能相差几分：请检查是否有单位写错的金额。",
    left: "金额合计",
    right: "可精确的最大值",
    unit: "fen",
    affected: "item",
  },
  "transfers-pair": {
    title: "每日债权转让两边相等",
    explanation: "有人转出必有人转入。两边不等的日子，待收会随差额变动。",
    left: "转入",
    right: "转出",
    unit: "fen",
    affected: "day",
  },
  "exits-before-lends": {
    title: "没有先退出后出借的出借人",
    explanation: "出借人在出借之前就有退出，说明历史早于第一个文件。",
    left: "先退出的笔数",
    right: "应为",
    unit: "count",
    affected: "row",
  },
  "product-sum": {
    title: "各产品之和等于总计",
    explanation: "各类型流水按产品（含未填产品的行）相加等于总计。下列为其余额。",
    left: "Σ 产品",
    right: "总计",
    unit: "fen",
    affected: "type",
  },
  "channel-sum": {
    title: "各渠道之和等于总计",
    explanation: "每位出借人只有一个渠道，因此各类型流水按渠道相加等于总计。下列为其余额。",
    left: "Σ 渠道",
    right: "总计",
    unit: "fen",
    affected: "type",
  },
  "no-day-missing": {
    title: "没有缺失的日期",
    explanation: "首尾之间没有数据的日子，通常是漏导了文件。若当天有业务，此后的待收都不准确。",
    left: "有数据的天数",
    right: "应有天数",
    unit: "count",
    affected: "day",
  },
  "left-truncation": {
    title: "历史从平台起点开始",
    explanation: "开头只有退出、没有出借也没有期初余额，说明历史被截断：最初几个月的新老用户划分不可靠。",
    left: "无出借的退出",
    right: "应为",
    unit: "count",
    affected: "day",
  },
};

export const checkWords: Catalogue<Readonly<Record<string, CheckWords>>> = { en, zh };
