import type { ErrorCatalogue, ErrorFacts } from "./errorText.ts";

export function whereZh({ fileName, line, byteOffset, column, value }: ErrorFacts): string {
  const parts = [
    fileName,
    line === undefined ? undefined : `第 ${line} 行`,
    line === undefined && byteOffset !== undefined ? `第 ${byteOffset} 字节` : undefined,
    column === undefined || column === null ? undefined : `${column} 列`,
    value === undefined || value === "" ? undefined : `“${value}”`,
  ];
  return parts.filter((part) => part !== undefined).join("，");
}

function quoted(values: readonly string[] | undefined): string {
  return (values ?? []).map((value) => `“${value}”`).join("、");
}

function example(values: readonly string[] | undefined): string {
  return values === undefined || values.length === 0 ? "" : `例如 ${quoted(values)}。`;
}

function missingColumns({ column, nearest = [], headersFound }: ErrorFacts): string {
  const near = nearest
    .filter(({ headers }) => headers.length > 0)
    .map(({ column: name, headers }) => `${name} 是不是 ${headers.map((header) => `“${header}”`).join("或")}？`);
  const found = headersFound === undefined ? "" : `文件中的表头：${quoted(headersFound)}。`;
  const advice =
    near.length > 0
      ? near.join("")
      : `请在导出中加上${column === undefined || column === null ? "该列" : ` ${column} 列`}。`;
  return advice + found;
}

/** What the reader of files calls them, in Chinese. */
const KINDS: Readonly<Record<string, string>> = {
  "a PNG image": "一张 PNG 图片",
  "a JPEG image": "一张 JPEG 图片",
  "a GIF image": "一张 GIF 图片",
  "a PDF document": "一份 PDF 文档",
  "a gzip archive": "一个 gzip 压缩包",
  "a zip archive": "一个 zip 压缩包",
  "a RAR archive": "一个 RAR 压缩包",
  "a 7z archive": "一个 7z 压缩包",
  "a bzip2 archive": "一个 bzip2 压缩包",
  "an xz archive": "一个 xz 压缩包",
  "a Zstandard archive": "一个 Zstandard 压缩包",
  "a tar archive": "一个 tar 归档",
  "an old or encrypted Excel workbook": "一个旧版或加密的 Excel 工作簿",
  "a binary Excel workbook (.xlsb)": "一个二进制 Excel 工作簿（.xlsb）",
  "a Word document": "一份 Word 文档",
  "a presentation": "一份演示文稿",
  "an OpenDocument file": "一个 OpenDocument 文件",
  "a Dipper backup": "一个北斗备份文件（请在设置中恢复）",
  "a Parquet file": "一个 Parquet 文件",
  "a SQLite database": "一个 SQLite 数据库",
  "a web page": "一个网页",
  "an XML document": "一份 XML 文档",
  JSON: "JSON",
};

