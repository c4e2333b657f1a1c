import type { Analysis } from "#src/engine/analysis.ts";
import { segmentMask } from "#src/engine/analysis.ts";
import type { Filter } from "#src/engine/protocol.ts";

/**
 * 1 for the entries of the directory that the shell's filter keeps: of ledger lenders by channel, first product and
 * segment; of those who are only registered by the channel they came through and the segment, and only where no product
 * is asked for, since they have none. Accounts that are left out of every figure are never kept.
 */
export async function entriesKept(analysis: Analysis, filter: Filter): Promise<Uint8Array | undefined> {
  const directory = await analysis.directory();
  const { leavesInternalOut } = analysis.held.state.settings;
  const ledger = await analysis.lendersKept(filter);
  if (!ledger && !leavesInternalOut) return undefined;
  const segment = await segmentMask(analysis, filter.segment);
  const { channelNames, channel, isInternal, ledgerLenders, entries } = directory;
  const channels = Uint8Array.from(channelNames, (name) => (isAsked(filter.channels, name) ? 1 : 0));
  const { kind } = analysis.held.kept.book.profiles;
  const asksNoProduct = isAsked(filter.products, "");
  const kept = new Uint8Array(entries);
  for (let entry = 0; entry < entries; entry++) {
    if (leavesInternalOut && isInternal[entry] === 1) continue;
    const hasRows = entry < ledgerLenders && kind[entry] !== undefined && kind[entry] !== 0;
    const fits = hasRows
      ? (ledger?.[entry] ?? 1) === 1
      : asksNoProduct && channels[channel[entry]!] === 1 && (segment?.[entry] ?? 1) === 1;
    if (fits) kept[entry] = 1;
  }
  return kept;
}

function isAsked(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.includes(name);
}
