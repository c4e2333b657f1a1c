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

/** The document with the results in the place of those before. */
export function withResults(document, results) {
  const from = document.indexOf(START);
  const to = document.indexOf(END);
  if (from === -1 || to === -1) throw new Error(`The document has no place for results: ${START} … ${END}`);
  return `${document.slice(0, from + START.length)}\n\n${results}\n\n${document.slice(to)}`;
}
