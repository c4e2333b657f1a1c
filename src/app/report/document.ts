import { isoDay, isoMonth, monthOf, type Grain } from "#src/domain/calendar.ts";
import type { RejectedRow } from "#src/domain/imports.ts";
import type { Settings } from "#src/domain/switches.ts";
import { FIRST_DAY, LAST_DAY } from "#src/domain/calendar.ts";
import type {
  EngineMethods,
  EngineStatus,
  Filter,
  FlowMeasure,
  ImportOutcome,
  SeriesResult,
} from "#src/engine/protocol.ts";

import { acquisitionSection } from "./acquisitionSection.ts";
import { activationSection } from "./activationSection.ts";
import { concentrationSection } from "./concentrationSection.ts";
import { leverageSection } from "./leverageSection.ts";
import { ltvSection } from "./ltvSection.ts";
import { profitabilitySection } from "./profitabilitySection.ts";

const ALL: Filter = { products: [], channels: [] };
const NOTHING = { read: 0, accepted: 0, duplicate: 0, replaced: 0, rejected: 0, ignored: 0 };

/** Flows of a day by their names in the report, in its order. */
const DAILY_FLOWS = {
  volume: "volume",
  volumeNew: "volumeNew",
  volumeReturning: "volumeReturning",
  exits: "exits",
  exitsScheduled: "exitsScheduled",
  exitsEarly: "exitsEarly",
  exitsCompensated: "exitsCompensated",
  transfersIn: "transfersIn",
  transfersOut: "transfersOut",
  writeOffs: "writeOffs",
  openings: "openings",
  netInflow: "netInflow",
} as const satisfies Record<string, FlowMeasure>;

const DAILY_CASH = {
  interest: "interest",
  fees: "fees",
  subsidies: "subsidies",
  deposits: "deposits",
  withdrawals: "withdrawals",
} as const satisfies Record<string, FlowMeasure>;

export interface ReportRequest {
  readonly methods: EngineMethods;
  readonly settings: Settings;
  readonly grain: "month" | "week";
  /** One for every table, in the order of the command line, with the names given there. */
  readonly outcomes: readonly ImportOutcome[];
}

/** The report: one document of integers, days and nulls, the same from run to run. */
export async function reportDocument({ methods, settings, grain, outcomes }: ReportRequest) {
  const status = await methods.status({});
  const series = await wholeSeries(methods, "day");
  const lenders = await methods.lenderSeries({ ...WHOLE, grain: "day" });
  return {
    schema: 1,
    asOf: status.asOf === null ? null : isoDay(status.asOf),
    newRule: settings.newRule,
    transfers: settings.transfers,
    imports: await Promise.all(outcomes.map((outcome) => importEntry(methods, outcome))),
    totals: totalsOf(status, series, lenders.points.lendersHolding.at(-1) ?? 0),
    daily: dailyOf(series, lenders.points),
    cohorts: await cohortsOf(methods, grain),
    growth: await growthOf(methods),
    ltv: await ltvSection(methods),
    acquisition: await acquisitionSection(methods),
    concentration: await concentrationSection(methods),
    activation: await activationSection(methods),
    profitability: await profitabilitySection(methods),
    leverage: await leverageSection(methods),
    checks: (await methods.checks({})).map(({ id, holds, detail }) => ({ id, holds, detail })),
  };
}

const WHOLE = { period: { from: FIRST_DAY, to: LAST_DAY }, filter: ALL, comparison: "none" } as const;

function wholeSeries(methods: EngineMethods, grain: Grain): Promise<SeriesResult> {
  return methods.series({ ...WHOLE, grain });
}

async function importEntry(methods: EngineMethods, outcome: ImportOutcome) {
  const file = outcome.fileName;
  switch (outcome.type) {
    case "imported": {
      const { sha256, counts, importId } = outcome.record;
      const rejects = (await methods.rejectedRows({ importId })).map(rejectEntry);
      return { file, sha256, ...counts, rejects, refusal: null };
    }
    case "known":
      return { file, sha256: outcome.sha256, ...outcome.counts, rejects: [], refusal: null };
    case "refused": {
      const { code, message, rejects = [] } = outcome.refusal;
      const counts = { ...NOTHING, read: rejects.length, rejected: rejects.length };
      return { file, sha256: outcome.sha256, ...counts, rejects: rejects.map(rejectEntry), refusal: { code, message } };
    }
    case "unstored":
      return { file, sha256: null, ...NOTHING, rejects: [], refusal: outcome.refusal };
    case "cancelled":
      throw new Error("a report is never cancelled");
  }
}

function rejectEntry({ line, code, column, value }: RejectedRow) {
  return { line, code, column, value };
}

function totalsOf(status: EngineStatus, { total }: SeriesResult, lendersHolding: number) {
  const { volume, volumeNew, volumeReturning, exits } = total.flows;
  return {
    volume,
    volumeNew,
    volumeReturning,
    exits,
    outstanding: total.closing,
    lenders: status.lenders,
    lendersHolding,
  };
}

function dailyOf({ buckets, points }: SeriesResult, lenders: { readonly lendingLenders: readonly (number | null)[] }) {
  const pick = <Name extends string>(flows: Readonly<Record<Name, FlowMeasure>>, index: number) =>
    // The same names, each with its day's value.
    Object.fromEntries(
      Object.entries<FlowMeasure>(flows).map(([name, measure]) => [name, points[measure][index] ?? null]),
    ) as Record<Name, number | null>;
  return buckets.map(({ from }, index) => ({
    day: isoDay(from),
    ...pick(DAILY_FLOWS, index),
    outstanding: points.outstanding[index] ?? null,
    newLenders: points.newLenders[index] ?? null,
    lenders: lenders.lendingLenders[index] ?? null,
    ...pick(DAILY_CASH, index),
  }));
}

async function cohortsOf(methods: EngineMethods, grain: "month" | "week") {
  const cohorts = await methods.cohortSums({ grain, filter: ALL });
  return cohorts.map(({ cohort, size, cells }) => ({
    cohort: grain === "month" ? isoMonth(monthOf(cohort.from)) : isoDay(cohort.from),
    size,
    cells,
  }));
}

async function growthOf(methods: EngineMethods) {
  const { rows } = await methods.growth({ filter: ALL });
  return rows.map((row) => ({
    month: isoMonth(monthOf(row.month.from)),
    open: row.open,
    new: row.new,
    resurrected: row.resurrected,
    expansion: row.expansion,
    contraction: row.contraction,
    churned: row.churned,
    close: row.close,
    quickRatio: row.quickRatio,
  }));
}
