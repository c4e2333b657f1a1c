import type { FileRefusal } from "#src/domain/imports.ts";

import { readPart } from "./fileBytes.ts";

interface Signature {
  readonly kind: string;
  readonly bytes: readonly number[];
  readonly offset?: number;
  readonly advice?: string;
}

const UNPACK = "unpack it first";
const SAVE_AS_CSV = "save it as CSV";

const SIGNATURES: readonly Signature[] = [
  {
    kind: "a Dipper backup",
    bytes: [0x44, 0x49, 0x50, 0x50, 0x45, 0x52, 0x42, 0x4b],
    advice: "restore it under Settings",
  },
  { kind: "a PNG image", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: "a JPEG image", bytes: [0xff, 0xd8, 0xff] },
  { kind: "a GIF image", bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: "a PDF document", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: "a gzip archive", bytes: [0x1f, 0x8b], advice: UNPACK },
  { kind: "a RAR archive", bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], advice: UNPACK },
  { kind: "a 7z archive", bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], advice: UNPACK },
  { kind: "a bzip2 archive", bytes: [0x42, 0x5a, 0x68, 0x31], advice: UNPACK },
  { kind: "an xz archive", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], advice: UNPACK },
  { kind: "a Zstandard archive", bytes: [0x28, 0xb5, 0x2f, 0xfd], advice: UNPACK },
  { kind: "a tar archive", bytes: [0x75, 0x73, 0x74, 0x61, 0x72], offset: 257, advice: UNPACK },
  {
    kind: "an old or encrypted Excel workbook",
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    advice: SAVE_AS_CSV,
  },
  { kind: "a Parquet file", bytes: [0x50, 0x41, 0x52, 0x31], advice: SAVE_AS_CSV },
  { kind: "a SQLite database", bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const MARKUP = /^\s*<(!doctype|html|head|body|script|meta)\b/i;
const XML = /^\s*<\?xml\b/i;
const JSON_TEXT = /^\s*(\{\s*["}]|\[\s*[[{\]])/;

const HEAD_BYTES = 4096;

/** The first bytes of a file: enough to tell what kind of file it is. */
export function headOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const size = Math.min(HEAD_BYTES, file.size);
  return readPart(file.slice(0, size), size);
}

/**
 * A refusal when the first bytes of a file say that it holds no table in text, whatever its name. Containers are among
 * them: `unpackFile` has opened those that can be opened before a table is read.
 */
export function refusedKind(head: Uint8Array): FileRefusal | undefined {
  // Latin-1 shows every byte as one character, so that patterns of ASCII can be looked for in anything.
  const text = String.fromCharCode(...head.subarray(0, 1024));
  const signature = SIGNATURES.find(({ bytes, offset = 0 }) => startsWith(head, bytes, offset));
  if (signature) return notATable(signature.kind, signature.advice);
  if (startsWith(head, ZIP)) {
    return /\[Content_Types\]\.xml|xl\//.test(text)
      ? notATable("an Excel workbook", `${UNPACK}: ${SAVE_AS_CSV}`)
      : notATable("a zip archive", UNPACK);
  }
  const unmarked = text.replace(/^\u00ef\u00bb\u00bf/, "");
  if (MARKUP.test(unmarked)) return notATable("a web page", "perhaps the session had expired: export it again");
  if (XML.test(unmarked)) return notATable("an XML document", SAVE_AS_CSV);
  if (JSON_TEXT.test(unmarked)) return notATable("JSON", SAVE_AS_CSV);
  return undefined;
}

/** True when these bytes stand at an offset of the head. */
export function startsWith(head: Uint8Array, bytes: readonly number[], offset = 0): boolean {
  return bytes.every((byte, at) => head[offset + at] === byte);
}

/** A refusal of a file that is something else; `kind` is a noun with its article. */
export function notATable(kind: string, advice = "choose the CSV export"): FileRefusal {
  return { code: "NOT_A_TABLE", message: `This is ${kind}, not a table in text; ${advice}.`, values: [kind] };
}
