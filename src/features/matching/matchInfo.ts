import type { Basis } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import type { MatchingWords } from "./strings.ts";

export interface Spoken {
  readonly words: MatchingWords;
  readonly format: Format;
}

/** A definition with what its figure was made of. */
export function matchInfo({ asOf, sourceRows, rejectedRows }: Basis, definition: Definition): Definition {
  return { ...definition, asOf, sourceRows, rejectedRows };
}
