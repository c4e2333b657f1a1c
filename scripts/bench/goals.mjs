import { median } from "./quantiles.mjs";

/** Fewer rows than this tell nothing of the goals. */
const JUDGED_ROWS = 1_000_000;

const goalMsByAnswer = new Map([
  ["series", 50],
  ["series, filtered", 50],
  ["cohorts by month", 100],
  ["cohorts by month, filtered", 100],
  ["cohorts by week", 100],
  ["cohorts by week, filtered", 100],
  ...["acquisition", "bonus hunters", "comparison of channels", "retention", "projection", "list of lenders"]
    .concat("concentration")
    .flatMap((name) => [
      [name, 200],
      [`${name}, filtered`, 200],
    ]),
  ["magic number", 5000],
  ...["profitability", "what-if", "credit quality", "loans", "match and terms", "leverage"].flatMap((name) => [
    [name, 300],
    [`${name}, filtered`, 300],
  ]),
]);

/** How many times the other's time Dipper's is shorter. */
const timesFaster = (what, { ms, otherMs, goal }) => ({
  what,
  unit: "times",
  value: otherMs / ms,
  atLeast: goal,
  ms,
  otherMs,
});
const atMost = (what, { value, goal, unit = "ms" }) => ({ what, unit, value, atMost: goal });

/**
 * A line of the report. Without a goal there is no verdict; `ms` and `otherMs` are what `value` was divided from.
 *
 * @typedef {{what: string, unit: string, value: number, atLeast?: number, atMost?: number, isMet?: boolean, ms?: number,
 *   otherMs?: number}} GoalLine
 */

/**
 * What was measured against what the product must reach, in the order of the report.
 *
 * @param result  of one run; `large` is absent when it was left out
 * @returns {GoalLine[]}
 */
export function goalLines({ small, large }) {
  const lines = [...peerLines(small), ...pageLines(small), ...(large ? largeLines(large, small) : [])];
  const measured = lines.filter(({ value }) => value !== undefined && !Number.isNaN(value));
  return measured.map((line) => withVerdict(small.rows < JUDGED_ROWS ? withoutGoal(line) : line));
}

const withoutGoal = (line) => ({ ...line, atLeast: undefined, atMost: undefined });

function withVerdict(line) {
  if (line.atLeast !== undefined) return { ...line, isMet: line.value >= line.atLeast };
  if (line.atMost !== undefined) return { ...line, isMet: line.value <= line.atMost };
  return { ...line, isMet: undefined };
}

const middle = (rounds, pick) => median(rounds.map(pick));

function peerLines({ rows, dipper, duckdb, papaDexie }) {
  const ms = middle(dipper, ({ history }) => history.onScreenMs);
  const readMs = middle(duckdb, (round) => round.readMs);
  const startMs = middle(duckdb, (round) => round.startMs);
  const toldReadMs = middle(duckdb, (round) => round.toldReadMs);
  const file = `${millions(rows)} rows, file to screen`;
  return [
    atMost(`${file}, stored`, { value: ms, goal: 4000 }),
    timesFaster(`${file}, against DuckDB-WASM's read`, { ms, otherMs: readMs, goal: 2 }),
    timesFaster(`${file}, against DuckDB-WASM's start and read`, { ms, otherMs: startMs + readMs, goal: 4 }),
    timesFaster(`${file}, against its read when told the types`, { ms, otherMs: toldReadMs }),
    timesFaster(`${file}, against PapaParse to Dexie rows`, { ms, otherMs: papaDexie.wholeMs, goal: 50 }),
    ...reloadLines({ rows, dipper, duckdb }),
  ];
}

function reloadLines({ rows, dipper, duckdb, goalMs }) {
  const reloadMs = middle(dipper, (round) => round.reloadMs);
  const restartMs = middle(duckdb, (round) => round.restartMs);
  const what = `${millions(rows)} rows stored, reload to numbers`;
  return [
    atMost(what, { value: reloadMs, goal: goalMs }),
    timesFaster(`${what}, against DuckDB-WASM's start`, { ms: reloadMs, otherMs: restartMs, goal: goalMs && 10 }),
  ];
}

