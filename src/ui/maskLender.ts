/** First and last two characters of a long id, the first of a short one; four or fewer are hidden whole. */
export function maskLender(id: string): string {
  const letters = Array.from(id);
  if (letters.length <= 4) return "••••";
  if (letters.length < 8) return `${letters[0]}••••`;
  return `${letters.slice(0, 2).join("")}••••${letters.slice(-2).join("")}`;
}
