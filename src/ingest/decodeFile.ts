import type { FileRefusal } from "#src/domain/imports.ts";

import { decodeDataset } from "#src/ingest/tables/datasetDecoder.ts";
import type { DecodeFile, DecodeOptions, DecodeOutcome } from "./decodedFile.ts";
import { FileText } from "#src/ingest/text/encoding.ts";
import { FileBytes, READ_PLAN, type ReadPlan } from "#src/ingest/text/fileBytes.ts";
import { refusedKind } from "#src/ingest/text/fileKind.ts";
import { withHash } from "#src/ingest/text/fileHash.ts";
import { FileRefused, fileTooLarge } from "./fileRefused.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { TableDecoder } from "./tableDecoder.ts";

/** Bytes of an export, unpacked, to typed columns, in the thread that calls. */
export const decodeFile: DecodeFile = createDecodeFile(READ_PLAN);

/** The same with other sizes of what is in memory at a time. */
export function createDecodeFile(plan: ReadPlan): DecodeFile {
  return withHash(createUnhashedDecode(plan), plan);
}

/**
 * The decoding alone, for a worker whose other end takes the hash. The file is read once unless a
 * column asks a question that only all of its cells can answer.
 *
 * @returns  outcomes whose `sha256` is empty
 */
export function createUnhashedDecode(plan: ReadPlan): DecodeFile {
  return async (file, options) => {
    options.signal?.throwIfAborted();
    try {
      if (file.size > MAX_FILE_BYTES) throw fileTooLarge(file.size);
      return await decode(new FileBytes(file, plan), options);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return { type: "refused", sha256: "", refusal: error.refusal };
    }
  };
}

async function decode(file: FileBytes, options: DecodeOptions): Promise<DecodeOutcome> {
  const refusal = file.size === 0 ? EMPTY : refusedKind(await file.head());
  if (refusal) throw new FileRefused(refusal);
  const { dataset = options.reading?.dataset ?? "transactions", reading } = options;
  const text = new FileText(file, reading?.encoding);
  if (dataset !== "transactions") {
    return { type: "decodedTable", sha256: "", table: await decodeDataset(text, { ...options, dataset }) };
  }
  return { type: "decoded", sha256: "", file: await new TableDecoder(text, file.size, options).decode() };
}

const EMPTY: FileRefusal = { code: "EMPTY_FILE", message: "The file is empty." };
