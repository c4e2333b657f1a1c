import type { ActivationResult } from "#src/engine/protocol.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

/** A definition with what its figure was made of. */
export function sourced({ basis }: ActivationResult, definition: Definition): Definition {
  const { asOf, sourceRows, rejectedRows, switches } = basis;
  return { ...definition, asOf, sourceRows, rejectedRows, switches };
}
