/** Where a function is looked at. */
export interface Between {
  readonly low: number;
  readonly high: number;
}

const EXACT = 2.5e-13;
const MOST_FROM_MIDDLE = 0.2;

/**
 * Where a function is nil, to 5·10⁻¹³, when its values at the two ends differ in sign. It goes by the line through the
 * ends, drawn towards the middle so that it never takes more than one step beyond halving (the ITP method).
 */
export function rootWithin(value: (at: number) => number, { low, high }: Between): number {
  let [from, to] = [low, high];
  let [atFrom, atTo] = [value(from), value(to)];
  const width = to - from;
  let radius = EXACT * 2 ** (Math.ceil(Math.log2(width / (2 * EXACT))) + 1);
  for (; to - from > 2 * EXACT; radius /= 2) {
    const middle = (from + to) / 2;
    const onLine = from - (atFrom * (to - from)) / (atTo - atFrom);
    const towards = Math.sign(middle - onLine);
    const nudge = Math.max(EXACT, (MOST_FROM_MIDDLE / width) * (to - from) ** 2);
    const nudged = nudge <= Math.abs(middle - onLine) ? onLine + towards * nudge : middle;
    const reach = radius - (to - from) / 2;
    const next = Math.abs(nudged - middle) <= reach ? nudged : middle - towards * reach;
    // A step that floats cannot make ends the search.
    if (next <= from || next >= to) break;
    const atNext = value(next);
    if (atNext === 0) return next;
    if (atNext > 0 === atTo > 0) [to, atTo] = [next, atNext];
    else [from, atFrom] = [next, atNext];
  }
  return (from + to) / 2;
}

/** Where a function is nil, as far as steps tell. */
export interface Crossings {
  /** Steps over which its sign changes; ascending. */
  readonly crossings: readonly Between[];
  /** Within a step over which its sign stays it comes to nil or beyond, and back. */
  readonly dips: boolean;
}

/**
 * Looks at a function in equal steps. A step that begins towards nil and ends away from it on the same side is looked at
 * more closely, so that two roots within one step are found too.
 *
 * @param isNil  whether a value at a place is below nil, or cannot be told from it
 */
export function crossingsWithin(
  value: (at: number) => number,
  { low, high, steps }: Between & { readonly steps: number },
  isNil: (value: number, at: number) => boolean,
): Crossings {
  const crossings: Between[] = [];
  let dips = false;
  const width = (high - low) / steps;
  const look = (at: number) => {
    const here = value(at);
    return { at, here, above: here >= 0, rises: value(at + width / 64) > here };
  };
  let from = look(low);
  for (let step = 1; step <= steps; step++) {
    const to = look(low + width * step);
    if (from.above !== to.above) crossings.push({ low: from.at, high: to.at });
    else if (from.rises !== from.above && to.rises === to.above) {
      const side = to.above ? 1 : -1;
      const lowest = lowestWithin((at) => side * value(at), { low: from.at, high: to.at });
      dips ||= isNil(side * value(lowest), lowest);
    }
    from = to;
  }
  return { crossings, dips };
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Where a function with one dip is lowest: by golden sections, until it is below nil or they are too narrow to tell. */
function lowestWithin(value: (at: number) => number, { low, high }: Between): number {
  let [from, to] = [low, high];
  let [left, right] = [to - GOLDEN * (to - from), from + GOLDEN * (to - from)];
  let [atLeft, atRight] = [value(left), value(right)];
  while (to - from > 1e-10 && atLeft >= 0 && atRight >= 0) {
    if (atLeft < atRight) {
      [to, right, atRight] = [right, left, atLeft];
      left = to - GOLDEN * (to - from);
      atLeft = value(left);
    } else {
      [from, left, atLeft] = [left, right, atRight];
      right = from + GOLDEN * (to - from);
      atRight = value(right);
    }
  }
  return atLeft < atRight ? left : right;
}
