/** First and last two characters; four or fewer are hidden whole. */
export function maskLender(id: string): string {
  const letters = Array.from(id);
  return letters.length <= 4 ? "••••" : `${letters.slice(0, 2).join("")}••••${letters.slice(-2).join("")}`;
}
