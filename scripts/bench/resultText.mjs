import { goalLines, millions } from "./goals.mjs";
import { answerTable, goalTable } from "./table.mjs";

const START = "<!-- results: written by `npm run bench -- --record` -->";
const END = "<!-- end of results -->";

/** One run as Markdown that reads well as plain text too. */
export function resultText({ machine, measured, day }) {
  const { small, large } = measured;
  const { cores, processor, node, browser, platform, loadBefore } = machine;
  const facts = `${day}: ${cores} cores (${processor}), Node ${node}, ${browser}, ${platform}, load before the run ${loadBefore}.`;
  const { rows } = small.papaDexie;
  const cut = rows < small.rows ? ` PapaParse into Dexie was stopped at ${rows} rows; its time is in proportion.` : "";
  const answers = [small, ...(large ? [large] : [])].map(
    (part) => `${millions(part.rows)} rows:\n\n${answerTable(part.dipper.at(-1).answers)}`,
  );
  return [facts + cut, goalTable(goalLines(measured)), ...answers].join("\n\n");
}

/** The document with the results in the place of those before. */
export function withResults(document, results) {
  const from = document.indexOf(START);
  const to = document.indexOf(END);
  if (from === -1 || to === -1) throw new Error(`The document has no place for results: ${START} … ${END}`);
  return `${document.slice(0, from + START.length)}\n\n${results}\n\n${document.slice(to)}`;
}
