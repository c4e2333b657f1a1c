import type { Basis, CompareResult } from "#src/engine/protocol.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

export interface ComparePanelProps {
  readonly result: CompareResult;
  /** Of the sides, as people read them. */
  readonly names: readonly string[];
}

/** A definition with what its figure was made of. */
export function compareInfo({ asOf, sourceRows, rejectedRows }: Basis, definition: Definition): Definition {
  return { ...definition, asOf, sourceRows, rejectedRows };
}

/** Fewer lenders than this say little. */
export const FEW_LENDERS = 20;
/** Fewer months of first lending than this say little about an age. */
export const FEW_COHORTS = 3;
