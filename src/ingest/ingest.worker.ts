import { createUnhashedDecode } from "./decodeFile.ts";
import { READ_PLAN } from "#src/ingest/text/fileBytes.ts";
import { serveDecoder } from "./serveDecoder.ts";
import { sketchTable } from "#src/ingest/header/sketch.ts";
import { unpackFile } from "#src/ingest/unpack/unpack.ts";
import type { DecoderPort } from "./workerMessages.ts";

// A dedicated worker's own scope is a port; the page's types, which this file is checked with, do not know it.
// oxlint-disable-next-line no-restricted-globals -- the worker's end of its own line.
const port = self as unknown as DecoderPort;
serveDecoder(port, { unpack: unpackFile, sketch: sketchTable, decode: createUnhashedDecode(READ_PLAN) });
