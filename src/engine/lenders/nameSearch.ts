/** Stands between names; no search holds it. */
const BETWEEN = "\u0000";

/** Marks the names that contain a text, whatever the case; 1 by place. */
export type NameSearch = (text: string) => Uint8Array;

/** All names as one text, in which a part is found faster than name by name. */
export function createNameSearch(names: readonly string[]): NameSearch {
  const lowered = names.map((name) => name.toLowerCase());
  const starts = new Float64Array(names.length + 1);
  for (const [place, name] of lowered.entries()) starts[place + 1] = starts[place]! + name.length + BETWEEN.length;
  const all = lowered.join(BETWEEN) + BETWEEN;
  return (text) => {
    const found = new Uint8Array(names.length);
    const wanted = text.toLowerCase();
    if (wanted.includes(BETWEEN)) return found;
    let place = 0;
    for (let at = all.indexOf(wanted); at >= 0 && at < all.length; at = all.indexOf(wanted, starts[place]!)) {
      while (starts[place + 1]! <= at) place++;
      found[place++] = 1;
    }
    return found;
  };
}
