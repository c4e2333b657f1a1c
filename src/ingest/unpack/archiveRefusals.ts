import type { FileRefusal } from "#src/domain/imports.ts";

import { FileRefused } from "#src/ingest/fileRefused.ts";

/** The bytes of a container are not what its maker wrote; `fault` completes "The archive …". */
export function corruptArchive(fault: string): FileRefused {
  return new FileRefused({
    code: "CORRUPT_ARCHIVE",
    message: `The archive ${fault}; download or export it again.`,
  });
}

export function encrypted(what: string): FileRefused {
  return new FileRefused({
    code: "ENCRYPTED",
    message: `${what} is protected with a password; remove the password, save it and choose it again.`,
  });
}

/** A file in a container that is a container itself. */
export function nestedArchive(kind: string): FileRefusal {
  return {
    code: "NOT_A_TABLE",
    message: `This is ${kind} inside an archive, not a table in text; unpack it first.`,
    values: [kind],
  };
}
