import type { FileReading } from "./decodedFile.ts";
import { decodeFile } from "./decodeFile.ts";
import { sketchTable } from "./sketch.ts";
import { unpackFile } from "./unpack.ts";

/** Reading of files in the thread that calls, where there are no workers. */
export const fileReading: FileReading = { unpack: unpackFile, sketch: sketchTable, decode: decodeFile };
