import fc from "fast-check";

import type { RowRejection } from "#src/domain/codes.ts";
import { encodeText, type TextEncoding } from "#test/support/encodeText.ts";

/** An export as some back office might make it, and what must become of it. */
export interface RandomExport {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly accepted: readonly {
    readonly line: number;
    readonly id: string;
    readonly lender: string;
    readonly at: string;
    readonly type: string;
    readonly amount: number;
  }[];
  readonly rejected: readonly { readonly line: number; readonly code: RowRejection }[];
  readonly ignored: number;
}

const HEADERS = {
  en: ["txn_id", "user_id", "occurred_at", "type", "amount", "product", "channel"],
  upper: ["Transaction ID", "Lender-ID", "TRADE_TIME", "Txn Type", "Amount (CNY)", "Product Name", "Source"],
  zh: ["交易流水号", "用户ID", "交易时间", "交易类型", "金额（元）", "产品名称", "渠道"],
  fullWidth: ["订单号", "出借人ＩＤ", "成交时间", "业务类型", "交易金额", "项目类型", "来源渠道"],
} as const;

const TYPES = [
  ["lend", "lend"],
  ["出借", "lend"],
  ["投资", "lend"],
  ["回款本金", "exit"],
  ["提前赎回", "early_exit"],
  ["充值", "deposit"],
  ["Withdrawal", "withdraw"],
  ["红包", "subsidy"],
] as const;

const DATES = {
  iso: (month: string, day: string) => `2024-${month}-${day} 08:03:09`,
  slash: (month: string, day: string) => `2024/${Number(month)}/${Number(day)} 08:03:09`,
  compact: (month: string, day: string) => `2024${month}${day} 08:03:09`,
  ideographs: (month: string, day: string) => `2024年${Number(month)}月${Number(day)}日 08:03:09`,
  stamp: (month: string, day: string) => `2024-${month}-${day}T08:03:09`,
} as const;

const AMOUNTS = {
  plain: (fen: number) => yuan(fen),
  thousands: (fen: number) => yuan(fen).replaceAll(/\B(?=(\d{3})+(?!\d)(?=\.))/g, ","),
  sign: (fen: number) => `¥${yuan(fen)}`,
  unit: (fen: number) => `${yuan(fen)}元`,
} as const;

/** A row that cannot be taken: the field to spoil, with what, and the code it earns. */
const FAULTS: readonly (readonly [number, string, RowRejection])[] = [
  [0, "", "MISSING_TXN_ID"],
  [0, "1.23457E+18", "BAD_ID"],
  [1, "", "MISSING_USER"],
  [1, "#REF!", "CELL_ERROR"],
  [2, "", "MISSING_DATE"],
  [2, "2024-02-30 08:03:09", "BAD_DATE"],
  [2, "########", "CELL_ERROR"],
  [3, "结算", "UNKNOWN_TYPE"],
  [4, "", "MISSING_AMOUNT"],
  [4, "12.345", "BAD_AMOUNT"],
  [4, "1E+05", "BAD_AMOUNT"],
  [4, "0.00", "ZERO_AMOUNT"],
  [4, "-5.00", "BAD_AMOUNT"],
];

const row = fc.record({
  lender: fc.stringMatching(/^[a-z][a-z0-9]{2,9}$/),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  type: fc.constantFrom(...TYPES),
  fen: fc.integer({ min: 1, max: 10 ** 11 }),
  product: fc.constantFrom("P30", "稳赢 90 天", "月,月升", 'the "best"', "two\nlines"),
  channel: fc.constantFrom("app", "应用商店", "a;b", "x|y", ""),
  /** −1 for a good row. */
  fault: fc.oneof({ weight: 8, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(FAULTS.length - 1) }),
  before: fc.oneof(
    { weight: 20, arbitrary: fc.constant("nothing" as const) },
    { weight: 1, arbitrary: fc.constantFrom("blank" as const, "header" as const) },
  ),
});

