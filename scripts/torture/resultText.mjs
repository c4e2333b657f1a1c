const START = "<!-- results: written by `npm run torture -- --record` -->";
const END = "<!-- end of results -->";

/** One run as Markdown: a line for every bar. */
export function resultText({ machine, day, minutes, bars }) {
  const { cores, processor, node, browser, platform } = machine;
  const facts = `${day}: ${cores} cores (${processor}), Node ${node}, ${browser}, ${platform}; ${minutes} minutes.`;
  const rows = bars.map(
    ({ what, tried, wrong, isMet }) => `| ${what} | ${tried} | ${wrong} | ${isMet ? "met" : "not met"} |`,
  );
  return [facts, ["| what | tried | wrong | bar |", "| --- | --- | --- | --- |", ...rows].join("\n")].join("\n\n");
}

/** The document with the results in the place of those before; of a part of the run, with its lines among them. */
export function withResults(document, results, isPart) {
  const from = document.indexOf(START);
  const to = document.indexOf(END);
  if (from === -1 || to === -1) throw new Error(`The document has no place for results: ${START} … ${END}`);
  const before = document.slice(from + START.length, to).trim();
  const text = isPart ? merged(before, results) : results;
  return `${document.slice(0, from + START.length)}\n\n${text}\n\n${document.slice(to)}`;
}

const nameOf = (line) => line.split("|")[1]?.trim();

/** The lines before, each with the newer one in its place. */
function merged(before, results) {
  const newer = new Map(results.split("\n").map((line) => [nameOf(line), line]));
  return before
    .split("\n")
    .map((line) => (line.startsWith("| ") ? (newer.get(nameOf(line)) ?? line) : line))
    .join("\n");
}
