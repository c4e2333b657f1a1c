import type { Basis } from "#src/engine/protocol.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

/** A definition with what its figure was made of. */
export function sourced({ asOf, sourceRows, rejectedRows }: Basis, definition: Definition): Definition {
  return { ...definition, asOf, sourceRows, rejectedRows };
}