const shape = fc.record({
  encoding: fc.constantFrom<TextEncoding>("utf-8", "utf-8", "utf-8-bom", "gb18030", "utf-16le", "utf-16be"),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  headers: fc.constantFrom("en", "upper", "zh", "fullWidth"),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7, maxLength: 7 }),
  dates: fc.constantFrom("iso", "slash", "compact", "ideographs", "stamp"),
  amounts: fc.constantFrom("plain", "thousands", "sign", "unit"),
  quotes: fc.boolean(),
  announced: fc.boolean(),
  preamble: fc.constantFrom<readonly string[]>([], ["平台交易明细"], ["XX 网贷", "导出时间：2024-12-31", "----------"]),
  footers: fc.constantFrom<readonly string[]>([], ["合计"], ["共66笔", "导出时间：2025-01-01"]),
  last: fc.boolean(),
  rows: fc.array(row, { minLength: 1, maxLength: 14 }),
});

type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never;

export const randomExports: fc.Arbitrary<RandomExport> = shape.map(exportOf);

function exportOf(drawn: Shape): RandomExport {
  const { delimiter, newline, order } = drawn;
  const lines: string[] = [];
  let line = 1;
  const write = (cells: readonly string[], isQuoted: boolean): number => {
    const began = line;
    const text = cells.map((cell) => quoted(cell, delimiter, isQuoted)).join(delimiter);
    lines.push(text);
    line += 1 + (text.match(/\n/g)?.length ?? 0);
    return began;
  };
  const inOrder = (cells: readonly string[]): string[] => order.map((place) => cells[place]!);
  const headers = inOrder(HEADERS[drawn.headers]);

  if (drawn.announced) write([`sep=${delimiter}`], false);
  for (const text of drawn.preamble) write([text], false);
  write(headers, drawn.quotes);
  const accepted: RandomExport["accepted"][number][] = [];
  const rejected: RandomExport["rejected"][number][] = [];
  let ignored = 0;
  // A first good row, so that the file as a whole is worth taking.
  const rows = [{ ...drawn.rows[0]!, fault: -1 }, ...drawn.rows];
  for (const [at, one] of rows.entries()) {
    if (one.before === "blank") write([""], false);
    if (one.before === "header") {
      write(headers, drawn.quotes);
      ignored += 1;
    }
    const month = String(one.month).padStart(2, "0");
    const day = String(one.day).padStart(2, "0");
    const cells = [
      `T${at}`,
      one.lender,
      DATES[drawn.dates](month, day),
      one.type[0],
      AMOUNTS[drawn.amounts](one.fen),
      one.product,
      one.channel,
    ];
    const fault = FAULTS[one.fault];
    if (fault) cells[fault[0]] = fault[1];
    const began = write(inOrder(cells), drawn.quotes);
    if (fault) rejected.push({ line: began, code: fault[2] });
    else {
      accepted.push({
        line: began,
        id: `T${at}`,
        lender: one.lender,
        at: `2024-${month}-${day} 08:03:09`,
        type: one.type[1],
        amount: one.fen,
      });
    }
  }
  for (const text of drawn.footers) {
    write([text, ...HEADERS.en.slice(1).map(() => "")], false);
    ignored += 1;
  }
  // A line break in a cell stays what it is, whatever ends the lines.
  const text = lines.join(newline) + (drawn.last ? newline : "");
  return { bytes: encoded(text, drawn.encoding), accepted, rejected, ignored };
}

/** GB18030 whose every byte is UTF-8 as well is read as UTF-8: nobody can tell. */
function encoded(text: string, encoding: TextEncoding): Uint8Array<ArrayBuffer> {
  const bytes = encodeText(text, encoding);
  if (encoding !== "gb18030") return bytes;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return encodeText(text, "utf-8");
  } catch {
    return bytes;
  }
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
}

function quoted(cell: string, delimiter: string, always: boolean): string {
  const needs = always || [delimiter, '"', "\n", "\r", ","].some((mark) => cell.includes(mark));
  return needs ? `"${cell.replaceAll('"', '""')}"` : cell;
}
