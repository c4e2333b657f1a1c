import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { isoMonth, monthOf, parseIsoDay } from "#src/domain/calendar.ts";
import { bucketsOf } from "#src/domain/period.ts";
import type { Rounding } from "#src/domain/loans.ts";
import type { NewRule, TransfersView } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { parseAmount } from "#src/ingest/cells/parseAmount.ts";
import { balanceSeries } from "#src/metrics/balanceSeries.ts";
import { buildBook, type Book } from "#src/metrics/book.ts";
import { cohortTable } from "#src/metrics/cohorts.ts";
import { cohortTriangle, type CohortCellSums } from "#src/metrics/cohortTriangle.ts";
import { growthRows } from "#src/metrics/growth.ts";
import { lenderPoints } from "#src/metrics/lenderSeries.ts";
import { spreadMargin, weightedCurve } from "#src/metrics/lifetimeValue.ts";
import { mulDiv } from "#src/metrics/mulDiv.ts";
import { payback } from "#src/metrics/payback.ts";
import { wilson } from "#src/metrics/wilson.ts";
import { decodedLedger } from "#test/support/decodedLedger.ts";
import { EVER, openEngine } from "#test/support/engineHarness.ts";

import { differences, vector, VECTORS, type Vector } from "./vectors.ts";

function csvOf(rows: readonly Readonly<Record<string, string>>[]): Blob {
  const header = Object.keys(rows[0]!);
  const lines = rows.map((row) => header.map((column) => `"${row[column]}"`).join(","));
  return new Blob([[header.join(","), ...lines, ""].join("\n")]);
}

function ledgerFile(name: string): Blob {
  if (name === "sample") return new Blob([readFileSync(new URL("sampleTransactions.csv", import.meta.url))]);
  // Ledgers in the file are lists of rows of text.
  return csvOf(VECTORS.data[name] as readonly Readonly<Record<string, string>>[]);
}

const books = new Map<string, Promise<Book>>();

function bookOf({ args }: Vector): Promise<Book> {
  const [name, asOf] = [String(args["ledger"]), String(args["as_of"])];
  const key = `${name} ${asOf}`;
  const made = books.get(key) ?? decodedLedger(ledgerFile(name)).then((input) => buildBook(input(day(asOf))));
  books.set(key, made);
  return made;
}

function day(text: string): EpochDay {
  const parsed = parseIsoDay(text);
  if (parsed === undefined) throw new Error(`no day: ${text}`);
  return parsed;
}

/** The vectors' own switches: gross unless they say otherwise. */
function query(book: Book, { args }: Vector) {
  // Vectors spell the rule and the view as we do.
  const newRule = (args["rule"] ?? "first_instant") as NewRule;
  const transfers = (args["transfers"] ?? "gross") as TransfersView;
  const { firstDay, asOf } = book;
  return { newRule, transfers, keepProduct: undefined, keepChannel: undefined, firstDay, asOf };
}

function series(book: Book, of: Vector, grain: "day" | "month") {
  const buckets = bucketsOf({ from: book.firstDay!, to: book.asOf }, grain, 1);
  const points = balanceSeries(book.dayCube, { ...query(book, of), buckets });
  const lenders = lenderPoints(book, {
    buckets,
    transfers: query(book, of).transfers,
    keepChannel: undefined,
    countDistinct: () => NaN,
  });
  const columns = {
    vol_new: points.volumeNew,
    vol_ret: points.volumeReturning,
    volume: points.volume,
    exits: points.exits,
    x_mat: points.exitsScheduled,
    x_early: points.exitsEarly,
    x_trans: points.exitsTransferred,
    outstanding: points.outstanding,
    new_users: points.newLenders,
    lenders: lenders.lendingLenders,
  };
  const at = (place: number) =>
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[place]]));
  return { buckets, at };
}

async function monthly(of: Vector): Promise<unknown> {
  const { buckets, at } = series(await bookOf(of), of, "month");
  return Object.fromEntries(buckets.map(({ from }, place) => [isoMonth(monthOf(from)), at(place)]));
}

async function daily(of: Vector): Promise<unknown> {
  const { buckets, at } = series(await bookOf(of), of, "day");
  const rows = (of.args["days"] as readonly string[]).map((text) => {
    const place = buckets.findIndex(({ from }) => from === day(text));
    return at(place);
  });
  return Object.fromEntries(Object.keys(rows[0]!).map((name) => [name, rows.map((row) => row[name])]));
}

async function cohorts(of: Vector): Promise<unknown> {
  const book = await bookOf(of);
  const { transfers, asOf, keepChannel } = query(book, of);
  const [group] = cohortTriangle(book.monthCohorts, { splitBy: "none", transfers, keepChannel, asOf });
  const rows = group!.cohorts;
  const triangle = (value: (cell: CohortCellSums) => number) =>
    rows.map(({ cells }) => rows.map((_, age) => (cells[age] === undefined ? null : value(cells[age]))));
  return {
    cohorts: rows.map(({ cohort }) => isoMonth(cohort)),
    size: rows.map(({ size }) => size),
    volume: triangle((cell) => cell.volume),
    active: triangle((cell) => cell.lenders),
    holding: triangle((cell) => cell.holding),
    balance_eom: triangle((cell) => cell.balance),
    balance_days: triangle((cell) => cell.balanceDays),
  };
}

async function growth(of: Vector): Promise<unknown> {
  const book = await bookOf(of);
  return growthRows(book.growth, { keepChannel: undefined }).map(({ lenders, ...row }) => ({
    ...row,
    month: isoMonth(monthOf(row.month.from)),
    u_open: lenders.open,
    u_new: lenders.new,
    u_res: lenders.resurrected,
    u_churn: lenders.churned,
    u_retained: lenders.retained,
    u_close: lenders.close,
    u_transient: lenders.transient,
    quick_ratio: row.quickRatio,
    quick_ratio_users: row.lenderQuickRatio,
    gross_balance_retention: row.grossBalanceRetention,
    net_balance_retention: row.netBalanceRetention,
  }));
}

