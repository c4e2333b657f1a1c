import { strToU8, zipSync } from "fflate";

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

interface SheetParts {
  readonly name: string;
  /** What stands between the tags of `sheetData`. */
  readonly rows: string;
  readonly state?: "hidden" | "veryHidden";
  readonly isChart?: boolean;
}

interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  readonly texts?: readonly string[];
  /** Style 1 is that of the first format, and so on; style 0 is the general one. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
}

/** The parts of an .xlsx workbook as a spreadsheet would write them, by name. */
export function workbookParts({ sheets, texts = [], formats = [], is1904 = false }: WorkbookParts) {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string => `<Relationships xmlns="${PACKAGE}">${inner}</Relationships>`;
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="rId${at + 1}"/>`,
  );
  const kindOf = ({ isChart }: SheetParts): string => (isChart === true ? "chartsheet" : "worksheet");
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><workbookPr${is1904 ? ' date1904="1"' : ""}/>` +
      `<sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      sheets
        .map((sheet, at) => relation(`rId${at + 1}`, kindOf(sheet), `${kindOf(sheet)}s/sheet${at + 1}.xml`))
        .join("") +
        relation("rId90", "sharedStrings", "sharedStrings.xml") +
        relation("rId91", "styles", "styles.xml"),
    ),
    "xl/sharedStrings.xml": `<sst xmlns="${NAMESPACE}">${texts.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    "xl/styles.xml":
      `<styleSheet xmlns="${NAMESPACE}">` +
      `<numFmts>${formats.map((code, at) => `<numFmt numFmtId="${at + 164}" formatCode="${code}"/>`).join("")}</numFmts>` +
      `<cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${at + 164}"/>`).join("")}</cellXfs></styleSheet>`,
  };
  for (const [at, sheet] of sheets.entries()) {
    parts[`xl/${kindOf(sheet)}s/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${NAMESPACE}"><sheetData>${sheet.rows}</sheetData></worksheet>`;
  }
  return parts;
}

/** An .xlsx workbook of these parts. */
export function workbook(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>);
}

/** A workbook of one sheet. */
export function sheetOf(rows: string, rest: Omit<WorkbookParts, "sheets"> = {}): Uint8Array {
  return workbook(workbookParts({ ...rest, sheets: [{ name: "Sheet1", rows }] }));
}
