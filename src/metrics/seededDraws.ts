const TWO_TO_32 = 4_294_967_296;

/** Draws whole numbers from 0 to below a limit. */
export type Draw = (limit: number) => number;

/** A stream of draws that is the same for the same seed on every machine: 32-bit integer steps only (mulberry32). */
export function seededDraws(seed: number): Draw {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32) * limit);
  };
}
