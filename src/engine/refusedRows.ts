import type { FileRefusal, RefusedAttempt } from "#src/domain/imports.ts";

/** A refusal as the history keeps it: nothing of the file's content is. */
export function withoutRows({ rejects: _rejects, ...refusal }: FileRefusal): RefusedAttempt["refusal"] {
  return refusal;
}
