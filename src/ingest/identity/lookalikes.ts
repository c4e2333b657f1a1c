import { bytesOf, textOf } from "#src/ingest/text/bytes.ts";

const ZERO = 48;
const UPPER_A = 65;
const UPPER_Z = 90;

/** More names than this are not compared: ids of that many lenders are numbers that machines gave. */
const MOST_NAMES = 2_000_000;

const PLAIN = /^[\u0020-\u007e]*$/;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const LEADING_ZEROS = /^0+(?=.)/;

/** Letters of Cyrillic and Greek that look like Latin ones, case by case: В is B, в is not b. */
const CONFUSABLES = new Map(
  [
    ["АВЕЅІЈКМНОРСТУХԚԜҮ", "ABESIJKMHOPCTYXQWY"],
    ["аеѕіјорсухԛԝүһԁ", "aesijopcyxqwyhd"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
    ["αικνορτυχγ", "aikvoptuxy"],
  ].flatMap(([from = "", to = ""]) => Array.from(from, (letter, at) => [letter, to.charAt(at)] as const)),
);

/**
 * Groups of names that a reader takes for one another: they differ only by case, full-width forms, leading
 * zeros, blanks that nobody sees, or letters of Cyrillic or Greek that look like Latin ones. Each group in the
 * order of `names`, groups by their second member; none for more than two million names.
 */
export function lookalikes(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length > MOST_NAMES) return [];
  const firstOfKey = new Map<string, number>();
  const groups = new Map<number, string[]>();
  for (const [at, name] of names.entries()) {
    const key = keyOf(name);
    const first = firstOfKey.get(key);
    if (first === undefined) {
      firstOfKey.set(key, at);
      continue;
    }
    const group = groups.get(first);
    if (group) group.push(name);
    else groups.set(first, [names[first]!, name]);
  }
  return [...groups.values()];
}

/** Names as bytes, one behind another; name `n` ends at `bounds[n + 1]`. */
export interface PackedNames {
  readonly keys: Uint8Array;
  readonly bounds: Uint32Array;
  readonly count: number;
}

/** The same groups by the names' places; names are told apart by a hash of their bytes, and few become text. */
export function packedLookalikes({ keys, bounds, count }: PackedNames): readonly (readonly number[])[] {
  if (count > MOST_NAMES) return [];
  const mask = 2 ** Math.ceil(Math.log2(count * 2 + 2)) - 1;
  const slots = new Int32Array(mask + 1);
  const hashes = new Int32Array(count);
  const suspects = new Set<number>();
  for (let at = 0; at < count; at++) {
    const hash = foldedHash(keys, bounds[at]!, bounds[at + 1]!);
    hashes[at] = hash;
    let slot = hash & mask;
    while (slots[slot] !== 0 && hashes[slots[slot]! - 1] !== hash) slot = (slot + 1) & mask;
    if (slots[slot] === 0) slots[slot] = at + 1;
    else suspects.add(slots[slot]! - 1).add(at);
  }
  const placeOf = new Map(Array.from(suspects, (at) => [textOf(keys, bounds[at]!, bounds[at + 1]!), at] as const));
  return lookalikes([...placeOf.keys()]).map((group) => group.map((name) => placeOf.get(name) ?? 0));
}

/** A hash of the name's key; what is not plain ASCII becomes text for it. */
function foldedHash(bytes: Uint8Array, from: number, to: number): number {
  let start = from;
  while (start < to - 1 && bytes[start] === ZERO) start++;
  for (let at = start; at < to; at++) {
    if (bytes[at]! > 0x7f) {
      const key = bytesOf(keyOf(textOf(bytes, from, to)));
      return hashOf(key, 0, key.length);
    }
  }
  return hashOf(bytes, start, to);
}

/** Large letters hash as small ones. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    hash = Math.imul(hash ^ (byte >= UPPER_A && byte <= UPPER_Z ? byte + 32 : byte), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function keyOf(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase().replace(LEADING_ZEROS, "");
  const seen = name.normalize("NFKC").replace(UNSEEN, "");
  const latin = Array.from(seen, (letter) => CONFUSABLES.get(letter) ?? letter).join("");
  return latin.toLowerCase().replace(LEADING_ZEROS, "");
}
