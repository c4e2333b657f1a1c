import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  title: "Checks",
  subtitle: "Sums that must meet, computed after every import",
  allHold: { one: "1 check holds", other: "All # checks hold" },
  failing: { one: "1 check needs a look", other: "# checks need a look" },
  holds: "Holds",
  fails: "Needs a look",
  affected: {
    day: { one: "1 day", other: "# days" },
    month: { one: "1 month", other: "# months" },
    lender: { one: "1 lender", other: "# lenders" },
    row: { one: "1 row", other: "# rows" },
    type: { one: "1 type of row", other: "# types of row" },
    item: { one: "1 affected", other: "# affected" },
  },
  difference: "Difference",
  examples: "For example",
  rowsOfDay: (day: string) => `Rows of ${day}`,
  rowsOfLender: (lender: string) => `Rows of lender ${lender}`,
  rowsSubtitle: (check: string) => `Check: ${check}`,
  left: "Left side",
  right: "Right side",
  unknown: "A check of a newer version; its figures are below.",
  figures: (title: string) => `Figures of “${title}”`,
  empty: "Nothing to check yet",
  emptyHint: "Checks run as soon as there are transactions.",
};

const zh: typeof en = {
  title: "数据校验",
  subtitle: "每次导入后核对的恒等关系",
  allHold: { one: "# 项校验全部通过", other: "# 项校验全部通过" },
  failing: { one: "# 项需要关注", other: "# 项需要关注" },
  holds: "通过",
  fails: "需要关注",
  affected: {
    day: { one: "# 天", other: "# 天" },
    month: { one: "# 个月", other: "# 个月" },
    lender: { one: "# 位出借人", other: "# 位出借人" },
    row: { one: "# 行", other: "# 行" },
    type: { one: "# 种类型", other: "# 种类型" },
    item: { one: "涉及 # 项", other: "涉及 # 项" },
  },
  difference: "差额",
  examples: "例如",
  rowsOfDay: (day) => `${day} 的明细`,
  rowsOfLender: (lender) => `出借人 ${lender} 的明细`,
  rowsSubtitle: (check) => `校验：${check}`,
  left: "左侧",
  right: "右侧",
  unknown: "较新版本的校验项，数值如下。",
  figures: (title) => `“${title}”的数值`,
  empty: "还没有可校验的数据",
  emptyHint: "导入交易后立即开始校验。",
};

export const checkStrings: Catalogue<typeof en> = { en, zh };
