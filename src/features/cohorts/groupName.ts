import type { CohortGroup } from "#src/engine/protocol.ts";

import type { CohortWords } from "./strings.ts";

/** The group as people read it: rows may name no channel or product. */
export function groupName({ name }: CohortGroup, words: Pick<CohortWords, "noName">): string {
  return name === "" || name === null ? words.noName : name;
}