/** What happened and what to do about it, in Chinese. */
export const errorWordsZh: ErrorCatalogue = {
  MISSING_TXN_ID: () => ({
    what: "该行没有交易编号",
    fix: "同一文件的其他行有编号，因此无法判断该行是否重复。请补上 txn_id 后重新导入。",
  }),
  MISSING_USER: () => ({ what: "该行没有出借人", fix: "请补上 user_id 后重新导入。" }),
  MISSING_DATE: () => ({ what: "该行没有日期", fix: "请补上 occurred_at 后重新导入。" }),
  MISSING_AMOUNT: () => ({ what: "该行没有金额", fix: "请补上金额后重新导入。" }),
  UNKNOWN_TYPE: () => ({
    what: "交易类型无法识别",
    fix: "请使用数据说明中列出的类型；若该类行不涉及资金，可在导出时去掉。",
  }),
  BAD_AMOUNT: () => ({
    what: "金额无法按原样计入",
    fix: "请填写大于零的数字，最多两位小数，不用科学计数法，如 1234.50。",
  }),
  ZERO_AMOUNT: () => ({ what: "金额为零", fix: "若该行不涉及资金，无需处理；否则请更正金额。" }),
  BAD_DATE: () => ({
    what: "日期无法识别，或不在 1990 至 2100 年之间",
    fix: "请写成 2026-11-20 或 2026-11-20 14:03:22。",
  }),
  BAD_TERM: () => ({ what: "期限不是整数天", fix: "请只写天数，如 90。" }),
  BAD_RATE: () => ({ what: "年化利率无法识别", fix: "请带 % 号填写，如 7.2%。" }),
  BAD_ID: () => ({
    what: "编号无法使用",
    fix: "编号超过 128 个字符、含有控制字符，或被表格软件转成了近似数（如 1.2E+17）。请重新导出，且不要用表格软件打开再保存。",
  }),
  WRONG_COLUMN_COUNT: () => ({
    what: "该行的列数与表头不一致",
    fix: "通常是文本中含有未加引号的分隔符，或金额写作 1,234.50。请加上引号后重新导出。",
  }),
  BAD_BYTES: () => ({ what: "该行含有文件编码无法表示的字节", fix: "请将文件导出为 UTF-8 后重新导入。" }),
  CELL_ERROR: () => ({ what: "单元格是 #REF!、#N/A 一类的表格错误", fix: "请修正公式，或导出为纯数值。" }),
  WRONG_CURRENCY: () => ({ what: "该行是另一种货币", fix: "不同货币的金额不会相加。请只导出一种货币。" }),

  DUP_SAME: () => ({ what: "相同的行已经存在", fix: "无需处理，只计一次。" }),
  DUP_REPLACED: () => ({ what: "该行替换了编号相同的旧行", fix: "若平台做过更正，无需处理，以后导入的文件为准。" }),
  NO_TERM: () => ({
    what: "该笔出借没有期限",
    fix: "计入成交额，但不计入年化成交额。在导出中加上 term_days 即可两者都计。",
  }),
  EXIT_BEFORE_LEND: () => ({
    what: "退出早于出借",
    fix: "数据很可能早于最早的文件。请导入更早的日期，或导入期初余额。",
  }),
  NEGATIVE_BALANCE: () => ({ what: "出借人的待收低于零", fix: "缺少更早的出借。请导入更早的日期，或导入期初余额。" }),
  FUTURE_DATE: () => ({ what: "该行日期晚于今天", fix: "已保留，到当日起计入。若不符合预期，请检查日期。" }),
  LOOKALIKE_ID: () => ({
    what: "两个出借人编号只差大小写、空格或全半角",
    fix: "目前按两人计。若是同一人，请在导出中统一编号。",
  }),
  DAMAGED_AT_SOURCE: () => ({
    what: "文本中含有替换字符（�）",
    fix: "文本在导出之前就已损坏，不影响金额；如需修复名称，请从源头重新导出。",
  }),
  UNKNOWN_METHOD: () => ({
    what: "借款的还款方式无法识别",
    fix: "无法据此排出还款计划，该笔借款不计入任何数据。请写等额本息、等额本金、先息后本或到期还本付息。",
  }),
  UNKNOWN_KIND: () => ({
    what: "资金类别无法识别",
    fix: "该笔资金不计入。请写担保、保险、净资产、上年净利润、实际融资额、实缴资本、抵押物或股东。",
  }),

  EMPTY_FILE: () => ({ what: "文件是空的", fix: "请重新导出；没有交易的日子也应有表头。" }),
  NOT_A_TABLE: ({ values }) => ({
    what: values?.[0] === undefined ? "这不是表格" : `这不是表格，而是${KINDS[values[0]] ?? `“${values[0]}”`}`,
    fix: "北斗读取带一行表头的 CSV、TSV 与 Excel（.xlsx），也可装在 gzip 或 zip 中。请以其中一种格式导出；若下载到的是网页，请重新登录后再导出。",
  }),
  MISSING_COLUMN: (facts) => ({
    what: facts.column === undefined || facts.column === null ? "缺少必需的列" : `缺少必需的列 ${facts.column}`,
    fix: missingColumns(facts),
  }),
  AMBIGUOUS_COLUMN: ({ column, values }) => ({
    what: `有两列都可能是 ${column ?? "同一字段"}`,
    fix: `${values === undefined ? "" : `找到 ${quoted(values)}。`}请在导入预览中指明，或在导出中去掉其中一列。`,
  }),
  AMBIGUOUS_DATE: ({ values }) => ({
    what: "无法分辨文件日期中的日与月",
    fix: `${example(values)}请在导入预览中指明先后，或将日期导出为 2026-11-20。`,
  }),
  AMBIGUOUS_NUMBER: ({ values }) => ({
    what: "无法分辨文件金额中的千分位与小数点",
    fix: `${example(values)}请在导入预览中指明，或将金额导出为 1234.50。`,
  }),
  UNKNOWN_ENCODING: () => ({
    what: "文本编码无法识别",
    fix: "请将文件导出为 UTF-8、UTF-16 或 GB18030（GBK），或在导入预览中选择编码。",
  }),
  UNCLOSED_QUOTE: () => ({ what: "引号没有闭合", fix: "文件可能不完整，请重新导出。" }),
  LINE_TOO_LONG: () => ({ what: "有一行超过 1 MB", fix: "这可能不是表格，或换行符已丢失。请重新导出为 CSV。" }),
  TOO_LARGE: () => ({ what: "文件过大", fix: "请按月或按日拆分后一并导入。" }),
  CORRUPT_ARCHIVE: () => ({ what: "压缩包已损坏", fix: "请重新下载或导出；其中的内容均未导入。" }),
  ENCRYPTED: () => ({ what: "文件有密码保护", fix: "请另存一份不带密码的文件再导入。" }),
  CHANGED_WHILE_READING: () => ({ what: "读取时文件发生了变化", fix: "请等导出完成后再导入。" }),
  ALL_ROWS_REJECTED: ({ count }) => ({
    what: count === undefined ? "文件中没有一行可以导入" : `${count} 行全部无法导入`,
    fix: "请看下方原因：通常是某一列有误。",
  }),

  STORAGE_FULL: () => ({
    what: "浏览器存储空间已满",
    fix: "本次导入未保存任何内容。请清理磁盘空间，或删除不再需要的导入。",
  }),
  STORAGE_BLOCKED: () => ({ what: "另一个标签页占用了数据库", fix: "请关闭其他北斗标签页后重试。" }),
  STORAGE_NEWER: () => ({ what: "数据由更新版本的北斗保存", fix: "请刷新页面以使用新版本。" }),
  STORAGE_LOST: () => ({ what: "浏览器清除了已保存的数据", fix: "请重新导入文件，并在浏览器询问时允许持久存储。" }),
  STORAGE_CORRUPT: () => ({ what: "已保存的数据未通过校验", fix: "请删除此处所指的导入，再重新导入其文件。" }),
};
