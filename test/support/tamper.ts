/** A fixed sequence of whole numbers below `below`. */
function seededNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Tampered {
  /** For the message of a test that fails. */
  readonly how: string;
  readonly file: Blob;
}

/**
 * Ways to spoil a file of ours: flipped bits, lost ends, lost middles, doubled and swapped stretches, bytes too many.
 * Every one differs from the file it is made of; the same seed makes the same ones.
 */
export async function tamperedCopies(file: Blob, count: number, seed = 20_240_115): Promise<readonly Tampered[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const next = seededNumbers(seed);
  const copies: Tampered[] = [];
  while (copies.length < count) {
    const spoil = WAYS[copies.length % WAYS.length]!;
    const { how, spoilt } = spoil(bytes, next);
    if (!isSame(spoilt, bytes)) copies.push({ how, file: new Blob([spoilt]) });
  }
  return copies;
}

type Spoilt = { readonly how: string; readonly spoilt: Uint8Array<ArrayBuffer> };
type Way = (bytes: Uint8Array<ArrayBuffer>, next: (below: number) => number) => Spoilt;

const flipAnywhere: Way = (bytes, next) => flipped(bytes, next(bytes.length), 1 << next(8));
const flipInHead: Way = (bytes, next) => flipped(bytes, next(Math.min(600, bytes.length)), 1 << next(8));
const flipInTail: Way = (bytes, next) =>
  flipped(bytes, bytes.length - 1 - next(Math.min(60, bytes.length)), 1 << next(8));

const WAYS: readonly Way[] = [
  flipAnywhere,
  flipInHead,
  flipAnywhere,
  flipInTail,
  flipAnywhere,
  (bytes, next) => {
    const length = next(bytes.length);
    return { how: `cut to ${length} bytes`, spoilt: bytes.slice(0, length) };
  },
  (bytes, next) => {
    const [from, to] = stretch(bytes, next);
    return { how: `without bytes ${from} to ${to}`, spoilt: joined(bytes.slice(0, from), bytes.slice(to)) };
  },
  (bytes, next) => {
    const [from, to] = stretch(bytes, next);
    const doubled = joined(bytes.slice(0, to), bytes.slice(from));
    return { how: `bytes ${from} to ${to} twice`, spoilt: doubled };
  },
  (bytes, next) => {
    const half = next(bytes.length >> 1);
    const swapped = joined(bytes.slice(half, 2 * half), bytes.slice(0, half), bytes.slice(2 * half));
    return { how: `the first ${half} bytes swapped with the next`, spoilt: swapped };
  },
  (bytes, next) => {
    const [from, to] = stretch(bytes, next);
    return { how: `zeros from ${from} to ${to}`, spoilt: bytes.slice().fill(0, from, to) };
  },
  (bytes, next) => {
    const more = 1 + next(50);
    return { how: `${more} bytes too many`, spoilt: joined(bytes, new Uint8Array(more)) };
  },
];

function flipped(bytes: Uint8Array<ArrayBuffer>, at: number, mask: number): Spoilt {
  const spoilt = bytes.slice();
  spoilt[at]! ^= mask;
  return { how: `byte ${at} flipped by ${mask}`, spoilt };
}

function stretch(bytes: Uint8Array, next: (below: number) => number): readonly [number, number] {
  const from = next(bytes.length - 1);
  return [from, from + 1 + next(Math.min(2000, bytes.length - from - 1))];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
