/** Ink, since rows are no metric: a strength of 0 to 1 becomes 8 to 62 % of it. */
export function dayColour(strength: number): string {
  return `color-mix(in oklab, var(--outstanding-fill) ${8 + 54 * strength}%, var(--surface))`;
}
