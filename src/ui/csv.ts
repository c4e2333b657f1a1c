import { withFormulaMark } from "#src/domain/formulaMark.ts";

import { fileNumber } from "./tableModel.ts";
import type { TableModel, TwinCell, TwinColumn } from "./tableModel.ts";

const BYTE_ORDER_MARK = "\uFEFF";

function csvCell(cell: TwinCell, column: TwinColumn): string {
  if (cell === null) return "";
  const number = fileNumber(cell, column.type);
  if (number !== undefined) return number;
  return `"${withFormulaMark(String(cell)).replaceAll('"', '""')}"`;
}

function tsvCell(cell: TwinCell, column: TwinColumn): string {
  if (cell === null) return "";
  return fileNumber(cell, column.type) ?? withFormulaMark(String(cell).replaceAll(/[\t\r\n]+/gu, " "));
}

/** A header says the unit where a file needs it. */
function fileHeader(column: TwinColumn): string {
  return column.type === "money" ? `${column.label} (CNY)` : column.label;
}

/**
 * UTF-8 with a byte order mark, so that Excel reads Chinese. Numbers are bare, every text is quoted, and text that
 * would be a formula is made harmless.
 */
export function toCsv({ columns, rows }: Pick<TableModel, "columns" | "rows">): string {
  const header = columns.map((column) => csvCell(fileHeader(column), { ...column, type: "text" })).join(",");
  const lines = rows.map((row) => columns.map((column, at) => csvCell(row[at] ?? null, column)).join(","));
  return `${BYTE_ORDER_MARK}${[header, ...lines].join("\r\n")}\r\n`;
}

/** For the clipboard: pastes into a spreadsheet as cells. */
export function toTsv({ columns, rows }: Pick<TableModel, "columns" | "rows">): string {
  const header = columns.map((column) => tsvCell(fileHeader(column), { ...column, type: "text" })).join("\t");
  const lines = rows.map((row) => columns.map((column, at) => tsvCell(row[at] ?? null, column)).join("\t"));
  return [header, ...lines].join("\n");
}

/** Hands a file to the browser's downloads. */
export function download(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has begun by then; Safari needs the URL a moment longer.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function downloadCsv(fileName: string, model: Pick<TableModel, "columns" | "rows">): void {
  download(`${fileName}.csv`, new Blob([toCsv(model)], { type: "text/csv;charset=utf-8" }));
}

/** False when the browser refuses the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
}
