import { textAt, type TextColumn } from "#src/domain/columns.ts";
import { DEFAULT_ZONE, type Weekday } from "#src/domain/calendar.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { decodeFile } from "#src/ingest/decodeFile.ts";
import type { DecodedBlock } from "#src/ingest/decodedFile.ts";
import type { BookInput, RowAddress } from "#src/metrics/book.ts";

/** One file, read by the decoder that the product reads with; rows of equal txn_id all stay. */
export async function decodedLedger(csv: Blob): Promise<(asOf: EpochDay, weekStart?: Weekday) => BookInput> {
  const blocks: DecodedBlock[] = [];
  const outcome = await decodeFile(csv, {
    zone: DEFAULT_ZONE,
    onBlock: (block) => void blocks.push(block),
  });
  if (outcome.type === "refused") throw new Error(outcome.refusal.message);
  const parts = blocks.map(({ columns }): LedgerPart => ({ columns, dead: undefined }));
  const products = ["", ...blocks.flatMap((block) => block.newProducts)];
  const channels = ["", ...blocks.flatMap((block) => block.newChannels)];
  return (asOf, weekStart = 1) => ({
    parts,
    lenders: blocks.reduce((sum, block) => sum + block.newLenders.length, 0),
    products: products.length,
    channels: channels.length,
    asOf,
    weekStart,
    productNames: products,
    channelNames: channels,
    compareIds: (a, b) => compareTexts(idAt(a), idAt(b)),
  });

  function idAt({ part, row }: RowAddress): string {
    const ids: TextColumn | undefined = blocks[part]!.identity.ids;
    return ids === undefined ? "" : textAt(ids, row);
  }
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
