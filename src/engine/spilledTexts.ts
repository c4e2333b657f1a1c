import type { TextColumn } from "#src/domain/columns.ts";

import type { Texts } from "./ledger.ts";

/** Puts texts where the browser may keep them on disk, and gives the way to read them back. */
export function spilledTexts({ ids, lots }: Texts): () => Promise<Texts> {
  const [spilledIds, spilledLots] = [ids && spilled(ids), lots && spilled(lots)];
  return async () => ({ ids: await spilledIds?.(), lots: await spilledLots?.() });
}

function spilled({ bytes, ends }: TextColumn): () => Promise<TextColumn> {
  const blob = new Blob([plainCopy(bytes), Uint32Array.from(ends)]);
  const bytesLength = bytes.length;
  return async () => ({
    bytes: new Uint8Array(await blob.slice(0, bytesLength).arrayBuffer()),
    ends: new Uint32Array(await blob.slice(bytesLength).arrayBuffer()),
  });
}

/** A blob takes no view of shared memory, and the type of ours does not rule that out. */
function plainCopy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
