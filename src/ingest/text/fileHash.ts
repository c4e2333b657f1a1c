import type { DecodeFile } from "#src/ingest/decodedFile.ts";
import { readPart, type ReadPlan } from "./fileBytes.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { MAX_FILE_BYTES } from "#src/ingest/limits.ts";
import { sha256Of, StreamingSha256 } from "./sha256.ts";

/**
 * Adds a file's SHA-256 to a decoder, taken in the thread that calls while the file is decoded. A
 * large file that is refused has none: it is not read to its end for that.
 */
export function withHash(decode: DecodeFile, plan: ReadPlan): DecodeFile {
  return async (file, options) => {
    options.signal?.throwIfAborted();
    const stop = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
    const hash = file.size > MAX_FILE_BYTES ? Promise.resolve("") : hashOf(file, plan, signal);
    // Awaited below; a decoder that fails first must not leave it unhandled.
    hash.catch(() => undefined);
    try {
      const outcome = await decode(file, options);
      if (outcome.type === "refused" && file.size > plan.hashWholeBytes) return { ...outcome, sha256: "" };
      return { ...outcome, sha256: await hash };
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return { type: "refused", sha256: "", refusal: error.refusal };
    } finally {
      stop.abort();
    }
  };
}

async function hashOf(file: Blob, plan: ReadPlan, signal: AbortSignal): Promise<string> {
  if (file.size <= plan.hashWholeBytes) return sha256Of(await readPart(file, file.size));
  const hash = new StreamingSha256();
  for (let from = 0; from < file.size; from += plan.chunkBytes) {
    signal.throwIfAborted();
    const to = Math.min(from + plan.chunkBytes, file.size);
    hash.push(await readPart(file.slice(from, to), to - from));
  }
  return hash.finish();
}
