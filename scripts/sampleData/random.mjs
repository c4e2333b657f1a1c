const TWO_TO_32 = 4294967296;

function seedOf(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

/**
 * A stream of whole random numbers that is the same on every machine: 32-bit integer steps only (mulberry32).
 * Streams with different names do not disturb each other.
 */
export function createRandom(name) {
  let state = seedOf(name);

  function next() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** 0 ≤ result < limit, for limits below 2^21. */
  const below = (limit) => Math.floor((next() * limit) / TWO_TO_32);

  /** Both ends included. */
  const between = (lowest, highest) => lowest + below(highest - lowest + 1);

  const chance = (permille) => below(1000) < permille;

  const pick = (list) => list[below(list.length)];

  /** Takes `[choice, weight]` pairs with whole weights. */
  function pickWeighted(pairs) {
    let left = below(pairs.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [choice, weight] of pairs) {
      if (left < weight) return choice;
      left -= weight;
    }
    throw new Error("weights are not whole numbers");
  }

  /** A whole number whose mean over many calls is numerator / denominator. */
  function roundedShare(numerator, denominator) {
    const whole = Math.floor(numerator / denominator);
    return whole + (below(denominator) < numerator - whole * denominator ? 1 : 0);
  }

  return { below, between, chance, pick, pickWeighted, roundedShare };
}
