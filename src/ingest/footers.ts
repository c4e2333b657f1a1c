import { trimmed } from "#src/ingest/cells/cellText.ts";

const LABELS = [
  /^(?:本页|当页|全部)?(?:合计|总计|小计|共计|汇总)\s*(?:[:：(（\d¥￥].*)?$/,
  /^(?:grand\s*|sub-?\s*)?totals?\s*(?:[:(\d¥￥].*)?$/i,
  /^(?:总?共(?:计|有)?|合计)\s*\d[\d,]*\s*[笔条行项]/,
  /^(?:总?(?:笔|条|行|记录)数)\s*[:：]/,
  /^\d[\d,]*\s*(?:rows|records|transactions|entries)\b/i,
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
