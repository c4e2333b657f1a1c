import { trimmed } from "./cellText.ts";
import { headerOf } from "./headers.ts";
import type { TableLayout } from "./layout.ts";

const LABELS = [
  /^(?:本页|当页|全部)?(?:合计|总计|小计|共计|汇总)\s*(?:[:：(（\d¥￥].*)?$/,
  /^(?:grand\s*|sub-?\s*)?totals?\s*(?:[:(\d¥￥].*)?$/i,
  /^(?:总?共|合计)\s*\d+\s*[笔条行项]/,
  /^\d+\s*(?:rows|records)\b/i,
  /^(?:row count|rows|records)\s*[:：]/i,
  /^(?:导出|生成|打印|制表|下载|查询)(?:时间|日期|人)/,
  /^(?:exported|generated|printed)\s+(?:at|on|by)\b/i,
  /^[-=*_—]{3,}$/,
];

/** A total, a row count or a stamp below the data. Asked only of rows that could not be taken. */
export function isFooter(cells: readonly string[]): boolean {
  const label = cells.map(trimmed).find((cell) => cell !== "");
  return label !== undefined && LABELS.some((pattern) => pattern.test(label));
}

/** The header again, as where exports were put one behind the other. */
export function isHeaderAgain(cells: readonly string[], { indexOf }: TableLayout): boolean {
  return (["user_id", "occurred_at"] as const).every((column) => {
    const at = indexOf.get(column);
    return at !== undefined && headerOf(cells[at] ?? "").column === column;
  });
}