/** The vector is in yuan, and of the spread on balances alone. */
async function lifetimeCurve(of: Vector): Promise<unknown> {
  const book = await bookOf(of);
  const spreadPpm = Number(of.args["spread_ppm"]);
  const { transfers, asOf, keepChannel } = query(book, of);
  const [group] = cohortTriangle(book.monthCohorts, { splitBy: "none", transfers, keepChannel, asOf });
  const curve = weightedCurve(
    group!.cohorts.map(({ size, cells }) => ({
      gains: cells.map(({ balanceDays }) => spreadMargin(balanceDays, spreadPpm) / 100),
      weight: size,
      size,
    })),
  );
  const table = cohortTable(book.monthCohorts, {
    measure: "lifetimeBalanceYears",
    per: "lender",
    splitBy: "none",
    keepChannel,
    transfers,
    spreadPpm: null,
    asOf,
  });
  const fromTable = table.groups[0]!.curve.map(({ value }) => (value! * spreadPpm) / 1e8);
  expect(differences(fromTable, { ...of, expect: curve.map(({ cumulative }) => cumulative) })).toEqual([]);
  return {
    g: curve.map(({ gain }) => gain),
    G: curve.map(({ cumulative }) => cumulative),
    n_cohorts: curve.map(({ cohorts: observed }) => observed),
    n_users: curve.map(({ lenders }) => lenders),
  };
}

/** What became of each row of a file, in the order of lines, with the codes as the vectors spell them. */
async function load({ args }: Vector): Promise<unknown> {
  const { methods, drop, days } = await openEngine();
  const [outcome] = await drop({ "ledger.csv": await ledgerFile(String(args["ledger"])).text() });
  if (outcome?.type !== "imported") throw new Error(`not imported: ${outcome?.type}`);
  const { importId, warnings } = outcome.record;
  const rejected = (await methods.rejectedRows({ importId })).map(({ line, code }) => ({ line, code: code as string }));
  const warned = warnings.flatMap(({ code, examples }) => examples.map(({ line }) => ({ line, code: code as string })));
  const codes = [...rejected, ...warned].toSorted((a, b) => a.line - b.line).map(({ code }) => code);
  const where = { period: EVER };
  const page = await methods.rows({ where, sort: { by: "instant", descending: false }, offset: 0, limit: 100 });
  return {
    ok: page.rows.map(({ txnId }) => txnId),
    codes: codes.map((code) => (code === "NO_TERM" ? "WARN_NO_TERM" : code)).filter((code) => !LATER.has(code)),
    outstanding: (await days()).total.closing,
  };
}

/** What the whole ledger says of a row, which the vector lists as orphans. */
const LATER = new Set(["EXIT_BEFORE_LEND", "NEGATIVE_BALANCE", "DAMAGED_AT_SOURCE"]);

/** Lots and their orphans are not matched yet. */
function withoutLots(of: Vector): Vector {
  if (of.fn !== "load") return of;
  // This vector's answer is a record.
  const { orphans: _orphans, ...expected } = of.expect as Readonly<Record<string, unknown>>;
  return { ...of, expect: expected };
}

const ANSWERS: Readonly<Record<string, (of: Vector) => unknown>> = {
  "ledger.monthly": monthly,
  "ledger.daily": daily,
  cohorts,
  growth,
  ltv_curve: lifetimeCurve,
  load,
  wilson: ({ args }) => {
    const interval = wilson(Number(args["k"]), Number(args["n"]));
    return interval === null ? null : [interval.low, interval.high];
  },
  payback: ({ args }) => payback(args["L"] as number[], Number(args["cac"])),
  muldiv: ({ args }) =>
    (args["cases"] as [number, number, number, Rounding][]).map(([a, b, divisor, rounding]) =>
      mulDiv(a, b, { divisor, rounding }),
    ),
  parse: ({ args }) =>
    (args["in"] as string[]).map((text) => {
      const parsed = parseAmount(text);
      return parsed.ok ? parsed.value : "ERR";
    }),
};

describe("the vectors that pin the definitions", () => {
  const pinned: readonly (readonly [rule: string, id: string])[] = [
    ["OB1 NR1 EX1 TR2", "TINY-MONTHLY"],
    ["NR2", "TINY-FIRSTDAY"],
    ["TR1", "TINY-NETTRANSFER"],
    ["DT3", "TINY-TZ"],
    ["GA1", "TINY-GA"],
    ["CO1 RT1 RT2", "TINY-COHORT"],
    ["CO4", "TINY-BALDAYS"],
    ["OB1 NR1 EX1", "SAMPLE-MONTHLY"],
    ["OB1 NR1 NR3 LN1", "SAMPLE-DAILY"],
    ["CO1 RT1 RT2", "SAMPLE-COHORTS"],
    ["GA1", "SAMPLE-GA"],
    ["LT5", "SAMPLE-LTV-CURVE"],
    ["WI1", "WILSON-81-263"],
    ["WI1", "WILSON-0-20"],
    ["WI1", "WILSON-1-29"],
    ["WI1", "WILSON-29-29"],
    ["LT6", "PAYBACK"],
    ["MD1", "MULDIV"],
    ["MD2", "PARSE"],
    ["CV1 OB1", "DIRTY"],
  ];
  it.each(pinned)("%s %s", async (_, id) => {
    const of = withoutLots(vector(id));
    expect(differences(await ANSWERS[of.fn]!(of), of)).toEqual([]);
  });
});
