import type { FileRefusal } from "#src/domain/imports.ts";

/** Carries a refusal out of the depths; `decodeFile`, `unpackFile` and `sketchTable` catch it and answer with a value. */
export class FileRefused extends Error {
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal) {
    super(refusal.message);
    this.name = "FileRefused";
    this.refusal = refusal;
  }
}

/** A file over `MAX_FILE_BYTES`. */
export function fileTooLarge(sizeBytes: number): FileRefused {
  return new FileRefused({
    code: "TOO_LARGE",
    message: `The file has ${sizeBytes} bytes; 4 GB is the most that one file may have. Split it by month or year.`,
  });
}
