import { csvText } from "./csv.mjs";
import { dayText, instantText } from "./calendar.mjs";
import { mulDiv, yuanText } from "./money.mjs";
import { RESTATED_DAY } from "./platform.mjs";

const HEADER = ["txn_id", "user_id", "occurred_at", "type", "amount", "product", "term_days", "channel"];
const ROWS_CUT_OFF = 9;

/** What the first export of the restated day said of each n-th lend, in percent of the truth. */
const WRONG_PERCENT_BY_LEND = new Map([
  [4, 10],
  [11, 50],
  [19, 10],
  [23, 90],
  [30, 10],
  [37, 20],
  [41, 125],
]);

function withIds(day, rows) {
  const prefix = `H${dayText(day).slice(2).replaceAll("-", "")}`;
  return rows.map((row, index) => ({ ...row, id: `${prefix}${String(index + 1).padStart(4, "0")}` }));
}

/** The day as it was first exported: before midnight, with some amounts wrong. */
function asFirstExported(rows) {
  let lends = 0;
  return rows.slice(0, -ROWS_CUT_OFF).map((row) => {
    if (row.type !== "lend") return row;
    lends += 1;
    return WRONG_PERCENT_BY_LEND.has(lends)
      ? { ...row, fen: mulDiv(row.fen, WRONG_PERCENT_BY_LEND.get(lends), 100) }
      : row;
  });
}

const transactionsCsv = (rows) =>
  csvText(
    HEADER,
    rows.map((row) => ({
      txn_id: row.id,
      user_id: row.lenderId,
      occurred_at: instantText(row),
      type: row.type,
      amount: yuanText(row.fen),
      product: row.product,
      term_days: row.termDays,
      channel: row.channel,
    })),
  );

/**
 * One file a day, in the order in which they are to be read. "csv" comes before "restated" in every collation, so the
 * restated day is read after the day it corrects.
 */
function dayFiles(day, rows) {
  const identified = withIds(day, rows);
  const file = (name, fileRows) => ({ name, rows: fileRows.length, text: transactionsCsv(fileRows) });
  if (day !== RESTATED_DAY) return [file(`${dayText(day)}.csv`, identified)];
  return [file(`${dayText(day)}.csv`, asFirstExported(identified)), file(`${dayText(day)}.restated.csv`, identified)];
}

const indexLine = ({ name, text, rows }) => `    ${JSON.stringify({ name, sizeBytes: Buffer.byteLength(text), rows })}`;

export function transactionFiles(rowsByDay) {
  const files = [...rowsByDay].filter(([, rows]) => rows.length > 0).flatMap(([day, rows]) => dayFiles(day, rows));
  const index = `{\n  "files": [\n${files.map(indexLine).join(",\n")}\n  ]\n}\n`;
  return new Map([
    ...files.map(({ name, text }) => [`transactions/${name}`, text]),
    ["transactions/index.json", index],
  ]);
}
