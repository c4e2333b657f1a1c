// Speaks to the app's own worker over the app's own protocol, on the data that the app has stored.
import { connect } from "#src/engine/client.ts";

const workerUrl = new URLSearchParams(location.search).get("worker");
const engine = connect(new Worker(workerUrl, { type: "module" })).methods;

/** Milliseconds from question to answer for each of the arguments, until they end or the time is used up. */
async function time({ method, calls, budgetMs }) {
  const times = [];
  const until = performance.now() + budgetMs;
  for (const args of calls) {
    const before = performance.now();
    await engine[method](args);
    times.push(performance.now() - before);
    if (performance.now() > until) break;
  }
  return times;
}

/** Stores texts as files, each by its name; says what became of them. */
async function importTexts({ texts, today }) {
  const files = Object.entries(texts).map(([name, text]) => new File([text], name));
  const outcomes = await engine.importFiles({ files, origin: "own", today, nowMs: 0 });
  return outcomes.map(({ type }) => type);
}

globalThis.bench = { importTexts, call: ({ method, args }) => engine[method](args), time };
