import type { SavedMapping } from "#src/domain/reading.ts";

import { isIntact, sealed, type Sealed } from "./checksum.ts";

export type MappingRow = Sealed<SavedMapping>;

export function encodeMapping(mapping: SavedMapping): MappingRow {
  return sealed(mapping);
}

/** By name. A damaged mapping is as good as none: its next file is asked about again. */
export function decodeMappings(rows: readonly MappingRow[]): SavedMapping[] {
  return rows
    .filter(isIntact)
    .map((row) => {
      const { seal: _, ...mapping } = row;
      return mapping;
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
