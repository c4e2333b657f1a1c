import type { FileRefusal } from "#src/domain/imports.ts";

import { encrypted } from "./archiveRefusals.ts";
import { readPart } from "#src/ingest/text/fileBytes.ts";
import { notATable } from "#src/ingest/text/fileKind.ts";

const HEADER_BYTES = 512;
/** As much of the directory as lies in one piece; the names looked for are among the first. */
const DIRECTORY_BYTES = 16 * 1024;
/** Where the header tells the size of sectors, as a power of two, and the first sector of the directory. */
const SECTOR_SHIFT_AT = 30;
const DIRECTORY_AT = 48;

/** Excel packs workbooks of the old format and encrypted ones of the new in the same kind of file. */
export async function oleRefusal(file: Blob): Promise<FileRefusal> {
  const names = await directoryText(file);
  if (names.includes("EncryptedPackage")) return encrypted("The workbook").refusal;
  const kind = /Workbook|Book/.test(names) ? "an Excel workbook of the old format (.xls)" : "an old Office document";
  return notATable(kind, "save it as .xlsx or CSV");
}

/** The directory's names lie in it as UTF-16. */
async function directoryText(file: Blob): Promise<string> {
  if (file.size < HEADER_BYTES) return "";
  const header = await readPart(file.slice(0, HEADER_BYTES), HEADER_BYTES);
  const view = new DataView(header.buffer);
  const sectorBytes = 2 ** Math.min(view.getUint16(SECTOR_SHIFT_AT, true), 16);
  const from = Math.min((view.getUint32(DIRECTORY_AT, true) + 1) * sectorBytes, file.size);
  const to = Math.min(from + DIRECTORY_BYTES, file.size);
  return new TextDecoder("utf-16le").decode(await readPart(file.slice(from, to), to - from));
}
