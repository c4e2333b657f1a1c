import { streamXlsxRows } from "hucre/xlsx";
import { readXml } from "hucre/xml";

import type { FileRefusal } from "#src/domain/imports.ts";

import { corruptArchive } from "./archiveRefusals.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { InflationBudget } from "./inflated.ts";
import { SheetText } from "./sheetText.ts";
import { zipContent } from "./zipContent.ts";
import { zipMembers } from "./zipDirectory.ts";

/** One sheet of a workbook that holds cells. */
interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its text, or why there is none. */
  readonly content: Blob | FileRefusal;
}

interface SheetsOptions {
  /** For the texts of all sheets. */
  readonly budget: InflationBudget;
  readonly signal: AbortSignal | undefined;
}

/** How often a cancel is looked for. */
const ROWS_A_TURN = 4096;
const READER_ERRORS = /^(?:Hucre|Parse|Xml|Zip|InvalidArgument|UnsupportedFormat|EncryptedFile)Error$/;

/**
 * All worksheets of an .xlsx workbook in their order. The reader (hucre 1.0.0) applies the workbook's date system, gives
 * error cells as text and a formula's kept value; it does not tell which sheets are hidden or are charts, which is read
 * here from the workbook's own list.
 *
 * @param workbook  checked: neither damaged nor a bomb
 * @throws FileRefused when there is no list of sheets
 */
export async function readSheets(
  workbook: Uint8Array<ArrayBuffer>,
  options: SheetsOptions,
): Promise<readonly WorkbookSheet[]> {
  options.budget.feed(workbook.length);
  const sheets: WorkbookSheet[] = [];
  for (const sheet of await listSheets(new Blob([workbook]))) {
    sheets.push({ ...sheet, content: await readSheet(workbook, sheet.name, options) });
  }
  return sheets;
}

async function readSheet(
  workbook: Uint8Array<ArrayBuffer>,
  name: string,
  { budget, signal }: SheetsOptions,
): Promise<Blob | FileRefusal> {
  const text = new SheetText(budget);
  try {
    let rows = 0;
    for await (const { index, values } of streamXlsxRows(workbook, { sheet: name })) {
      if (rows++ % ROWS_A_TURN === 0) signal?.throwIfAborted();
      text.push(index, values);
    }
    return text.finish();
  } catch (error) {
    if (error instanceof FileRefused) return error.refusal;
    if (!(error instanceof Error) || !READER_ERRORS.test(error.name)) throw error;
    return unreadable(error.message).refusal;
  }
}

type Xml = readonly Readonly<Record<string, unknown>>[];

async function listSheets(workbook: Blob): Promise<readonly Pick<WorkbookSheet, "name" | "isHidden">[]> {
  const relations = await xmlOf(workbook, { part: "_rels/.rels", tag: "Relationship" });
  const main = relations.find((relation) => isOfType(relation, "officeDocument"));
  const part = textAt(main, "@Target").replace(/^\//, "");
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const parts = await xmlOf(workbook, {
    part: `${folder}_rels/${part.slice(folder.length)}.rels`,
    tag: "Relationship",
  });
  const worksheets = new Set(parts.filter((each) => isOfType(each, "worksheet")).map((each) => each["@Id"]));
  const sheets = await xmlOf(workbook, { part, tag: "sheet" });
  return sheets.flatMap((sheet) => {
    const id = Object.entries(sheet).find(([key]) => key === "@id" || key.endsWith(":id"))?.[1];
    const name = textAt(sheet, "@name");
    if (name === "" || !worksheets.has(id)) return [];
    return [{ name, isHidden: sheet["@state"] === "hidden" || sheet["@state"] === "veryHidden" }];
  });
}

function textAt(element: Xml[number] | undefined, key: string): string {
  const value = element?.[key];
  return typeof value === "string" ? value : "";
}

/** What a sheet, a chart or the workbook itself is called varies with the edition of the format, but for its end. */
function isOfType(relation: Xml[number], type: string): boolean {
  return textAt(relation, "@Type").endsWith(`/${type}`);
}

async function xmlOf(workbook: Blob, { part, tag }: { readonly part: string; readonly tag: string }): Promise<Xml> {
  const member = (await zipMembers(workbook)).find(({ name }) => name === part);
  if (member === undefined) throw unreadable(`${part || "its list of sheets"} is missing`);
  const content = await zipContent(workbook, member, { budget: new InflationBudget() });
  try {
    return readXml(await content.text(), { rowTag: tag, stripNamespaces: true }).data;
  } catch (error) {
    if (!(error instanceof Error) || !READER_ERRORS.test(error.name)) throw error;
    throw unreadable(error.message);
  }
}

function unreadable(fault: string): FileRefused {
  return corruptArchive(`is no workbook that can be read (${fault})`);
}
