import type { Container } from "#src/domain/imports.ts";

import { corruptArchive } from "./archiveRefusals.ts";
import type { UnpackedTable, UnpackRefusal } from "#src/ingest/decodedFile.ts";
import { readPart } from "#src/ingest/text/fileBytes.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import type { InflationBudget } from "./inflated.ts";
import { MAX_WORKBOOK_BYTES, MAX_WORKBOOK_PART_BYTES } from "#src/ingest/limits.ts";
import { zipContent } from "./zipContent.ts";
import { zipMembers } from "./zipDirectory.ts";

interface WorkbookOptions {
  readonly fileName: string;
  /** What its tables say they were packed in. */
  readonly containerOf: (sheet: string) => Container;
  /** Of the file that the workbook is, or is in. */
  readonly budget: InflationBudget;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytesDone: number) => void) | undefined;
}

/** Rows of sheets are read one by one; everything else is unpacked as a whole. */
const SHEET = /(?:^|\/)worksheets\/[^/]*\.xml$/;
const SHEET_END = /<\/(?:\w+:)?worksheet>\s*$/;
const SHEET_END_BYTES = 256;

/**
 * The sheets of an .xlsx workbook, each as a table. All of the workbook is unpacked once before the reader sees it,
 * only to be counted and checked, so that it meets neither a bomb nor damage.
 *
 * @throws FileRefused when the workbook as a whole cannot be read
 */
export async function unpackWorkbook(
  workbook: Blob,
  { fileName, containerOf, budget, signal, onProgress }: WorkbookOptions,
): Promise<readonly (UnpackedTable | UnpackRefusal)[]> {
  if (workbook.size > MAX_WORKBOOK_BYTES) throw tooLarge();
  await check(workbook, { budget, signal, onProgress });
  // The reader is large, and most people never need it.
  const { readSheets } = await import("./workbookSheets.ts");
  const sheets = await readSheets(await readPart(workbook, workbook.size), { budget, signal });
  return sheets.map(({ name, isHidden, content }) => {
    const shown = sheets.length === 1 ? fileName : `${fileName} › ${name}`;
    if (!(content instanceof Blob)) return { fileName: shown, refusal: content };
    return { fileName: shown, container: containerOf(name), content, isSuggested: !isHidden && content.size > 0 };
  });
}

async function check(
  workbook: Blob,
  { budget, signal, onProgress }: Pick<WorkbookOptions, "budget" | "signal" | "onProgress">,
): Promise<void> {
  let behind = 0;
  for (const member of await zipMembers(workbook)) {
    const end = await zipContent(workbook, member, { budget, isKept: false, ...(signal && { signal }) });
    // The reader (hucre 1.0.0) takes a sheet that breaks off for one that ends there.
    if (SHEET.test(member.name) && !SHEET_END.test(await end.slice(-SHEET_END_BYTES).text())) {
      throw corruptArchive(`breaks off in the middle of ${member.name}`);
    }
    // Its length has just been found to be what the directory says.
    if (!SHEET.test(member.name) && member.sizeBytes > MAX_WORKBOOK_PART_BYTES) throw tooLarge();
    behind += member.packedBytes;
    onProgress?.(behind);
  }
}

function tooLarge(): FileRefused {
  return new FileRefused({
    code: "TOO_LARGE",
    message: "The workbook is too large to be read in one piece; save its sheets as CSV.",
  });
}
