import { createUnhashedDecode } from "./decodeFile.ts";
import { READ_PLAN } from "./fileBytes.ts";
import { serveDecoder } from "./serveDecoder.ts";
import type { DecoderPort } from "./workerMessages.ts";

// A dedicated worker's own scope is a port; the page's types, which this file is checked with, do not know it.
// oxlint-disable-next-line no-restricted-globals -- the worker's end of its own line.
serveDecoder(self as unknown as DecoderPort, createUnhashedDecode(READ_PLAN));
