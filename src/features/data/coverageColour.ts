/** Ink, since rows are no metric: a strength of 0 to 1 becomes 8 to 62 % of it. */
export function dayColour(strength: number): string {
  return `color-mix(in oklab, var(--outstanding-fill) ${8 + 54 * strength}%, var(--surface))`;
}

/** Stripes over a day's colour, so that a partial day is told apart without colours too. */
export function partialColour(strength: number): string {
  return `repeating-linear-gradient(135deg, var(--warn) 0 2px, transparent 2px 6px), ${dayColour(strength)}`;
}
