import { ascendingOrder } from "#src/engine/rowOrder.ts";

/** Characters of a name that go into its key. */
const KEY_LENGTH = 8;
const LAST_BYTE = 255;

/**
 * The places of names in ascending order of their code units; equal names keep the order they came in.
 *
 * Sorted by digits of the eight characters after what all names begin with; only names that agree in them are compared,
 * because comparing a million ids would be felt.
 */
export function nameOrder(names: readonly string[]): Uint32Array {
  const skip = commonLength(names);
  const keys = { high: new Uint32Array(names.length), low: new Uint32Array(names.length) };
  for (const [place, name] of names.entries()) writeKey(keys, place, { name, skip });
  const order = ascendingOrder(keys);
  const isSame = (a: number, b: number): boolean => keys.high[a] === keys.high[b] && keys.low[a] === keys.low[b];
  for (let from = 0, to = 1; from < order.length; from = to++) {
    while (to < order.length && isSame(order[from]!, order[to]!)) to++;
    if (to - from > 1) settle(order.subarray(from, to), names);
  }
  return order;
}

function commonLength(names: readonly string[]): number {
  const [first = ""] = names;
  let length = first.length;
  for (const name of names) {
    length = Math.min(length, name.length);
    while (!name.startsWith(first.slice(0, length))) length--;
    if (length === 0) break;
  }
  return length;
}

interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** One byte a character; from the first one that does not fit on, the name is left to comparing. */
function writeKey(
  { high, low }: Keys,
  place: number,
  { name, skip }: { readonly name: string; readonly skip: number },
) {
  const length = Math.min(KEY_LENGTH, name.length - skip);
  for (let at = 0; at < length; at++) {
    const byte = Math.min(LAST_BYTE, name.charCodeAt(skip + at));
    const shift = 24 - (at % 4) * 8;
    if (at < 4) high[place]! |= byte << shift;
    else low[place]! |= byte << shift;
    if (byte === LAST_BYTE) return;
  }
}

function settle(run: Uint32Array, names: readonly string[]): void {
  run.set(
    Array.from(run).toSorted((a, b) => {
      const [left, right] = [names[a]!, names[b]!];
      return left < right ? -1 : left > right ? 1 : 0;
    }),
  );
}
