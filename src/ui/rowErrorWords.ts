import type { Catalogue } from "./language.tsx";

/** What a cell of a table beside the ledger has to hold. */
export type ColumnKind =
  | "id"
  | "name"
  /** Text that may be absent. */
  | "note"
  | "day"
  /** A day or a month. */
  | "month"
  | "money"
  /** Money that may lie below zero. */
  | "signed"
  | "principal"
  | "periods"
  | "days"
  | "year"
  | "rate"
  | "yes_no"
  | "number";

/** Empty where it must not be, or not what the column takes; a code that stands for both is "bad". */
export type CellCode = "missing" | "bad";

interface Words {
  readonly what: string;
  readonly fix: string;
}

type ByKind = Readonly<Record<ColumnKind, string>>;

const badEn: ByKind = {
  id: "cannot be used as an id",
  name: "is empty or holds control characters",
  note: "holds control characters",
  day: "is no date, or lies outside 1990 to 2100",
  month: "is neither a date nor a month, or lies outside 1990 to 2100",
  money: "is no amount that can be taken",
  signed: "is no amount that can be taken",
  principal: "is no amount that can be taken",
  periods: "is not a whole number of months",
  days: "is not a whole number of days",
  year: "is no year",
  rate: "is empty or cannot be read as a yearly rate",
  yes_no: "says neither yes nor no",
  number: "is no number that can be taken",
};

const writeEn: ByKind = {
  id: "as the platform's id: at most 128 characters, and not rounded by a spreadsheet to a number such as 1.2E+17",
  name: "as plain text; it must not be empty",
  note: "as plain text",
  day: "as a date, such as 2026-11-20",
  month: "as a date or a month, such as 2026-11-20 or 2026-11",
  money: "as 0 or more, with at most two decimals and no exponent, such as 1234.50",
  signed: "as a number with at most two decimals and no exponent, such as 1234.50; it may lie below zero",
  principal: "as a number above zero with at most two decimals and no exponent, such as 1234.50",
  periods: "as the number of months alone, 1 or more, such as 12",
  days: "as the number of days alone, 0 or more, such as 30",
  year: "as four digits, such as 1985",
  rate: "with a % sign, such as 7.2%",
  yes_no: "as yes or no",
  number: "as a number with at most six decimals and no exponent, such as 1234.5",
};

const badZh: ByKind = {
  id: "无法用作编号",
  name: "为空或含有控制字符",
  note: "含有控制字符",
  day: "不是日期，或不在 1990 至 2100 年之间",
  month: "不是日期或月份，或不在 1990 至 2100 年之间",
  money: "不是可以计入的金额",
  signed: "不是可以计入的金额",
  principal: "不是可以计入的金额",
  periods: "不是整数月数",
  days: "不是整数天数",
  year: "不是年份",
  rate: "为空，或无法识别为年化利率",
  yes_no: "既不是“是”也不是“否”",
  number: "不是可以计入的数字",
};

const writeZh: ByKind = {
  id: "平台的编号，不超过 128 个字符，且未被表格软件转成近似数（如 1.2E+17）",
  name: "普通文字，不能为空",
  note: "普通文字",
  day: "日期，如 2026-11-20",
  month: "日期或月份，如 2026-11-20 或 2026-11",
  money: "不小于 0 的数字，最多两位小数，不用科学计数法，如 1234.50",
  signed: "数字，最多两位小数，不用科学计数法，如 1234.50；可以小于零",
  principal: "大于零的数字，最多两位小数，不用科学计数法，如 1234.50",
  periods: "月数，不小于 1 的整数，如 12",
  days: "天数，不小于 0 的整数，如 30",
  year: "四位年份，如 1985",
  rate: "带 % 号的数字，如 7.2%",
  yes_no: "“是”或“否”",
  number: "数字，最多六位小数，不用科学计数法，如 1234.5",
};

type RowWords = Readonly<Record<CellCode, (column: string, kind: ColumnKind) => Words>>;

const en: RowWords = {
  missing: (column, kind) => ({ what: `The row has no ${column}`, fix: `Write ${column} ${writeEn[kind]}.` }),
  bad: (column, kind) => ({ what: `The cell of ${column} ${badEn[kind]}`, fix: `Write ${column} ${writeEn[kind]}.` }),
};

const zh: RowWords = {
  missing: (column, kind) => ({ what: `该行没有 ${column}`, fix: `请在 ${column} 填写${writeZh[kind]}。` }),
  bad: (column, kind) => ({ what: `${column} ${badZh[kind]}`, fix: `请在 ${column} 填写${writeZh[kind]}。` }),
};

/** What is wrong with a cell of a table beside the ledger, and what to write there. */
export const rowErrorWords: Catalogue<RowWords> = { en, zh };
