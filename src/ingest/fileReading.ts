import type { FileReading } from "./decodedFile.ts";
import { decodeFile } from "./decodeFile.ts";
import { sketchTable } from "#src/ingest/header/sketch.ts";
import { unpackFile } from "#src/ingest/unpack/unpack.ts";

/** Reading of files in the thread that calls, where there are no workers. */
export const fileReading: FileReading = { unpack: unpackFile, sketch: sketchTable, decode: decodeFile };
