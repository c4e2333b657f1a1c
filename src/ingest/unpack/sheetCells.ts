import { isoDay, SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";

/** What a cell of a workbook holds; errors such as `#REF!` are text. */
export type SheetCell = string | number | boolean | { getTime(): number } | null;

/** Excel keeps 15 digits; those beyond are of its arithmetic, or were lost. */
const DIGITS = 15;
const MILLISECONDS_A_DAY = SECONDS_A_DAY * 1000;
/** A time kept as a fraction of a day misses the second that it means by less than this. */
const SECOND_ERROR_MS = 10;
/** The days that stand for a time of day alone in the two date systems: 1899-12-31 and 1904-01-01. */
const DAYS_OF_TIMES = new Set([-25_568, -24_107]);

/** A cell as text for a comma-separated line, quoted where it must be; line breaks within it become spaces. */
export function sheetCellText(cell: SheetCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return quoted(cell.replace(/\r\n|\r|\n/g, " "));
  if (typeof cell === "number") return decimalText(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return instantText(cell.getTime());
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whole numbers of more than 15 digits, which a spreadsheet cannot keep, show it by an exponent. */
function decimalText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const [, sign = "", first = "", rest = "", power = "0"] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(DIGITS - 1)) ?? [];
  const digits = `${first}${rest}`.replace(/0+$/, "");
  const exponent = Number(power);
  if (digits === "") return "0";
  if (exponent >= DIGITS) return `${sign}${first}${digits.length > 1 ? `.${digits.slice(1)}` : ""}E+${exponent}`;
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const fraction = digits.slice(exponent + 1);
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** `YYYY-MM-DD` at midnight, else with the time to the second; a time without a day stands alone. */
function instantText(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return "#NUM!";
  const whole = Math.round(milliseconds / 1000);
  const seconds = Math.abs(whole * 1000 - milliseconds) <= SECOND_ERROR_MS ? whole : Math.floor(milliseconds / 1000);
  const day = Math.floor((seconds * 1000) / MILLISECONDS_A_DAY);
  const ofDay = seconds - day * SECONDS_A_DAY;
  if (ofDay === 0) return isoDay(epochDay(day));
  const [hours, minutes] = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60];
  const time = [hours, minutes, ofDay % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return DAYS_OF_TIMES.has(day) ? time : `${isoDay(epochDay(day))} ${time}`;
}
