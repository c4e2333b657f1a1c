// Speaks to the app's own built engine, in its worker, under the app's own policy. The page stands for a tab: what it
// was told is done is sent out through `torture(…)`, which outlives it.
globalThis.trustedTypes?.createPolicy("default", { createScriptURL: (url) => url });

const encoder = new TextEncoder();
const FIRST_DAY = Date.UTC(2020, 0, 1);
const TODAY = 25_000;

/** Whole fen that row n of file k lends. */
const fenOf = (file, row) => 10_000 + ((file * 7919 + row * 104_729) % 990_000);

/** A day of its own for every file, so that each is known again by its day's volume. */
function makeFile({ file, rows }) {
  const day = new Date(FIRST_DAY + file * 86_400_000).toISOString().slice(0, 10);
  const parts = ["txn_id,user_id,occurred_at,type,amount,product,term_days,channel\n"];
  let piece = "";
  for (let row = 0; row < rows; row += 1) {
    const fen = fenOf(file, row);
    const amount = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
    piece += `t${file}-${row},u${(row * 31 + file) % 5000},${day} 10:00:00,lend,${amount},p${row % 5},30,c${row % 7}\n`;
    if (piece.length > 1 << 20) {
      parts.push(encoder.encode(piece));
      piece = "";
    }
  }
  parts.push(piece);
  return new File(parts, `f${file}.csv`);
}

let worker;
let lastId = 0;
const calls = new Map();
let armed;

function strike() {
  const { action } = armed;
  armed = undefined;
  tell({ type: "strike", openWrites });
  if (action === "terminate") worker.terminate();
  else if (action === "reload") location.reload();
  else if (action === "navigate") location.assign("/torture/empty.html");
}

let openWrites = 0;
const tell = (message) => globalThis.torture?.(JSON.stringify(message));

function receive({ data }) {
  if (data.type === "write") {
    openWrites = data.open;
    tell({ type: "write", open: data.open, durability: data.durability });
    if (armed?.when === "write" && openWrites > 0) setTimeout(() => armed && strike(), armed.delayMs);
    return;
  }
  const waiting = calls.get(data.id);
  if (data.type !== "answer" && data.type !== "failure") return;
  calls.delete(data.id);
  if (data.type === "answer") waiting?.resolve(data.value);
  else waiting?.reject(Object.assign(new Error(data.message), { name: data.name }));
}

function call(method, args) {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    calls.set(id, { resolve, reject });
    worker.postMessage({ type: "call", id, method, args });
  });
}

globalThis.harness = {
  async open() {
    const isPersistent = await navigator.storage.persist();
    worker = new Worker("/torture/engine.js", { type: "module", name: "engine" });
    worker.addEventListener("message", receive);
    const startedMs = performance.now();
    const opened = await call("open", { today: TODAY });
    return { opened, isPersistent, openMs: performance.now() - startedMs };
  },
  call,
  arm(strikeAt) {
    armed = strikeAt;
    if (armed.when === "time") setTimeout(() => armed && strike(), armed.delayMs);
  },
  /** Imports files in one queue; each outcome is told as soon as the engine says that it is durable. */
  async import(files) {
    const made = files.map(makeFile);
    tell({ type: "begun" });
    const outcomes = await call("importFiles", { files: made, origin: "own", today: TODAY, nowMs: 0 });
    tell({
      type: "done",
      outcomes: outcomes.map((outcome, at) => ({
        file: files[at].file,
        rows: files[at].rows,
        type: outcome.type,
        code: outcome.refusal?.code,
      })),
    });
    return outcomes.map(({ type, refusal }) => ({ type, code: refusal?.code }));
  },
  remove: (importIds) => call("deleteImports", { importIds, today: TODAY }),
  /** All that a reader could be shown: files by name with their rows, and volume by day from figures. */
  async audit() {
    const imports = await call("imports", {});
    const status = await call("status", {});
    const volumes = {};
    if (status.firstDay !== null) {
      const period = { from: status.firstDay, to: status.asOf };
      const args = { period, grain: "day", filter: { products: [], channels: [] }, comparison: "none" };
      const { points } = await call("series", args);
      points.volume.forEach((volume, at) => {
        if (volume > 0) volumes[status.firstDay + at - FIRST_DAY / 86_400_000] = volume;
      });
    }
    const files = imports.map(({ importId, fileName, sha256, counts }) => ({
      importId,
      sha256,
      file: Number(fileName.slice(1, -4)),
      rows: counts.accepted,
    }));
    return { files, volumes, rows: status.rows, dataVersion: status.dataVersion };
  },
};
