import type { FileRefusal } from "#src/domain/imports.ts";

import type { DecodeFile, DecodeOptions, DecodeOutcome } from "./decodedFile.ts";
import { FileText } from "./encoding.ts";
import { FileBytes, READ_PLAN, type ReadPlan } from "./fileBytes.ts";
import { refusedKind } from "./fileKind.ts";
import { FileRefused } from "./fileRefused.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { sha256Of, StreamingSha256 } from "./sha256.ts";
import { TableDecoder } from "./tableDecoder.ts";

/**
 * Bytes of an export to typed columns, in the thread that calls.
 *
 * The file is read once unless a column asks a question that only all of its cells can answer. A large
 * file that is refused before its end has no `sha256`: it is then empty.
 */
export const decodeFile: DecodeFile = createDecodeFile(READ_PLAN);

/** The same with other sizes of what is in memory at a time. */
export function createDecodeFile(plan: ReadPlan): DecodeFile {
  return async (file, options) => {
    options.signal?.throwIfAborted();
    if (file.size > MAX_FILE_BYTES) return { type: "refused", sha256: "", refusal: tooLarge(file.size) };
    return decode(new FileBytes(file, plan), options);
  };
}

async function decode(file: FileBytes, options: DecodeOptions): Promise<DecodeOutcome> {
  let digest = Promise.resolve("");
  try {
    // The digest is computed beside the decoding.
    if (file.isSmall) digest = sha256Of(await file.whole());
    const refusal = file.size === 0 ? EMPTY : refusedKind(await file.head());
    if (refusal) throw new FileRefused(refusal);
    const streaming = new StreamingSha256();
    const decoded = await new TableDecoder(new FileText(file), file.size, options).decode((bytes) => {
      if (!file.isSmall) streaming.push(bytes);
    });
    return { type: "decoded", sha256: file.isSmall ? await digest : streaming.finish(), file: decoded };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { type: "refused", sha256: await digest, refusal: error.refusal };
  }
}

const EMPTY: FileRefusal = { code: "EMPTY_FILE", message: "The file is empty." };

function tooLarge(size: number): FileRefusal {
  return {
    code: "TOO_LARGE",
    message: `The file has ${size} bytes; 4 GB is the most that one file may have. Split it by month or year.`,
  };
}
