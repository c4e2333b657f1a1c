import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  title: "Coverage",
  subtitle: "Rows of every business day from the first to the last",
  help: "Arrow keys move between days; Enter lists the rows.",
  complete: (days: string) => `${days}, none missing`,
  missing: { one: "1 day missing", other: "# days missing" },
  missingLegend: "No rows",
  fewer: "Fewer",
  more: "More",
  month: "Month",
  monthRows: "Rows",
  day: (day: string, rows: string) => `${day}: ${rows}`,
  missingDay: (day: string) => `${day}: no rows, missing`,
  volume: "Volume",
  exits: "Exits",
  pick: "Point at a day to read it, choose it to list its rows",
  rows: { one: "1 row", other: "# rows" },
  rowsOf: (day: string) => `Rows of ${day}`,
  rowsOfSubtitle: "Every ledger row of the day, of all types",
  empty: "No day to show yet",
  emptyHint: "Import transactions, and every day of them appears here.",
};

const zh: typeof en = {
  title: "日期覆盖",
  subtitle: "首尾之间每个业务日的行数",
  help: "方向键在日期间移动，回车查看明细。",
  complete: (days) => `${days}，无缺失`,
  missing: { one: "缺 # 天", other: "缺 # 天" },
  missingLegend: "无数据",
  fewer: "少",
  more: "多",
  month: "月份",
  monthRows: "行数",
  day: (day, rows) => `${day}：${rows}`,
  missingDay: (day) => `${day}：无数据，缺失`,
  volume: "成交额",
  exits: "退出",
  pick: "指向某一天可查看数值，点击可查看明细",
  rows: { one: "# 行", other: "# 行" },
  rowsOf: (day) => `${day} 的明细`,
  rowsOfSubtitle: "当日全部类型的流水",
  empty: "还没有可显示的日期",
  emptyHint: "导入交易后，每一天都会显示在这里。",
};

export const coverageStrings: Catalogue<typeof en> = { en, zh };
