import type { FileRefusal } from "#src/domain/imports.ts";

/** Carries a refusal out of the depths of a decoder; `decodeFile` alone catches it and answers with a value. */
export class FileRefused extends Error {
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal) {
    super(refusal.message);
    this.name = "FileRefused";
    this.refusal = refusal;
  }
}
