import { nestedArchive } from "./archiveRefusals.ts";
import { containerKind, type ContainerKind } from "./containerKind.ts";
import type { UnpackedTable, UnpackFile, UnpackOptions, UnpackRefusal } from "#src/ingest/decodedFile.ts";
import { headOf, refusedKind } from "#src/ingest/text/fileKind.ts";
import { FileRefused, fileTooLarge } from "#src/ingest/fileRefused.ts";
import { InflationBudget } from "./inflated.ts";
import { MAX_FILE_BYTES } from "#src/ingest/limits.ts";
import { unpackGzip } from "./unpackGzip.ts";
import { unpackWorkbook } from "./unpackWorkbook.ts";
import { unpackZip } from "./unpackZip.ts";

/** Takes the tables out of a file in the thread that calls; what they unpack to is held by the platform, as Blobs. */
export const unpackFile: UnpackFile = async (file, options) => {
  options.signal?.throwIfAborted();
  try {
    if (file.size > MAX_FILE_BYTES) throw fileTooLarge(file.size);
    const kind = await containerKind(file);
    return { tables: await TAKE_OUT[kind.type](file, options) };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { tables: [{ fileName: file.name, refusal: error.refusal }] };
  }
};

type Tables = readonly (UnpackedTable | UnpackRefusal)[];

const TAKE_OUT: Readonly<Record<ContainerKind["type"], (file: File, options: UnpackOptions) => Promise<Tables>>> = {
  text: (file) => takeText(file),
  gzip: takeGzip,
  zip: unpackZip,
  workbook: takeWorkbook,
};

async function takeText(file: File): Promise<Tables> {
  const refusal = refusedKind(await headOf(file));
  if (refusal) return [{ fileName: file.name, refusal }];
  return [{ fileName: file.name, container: undefined, content: file, isSuggested: true }];
}

async function takeGzip(file: File, options: UnpackOptions): Promise<Tables> {
  const content = await unpackGzip(file, options);
  const kind = await containerKind(content);
  const refusal = kind.type === "text" ? refusedKind(await headOf(content)) : nestedArchive(kind.name);
  if (refusal) return [{ fileName: file.name, refusal }];
  const container = { kind: "gzip", fileName: file.name, sizeBytes: file.size, member: null } as const;
  return [{ fileName: file.name, container, content, isSuggested: true }];
}

function takeWorkbook(file: File, { signal, onProgress }: UnpackOptions): Promise<Tables> {
  return unpackWorkbook(file, {
    fileName: file.name,
    containerOf: (sheet) => ({ kind: "xlsx", fileName: file.name, sizeBytes: file.size, member: sheet }),
    budget: new InflationBudget(),
    signal,
    onProgress,
  });
}
