import type { CohortGroup } from "#src/engine/protocol.ts";

import type { CohortView } from "./cohortView.ts";
import type { CohortWords } from "./strings.ts";

/** The group as people read it: rows may name no channel or product. */
export function groupName(
  { name }: CohortGroup,
  splitBy: CohortView["splitBy"],
  words: Pick<CohortWords, "noName" | "kinds">,
): string {
  if (name === "" || name === null) return words.noName;
  return splitBy === "kind" && (name === "online" || name === "offline") ? words.kinds[name] : name;
}
