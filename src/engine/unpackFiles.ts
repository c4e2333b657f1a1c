import type { FileRefusal } from "#src/domain/imports.ts";
import type { UnpackedTable, UnpackFile } from "#src/ingest/decodedFile.ts";
import { sha256Of } from "#src/ingest/text/sha256.ts";

import type { RefusedTable } from "./importQueue.ts";
import type { OnProgress } from "./protocol.ts";

/** A table of the files given, or a part of them that cannot be unpacked. */
export type FoundTable =
  | { readonly fileIndex: number; readonly file: File; readonly table: UnpackedTable }
  | { readonly fileIndex: number; readonly file: File; readonly fileName: string; readonly refusal: FileRefusal };

/** A larger file that is refused is not read to its end for its hash. */
const HASHED_BYTES = 64 * 1024 * 1024;

/** All tables of some files, in their order. */
export async function unpackFiles(
  files: readonly File[],
  unpack: UnpackFile,
  { signal, onProgress }: { readonly signal: AbortSignal | undefined; readonly onProgress: OnProgress | undefined },
): Promise<FoundTable[]> {
  const total = files.reduce((bytes, { size }) => bytes + size, 0);
  const found: FoundTable[] = [];
  let done = 0;
  for (const [fileIndex, file] of files.entries()) {
    const before = done;
    const { tables } = await unpack(file, {
      ...(signal ? { signal } : {}),
      onProgress: (bytes) => onProgress?.({ done: before + bytes, total }),
    });
    for (const one of tables) {
      found.push("refusal" in one ? { fileIndex, file, ...one } : { fileIndex, file, table: one });
    }
    done += file.size;
    onProgress?.({ done, total });
  }
  return found;
}

/** What was not unpacked, for the queue to give its outcome; a member has no hash of its own. */
export async function refusedTable({
  file,
  fileName,
  refusal,
}: Extract<FoundTable, { readonly refusal: FileRefusal }>): Promise<RefusedTable> {
  const isWhole = fileName === file.name && file.size <= HASHED_BYTES;
  return { fileName, sizeBytes: file.size, sha256: isWhole ? await hashOf(file) : "", refusal };
}

/** Empty when the file is no longer there to be read. */
async function hashOf(file: File): Promise<string> {
  try {
    return await sha256Of(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name)) return "";
    throw error;
  }
}
