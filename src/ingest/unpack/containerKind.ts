import { oleRefusal } from "./oleRefusal.ts";
import { headOf, notATable, startsWith } from "#src/ingest/text/fileKind.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { zipMembers } from "./zipDirectory.ts";

/** What a file is packed in, if anything. */
export interface ContainerKind {
  readonly type: "text" | "gzip" | "zip" | "workbook";
  /** A noun with its article, for a refusal. */
  readonly name: string;
}

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Documents that are zip archives inside, by a member that all of their kind have. */
const DOCUMENTS = [
  { member: "xl/workbook.bin", kind: "a binary Excel workbook (.xlsb)", advice: "save it as .xlsx or CSV" },
  { member: "word/document.xml", kind: "a Word document", advice: "choose the CSV export" },
  { member: "ppt/presentation.xml", kind: "a presentation", advice: "choose the CSV export" },
  { member: "META-INF/manifest.xml", kind: "an OpenDocument file", advice: "save it as .xlsx or CSV" },
];

/**
 * Told by a file's first bytes, and a zip's by what is in it; never by its name.
 *
 * @throws FileRefused when it is a container that nothing can be taken out of
 */
export async function containerKind(file: Blob): Promise<ContainerKind> {
  const head = await headOf(file);
  if (startsWith(head, GZIP)) return { type: "gzip", name: "a gzip archive" };
  if (startsWith(head, OLE)) throw new FileRefused(await oleRefusal(file));
  if (!startsWith(head, ZIP) && !startsWith(head, EMPTY_ZIP)) return { type: "text", name: "text" };
  const names = new Set((await zipMembers(file)).map(({ name }) => name));
  const document = DOCUMENTS.find(({ member }) => names.has(member));
  if (document) throw new FileRefused(notATable(document.kind, document.advice));
  return names.has("[Content_Types].xml") && names.has("_rels/.rels")
    ? { type: "workbook", name: "an Excel workbook" }
    : { type: "zip", name: "a zip archive" };
}
