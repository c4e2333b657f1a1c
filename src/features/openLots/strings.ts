import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  totals: "Totals",
  lots: "Lots",
  lenders: "Lenders",
  hints: {
    amount: "What the lots began with",
    open: "What of them is not paid back at the end of the last day of data: what the bar shows",
  },
  columns: {
    lender: "Lender",
    product: "Product",
    startDay: "Lent on",
    termDays: "Term (days)",
    maturityDay: "Due on",
    amount: "Lent",
    open: "Open",
  },
  none: "(none)",
  undated: "Undated",
  table: (title: string) => `Open lots: ${title}`,
  openHint: "A lot leads to its lender.",
  empty: "No open lots",
  emptyHint: "No lot of a lender is open here at the end of the last day of data.",
  download: "CSV",
  downloadHint: "All lots, lender ids as shown here",
  downloadDetail: (done: string, total: string) => `${done} of ${total} lots`,
  downloaded: (count: string) => `${count} lots downloaded`,
};

const zh: typeof en = {
  totals: "合计",
  lots: "出借笔数",
  lenders: "出借人",
  hints: {
    amount: "各笔出借的起始金额",
    open: "数据最后一日日终尚未归还的金额，即条形所示金额",
  },
  columns: {
    lender: "出借人",
    product: "产品",
    startDay: "出借日",
    termDays: "期限（天）",
    maturityDay: "到期日",
    amount: "出借金额",
    open: "未还金额",
  },
  none: "（无）",
  undated: "未定期限",
  table: (title) => `未结清出借：${title}`,
  openHint: "点击一笔出借查看其出借人。",
  empty: "没有未结清的出借",
  emptyHint: "数据最后一日日终，此处没有未结清的出借。",
  download: "CSV",
  downloadHint: "下载全部出借，出借人编号与此处显示一致",
  downloadDetail: (done, total) => `${done} / ${total} 笔`,
  downloaded: (count) => `已下载 ${count} 笔出借`,
};

export const strings: Catalogue<typeof en> = { en, zh };
