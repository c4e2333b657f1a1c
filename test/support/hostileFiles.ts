import { zipSync } from "fflate";

import { workbook, workbookParts } from "#test/ingest/workbookParts.ts";
import { FORMULAS, INJECTIONS } from "#test/support/payloads.ts";

/** As Playwright puts a file into an input. */
export interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const LEDGER_HEADER = ["txn_id", "user_id", "occurred_at", "type", "amount", "product", "term_days", "channel"];

function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`).join("");
}

export function madeFile(name: string, content: string | Uint8Array): MadeFile {
  return { name, mimeType: "", buffer: Buffer.from(content) };
}

/** Days from 2024-01-01 on, of months with 28 days. */
function dayAt(place: number): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `2024-${two((Math.floor(place / 28) % 5) + 1)}-${two((place % 28) + 1)}`;
}

/** A lend and an exit a payload, which is lender, product, channel and transaction at once. */
function hostileRows(payloads: readonly string[]): string[][] {
  return payloads.flatMap((payload, place) => [
    [`${payload} ${place}`, payload, dayAt(place), "lend", `${(place + 1) * 100}.25`, payload, "30", payload],
    [`x${place}`, payload, dayAt(place + 28), "exit", "50.25", payload, "30", payload],
  ]);
}

/**
 * A ledger with a payload wherever a file can hold one: title lines, headers that are not used, ids and names, types
 * nobody knows, amounts that are none, and footers.
 */
export function hostileLedger(): MadeFile {
  const unused = INJECTIONS;
  const width = LEDGER_HEADER.length + unused.length;
  const filled = (row: readonly string[]): string[] => [...row, ...unused, ...Array<string>(width)].slice(0, width);
  const titles = INJECTIONS.slice(0, 20).map((payload) => [payload]);
  const unknownTypes = INJECTIONS.map((payload, place) => [
    `u${place}`,
    "U1",
    "2024-02-01",
    payload,
    "1.00",
    "P",
    "30",
    "C",
  ]);
  const badAmounts = INJECTIONS.map((payload, place) => [
    `b${place}`,
    payload,
    "2024-02-01",
    "lend",
    payload,
    payload,
    "30",
    "C",
  ]);
  const footers = INJECTIONS.slice(0, 20).map((payload) => ["合计", payload]);
  return madeFile(
    `ledger ${INJECTIONS[0]!}.csv`,
    csvText([
      ...titles,
      [...LEDGER_HEADER, ...unused],
      ...[...hostileRows(INJECTIONS), ...unknownTypes, ...badAmounts].map(filled),
      ...footers,
    ]),
  );
}

function smallLedger(id: string): string {
  return csvText([LEDGER_HEADER, [id, "U1", "2024-03-01", "lend", "1.00", "P", "30", "C"]]);
}

/** An archive whose members are named by payloads. */
export function hostileArchive(): MadeFile {
  const members = INJECTIONS.map(
    (payload, place) => [`${payload}.csv`, Buffer.from(smallLedger(`z${place}`))] as const,
  );
  return madeFile(`archive ${INJECTIONS[12]!}.zip`, zipSync(Object.fromEntries(members)));
}

/** Files of which nothing can be taken. */
export function hostileRefusals(): MadeFile[] {
  return INJECTIONS.slice(0, 12).map((payload, place) => madeFile(`${payload}.csv`, `%PDF-1.4 ${place}`));
}

/** The tables beside the ledger, with payloads in all that is free text in them. */
export function hostileTables(): MadeFile[] {
  const rows = (row: (payload: string, place: number) => readonly string[]) => INJECTIONS.map(row);
  const table = (name: string, header: string, cells: readonly (readonly string[])[]) =>
    madeFile(`${name}.csv`, csvText([header.split(","), ...cells]));
  return [
    table(
      "lenders",
      "user_id,registered_at,channel,campaign,region",
      rows((text) => [text, "2024-01-01", text, text, text]),
    ),
    table(
      "spend",
      "date,channel,amount,campaign,kind",
      rows((text, at) => [dayAt(at), text, "1.00", text, text]),
    ),
    table(
      "funds",
      "as_of,kind,amount,relation,main_business,related,note",
      rows((text, at) => [dayAt(at), text, "1.00", text, text, "no", text]),
    ),
    table(
      "targets",
      "month,metric,value,owner",
      rows((text, at) => [dayAt(at).slice(0, 7), at === 0 ? "volume" : text, "1", text]),
    ),
    table(
      "annotations",
      "date,text,end_date,kind",
      rows((text, at) => [dayAt(at), text, "", text]),
    ),
    table(
      "loans",
      "loan_id,product,disbursed_on,principal,annual_rate,periods,method,status,borrower_id",
      rows((text, at) => [text, text, dayAt(at), "100.00", "10%", "6", at === 0 ? "level" : text, text, text]),
    ),
  ];
}

/** A file of saved mappings as Settings take it in, named and headed by payloads. */
export function hostileMappings(): MadeFile {
  const mappings = INJECTIONS.map((payload, place) => ({
    fingerprint: `fingerprint ${place}`,
    name: payload,
    dataset: "transactions",
    headers: [payload, payload],
    reading: { types: { [payload]: "lend" } },
    savedAtMs: 0,
  }));
  return madeFile("mappings.json", JSON.stringify({ format: "dipper-mappings", version: 1, mappings }));
}

/** Formulas as ids and names, and once more in rows that are rejected. */
export function formulaLedger(): MadeFile {
  const bad = FORMULAS.map((payload, place) => [
    `${payload} r${place}`,
    payload,
    "2024-02-01",
    "lend",
    "-1.005",
    payload,
    "30",
    payload,
  ]);
  return madeFile("formulas.csv", csvText([LEDGER_HEADER, ...hostileRows(FORMULAS), ...bad]));
}

/** A workbook whose sheets are named by payloads. */
export function hostileWorkbook(): MadeFile {
  const escaped = (text: string): string =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const row = (cells: readonly string[]): string =>
    `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join("")}</row>`;
  const sheets = INJECTIONS.slice(0, 20).map((payload, place) => ({
    name: escaped(payload),
    rows: row(LEDGER_HEADER) + row([`s${place}`, "U1", "2024-03-02", "lend", "1.00", payload, "30", payload]),
  }));
  return madeFile(`book ${INJECTIONS[1]!}.xlsx`, workbook(workbookParts({ sheets })));
}
