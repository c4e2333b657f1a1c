// The peer DuckDB-WASM. Dipper is told nothing of the file's columns; DuckDB is measured so, and told their types too.
import { AsyncDuckDB, DuckDBDataProtocol, selectBundle, VoidLogger } from "@duckdb/duckdb-wasm";

const bundles = {
  mvp: { mainModule: "/bench/duckdb/duckdb-mvp.wasm", mainWorker: "/bench/duckdb/duckdb-browser-mvp.worker.js" },
  eh: { mainModule: "/bench/duckdb/duckdb-eh.wasm", mainWorker: "/bench/duckdb/duckdb-browser-eh.worker.js" },
};

const CREATE_UNTOLD = "CREATE OR REPLACE TABLE ledger AS SELECT * FROM read_csv('ledger.csv')";

const CREATE_TOLD = `CREATE OR REPLACE TABLE ledger AS SELECT * FROM read_csv('ledger.csv', header = true, columns = {
  txn_id: 'VARCHAR', user_id: 'VARCHAR', occurred_at: 'TIMESTAMP', type: 'VARCHAR',
  amount: 'DECIMAL(18,2)', product: 'VARCHAR', term_days: 'INTEGER', channel: 'VARCHAR'})`;

const OUTSTANDING = `SELECT count(*)::DOUBLE AS rows, sum(CASE type WHEN 'lend' THEN amount ELSE -amount END)::DOUBLE
  AS outstanding FROM ledger`;

let connection;
let database;

const { promise: whenChosen, resolve: choose } = Promise.withResolvers();
document.querySelector("input").addEventListener("change", (event) => choose(event.target.files[0]));

async function start() {
  const before = performance.now();
  const bundle = await selectBundle(bundles);
  database = new AsyncDuckDB(new VoidLogger(), new Worker(bundle.mainWorker));
  await database.instantiate(bundle.mainModule, null);
  connection = await database.connect();
  await connection.query("SELECT 1");
  return performance.now() - before;
}

async function read({ isTold }) {
  const file = await whenChosen;
  const before = performance.now();
  await database.registerFileHandle("ledger.csv", file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  await connection.query(isTold ? CREATE_TOLD : CREATE_UNTOLD);
  const readMs = performance.now() - before;
  const [row] = (await connection.query(OUTSTANDING)).toArray();
  return { readMs, rows: row.rows, outstanding: row.outstanding };
}

globalThis.bench = { start, read };