function pageLines({ rows, dipper }) {
  const longTaskMs = Math.max(...dipper.map(({ history }) => history.longTaskMs));
  const worst = Math.max(...dipper.map((round) => round.history.memoryPeak));
  return [
    atMost(`${millions(rows)} rows, longest task of the page while importing`, { value: longTaskMs, goal: 100 }),
    atMost(`${millions(rows)} rows, most memory of the page`, { value: worst, unit: "MB" }),
    ...nextDayLines({ rows, dipper }),
    ...periodLines({ rows, dipper }),
  ];
}

function largeLines({ rows, dipper }, small) {
  const ms = middle(dipper, ({ history }) => history.onScreenMs);
  // The large run lies between the last two small ones, so that all three meet much the same machine.
  const beside = small.dipper.slice(-2).map(({ history }) => history);
  const mean = (pick) => beside.map(pick).reduce((sum, value) => sum + value, 0) / beside.length;
  const smallMs = mean(({ onScreenMs }) => onScreenMs);
  const goal = (rows / small.rows) * 1.1;
  const longer = `${millions(rows)} rows against ${millions(small.rows)}`;
  const [{ history }] = dipper;
  return [
    atMost(`${millions(rows)} rows, file to screen, stored`, { value: ms }),
    atMost(`${longer}, file to screen`, { value: ms / smallMs, goal, unit: "times" }),
    atMost(`${longer}, processor time of the workers`, {
      value: history.workerCpuMs / mean(({ workerCpuMs }) => workerCpuMs),
      unit: "times",
    }),
    atMost(`${millions(rows)} rows, longest task of the page while importing`, {
      value: history.longTaskMs,
      goal: 100,
    }),
    atMost("memory of the page before the import", { value: history.memoryBefore, unit: "MB" }),
    atMost(`${millions(rows)} rows, most memory of the page`, { value: history.memoryPeak, goal: 700, unit: "MB" }),
    ...reloadLines({ rows, dipper, duckdb: small.duckdb, goalMs: 1000 }),
    ...nextDayLines({ rows, dipper, goalMs: 1500 }),
    ...periodLines({ rows, dipper, goalMs: 100 }),
    ...scrollLines({ rows, dipper }),
    ...answerLines({ rows, dipper }),
  ];
}

function nextDayLines({ rows, dipper, goalMs }) {
  const value = middle(dipper, ({ nextDay }) => nextDay.onScreenMs);
  return [atMost(`one more day on ${millions(rows)} rows, file to screen`, { value, goal: goalMs })];
}

function periodLines({ rows, dipper, goalMs }) {
  const worst = (pick) => Math.max(...dipper.map(({ periodChange }) => pick(periodChange)));
  const what = `${millions(rows)} rows, change of period`;
  return [
    atMost(`${what}, click to numbers, p95`, { value: worst(({ p95Ms }) => p95Ms), goal: goalMs }),
    atMost(`${what}, slowest answer of the page`, { value: worst(({ interactionMs }) => interactionMs), goal: 200 }),
  ];
}

/** Sixty frames a second, give or take the clock's own jitter. */
const FRAME_MS = 17;

function scrollLines({ rows, dipper }) {
  const what = `${millions(rows)} rows, list of lenders scrolled, a frame`;
  const { p50Ms, p95Ms } = dipper.at(-1).scroll;
  return [
    atMost(`${what}, p50`, { value: p50Ms, goal: FRAME_MS }),
    atMost(`${what}, p95`, { value: p95Ms, goal: FRAME_MS }),
  ];
}

function answerLines({ rows, dipper }) {
  const { answers = [] } = dipper.at(-1);
  return answers
    .filter(({ name }) => goalMsByAnswer.has(name))
    .map(({ name, p95Ms }) =>
      atMost(`${millions(rows)} rows, ${name}, p95 in the engine`, { value: p95Ms, goal: goalMsByAnswer.get(name) }),
    );
}

export const millions = (rows) => (rows % 1_000_000 === 0 ? `${rows / 1_000_000} M` : `${rows / 1000} k`);
