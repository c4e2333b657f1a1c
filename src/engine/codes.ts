import type { Held } from "./held.ts";
import type { Basis } from "./protocol.ts";
import { rejectedRows } from "./status.ts";

/** What every answer says it was made of. */
export function basisOf(held: Held, sourceRows: number): Basis {
  const { state, kept } = held;
  return {
    asOf: kept.book.firstDay === null ? null : kept.book.asOf,
    dataVersion: state.dataVersion,
    sourceRows,
    rejectedRows: rejectedRows(state),
    switches: { newRule: state.settings.newRule, transfers: state.settings.transfers },
  };
}

/** 1 for every product named, by code; undefined when none is, which keeps all. */
export function productCodes({ kept }: Held, names: readonly string[]): Uint8Array | undefined {
  return codesOf(names, kept.productNames);
}

/** 1 for every channel named, by code; undefined when none is, which keeps all. */
export function channelCodes({ kept }: Held, names: readonly string[]): Uint8Array | undefined {
  return codesOf(names, kept.channelNames);
}

/** A name that no row ever had keeps nothing. */
function codesOf(names: readonly string[], all: readonly string[]): Uint8Array | undefined {
  if (names.length === 0) return undefined;
  return Uint8Array.from(all, (name) => (names.includes(name) ? 1 : 0));
}
