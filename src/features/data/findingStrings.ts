import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  title: "Findings",
  subtitle: "What may be wrong with the data itself, found by looking at every row",
  none: "Nothing to look at",
  noneHint: "Days, files and lenders all look as they should.",
  found: { one: "1 finding", other: "# findings" },
  severities: { error: "Makes figures wrong", warning: "May make figures wrong" },
  units: {
    day: { one: "1 day", other: "# days" },
    lender: { one: "1 lender", other: "# lenders" },
    row: { one: "1 row", other: "# rows" },
    file: { one: "1 file", other: "# files" },
    pair: { one: "1 group", other: "# groups" },
  },
  how: "How it is found",
  fix: "What to do",
  items: (title: string) => `Where: ${title}`,
  first: (shown: string) => `The first ${shown} are listed.`,
  rowsOf: (label: string) => `Rows: ${label}`,
  rowsSubtitle: (title: string, figure: string) => (figure === "" ? title : `${title}: ${figure}`),
  unknown: "A finding of a newer version; what it concerns is listed below.",
  unknownFigure: (value: string, expected: string) => (expected === "—" ? value : `${value}, expected ${expected}`),
  download: "Download CSV",
  fileName: "findings",
  columns: {
    finding: "Finding",
    severity: "Severity",
    where: "Where",
    beside: "File or lender",
    amount: "Amount",
    expectedAmount: "Expected amount",
    count: "Count",
    expectedCount: "Expected count",
  },
};

const zh: typeof en = {
  title: "数据问题",
  subtitle: "逐行检查后，发现数据本身可能存在的问题",
  none: "没有需要关注的问题",
  noneHint: "日期、文件和出借人均未见异常。",
  found: { one: "# 类问题", other: "# 类问题" },
  severities: { error: "会使指标出错", warning: "可能影响指标" },
  units: {
    day: { one: "# 天", other: "# 天" },
    lender: { one: "# 位出借人", other: "# 位出借人" },
    row: { one: "# 行", other: "# 行" },
    file: { one: "# 个文件", other: "# 个文件" },
    pair: { one: "# 组", other: "# 组" },
  },
  how: "判断方法",
  fix: "如何处理",
  items: (title) => `涉及：${title}`,
  first: (shown) => `仅列出前 ${shown} 项。`,
  rowsOf: (label) => `明细：${label}`,
  rowsSubtitle: (title, figure) => (figure === "" ? title : `${title}：${figure}`),
  unknown: "较新版本的问题类型，涉及内容如下。",
  unknownFigure: (value, expected) => (expected === "—" ? value : `${value}，应为 ${expected}`),
  download: "下载 CSV",
  fileName: "数据问题",
  columns: {
    finding: "问题",
    severity: "严重程度",
    where: "位置",
    beside: "文件或出借人",
    amount: "金额",
    expectedAmount: "参照金额",
    count: "数量",
    expectedCount: "参照数量",
  },
};

export type FindingChrome = typeof en;

export const findingStrings: Catalogue<FindingChrome> = { en, zh };
