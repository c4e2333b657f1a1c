// The usual way: PapaParse streams objects, and Dexie keeps each as a record with an index to find a period by.
import { Dexie } from "dexie";
import Papa from "papaparse";

const { promise: whenChosen, resolve: choose } = Promise.withResolvers();
document.querySelector("input").addEventListener("change", (event) => choose(event.target.files[0]));

/**
 * Stores rows until the file ends, or until `enoughRows` are stored when the whole would take longer than `patienceMs`.
 *
 * @param args.rows  rows of the whole file
 */
async function store({ rows, enoughRows, patienceMs }) {
  const database = new Dexie("bench-papa");
  database.version(1).stores({ ledger: "txn_id, occurred_at" });
  await database.open();
  const file = await whenChosen;
  const before = performance.now();
  let stored = 0;
  await new Promise((resolve, reject) => {
    Papa.parse(file, {
      header: true,
      skipEmptyLines: true,
      chunk({ data }, parser) {
        parser.pause();
        const typed = data.map((row) => ({ ...row, amount: Number(row.amount), term_days: Number(row.term_days) }));
        database.ledger.bulkAdd(typed).then(() => {
          stored += typed.length;
          const wholeMs = ((performance.now() - before) / stored) * rows;
          if (stored >= enoughRows && wholeMs > patienceMs) parser.abort();
          else parser.resume();
        }, reject);
      },
      complete: resolve,
      error: reject,
    });
  });
  return { storeMs: performance.now() - before, rows: stored };
}

globalThis.bench = { store };
