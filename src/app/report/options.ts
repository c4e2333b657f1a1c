import { parseArgs } from "node:util";

import { parseIsoDay } from "#src/domain/calendar.ts";
import type { ImportMode } from "#src/domain/reading.ts";
import { DEFAULT_SETTINGS, type Settings } from "#src/domain/switches.ts";
import { partsPerMillion, type EpochDay } from "#src/domain/units.ts";

export interface ReportOptions {
  readonly asOf: EpochDay | undefined;
  readonly settings: Settings;
  readonly grain: "month" | "week";
  /** Undefined: merge where a file has a txn_id, replace days where it has none. */
  readonly mode: ImportMode | undefined;
  /** The ledger's, then those of the datasets beside it. */
  readonly files: readonly string[];
}

/** Options that name a file of a dataset beside the ledger; what it is is read from its header, as of any file. */
const DATASET_OPTIONS = ["lenders", "spend", "loans", "funds"] as const;

export const USAGE = `usage: npm run --silent report -- [options] [FILE...]
  FILE is .csv, .tsv or .txt, as it is or in .gz or .zip, or .xlsx
  --as-of YYYY-MM-DD                    figures as of this day (default: the last day with rows)
  --new-rule first_instant|first_day    which lends are new (default: first_instant)
  --transfers net|gross                 whether transfers are volume and exits (default: net)
  --mode merge|replace-days             how files meet rows before them (default: merge where a file has
                                        transaction ids; else its days become exactly what it says)
  --spread PPM                          net spread a year in parts per million; without it ltv.margin is null
  --internal kept|left-out              accounts that a lenders file marks as internal (default: kept)
  --grain month|week                    cohorts by month or week (default: month)
  --lenders FILE, --spend FILE,         a file of that dataset, read after the ledger's; each may be given
  --loans FILE, --funds FILE            more than once`;

/** A wrong command line; its message says which part and what is accepted. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export function parseReportOptions(args: readonly string[]): ReportOptions {
  const { values, positionals } = parse(args);
  const files = [...positionals, ...DATASET_OPTIONS.flatMap((dataset) => values[dataset] ?? [])];
  if (files.length === 0) throw new UsageError("no FILE given");
  const mode = oneOf("--mode", values.mode, ["merge", "replace-days"]);
  return {
    asOf: parseDay(values["as-of"]),
    grain: oneOf("--grain", values.grain, ["month", "week"]) ?? "month",
    mode: mode === "replace-days" ? "replace_days" : mode,
    files,
    settings: {
      ...DEFAULT_SETTINGS,
      newRule: oneOf("--new-rule", values["new-rule"], ["first_instant", "first_day"]) ?? DEFAULT_SETTINGS.newRule,
      transfers: oneOf("--transfers", values.transfers, ["net", "gross"]) ?? DEFAULT_SETTINGS.transfers,
      spreadPpm: parseSpread(values.spread),
      leavesInternalOut: oneOf("--internal", values.internal, ["kept", "left-out"]) === "left-out",
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "as-of": { type: "string" },
        "new-rule": { type: "string" },
        transfers: { type: "string" },
        mode: { type: "string" },
        spread: { type: "string" },
        internal: { type: "string" },
        grain: { type: "string" },
        lenders: { type: "string", multiple: true },
        spend: { type: "string", multiple: true },
        loans: { type: "string", multiple: true },
        funds: { type: "string", multiple: true },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function oneOf<const Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${option} takes ${choices.join(" or ")}, not "${value}"`);
  return found;
}

function parseDay(text: string | undefined): EpochDay | undefined {
  if (text === undefined) return undefined;
  const day = parseIsoDay(text);
  if (day === undefined) throw new UsageError(`--as-of takes a day as YYYY-MM-DD, not "${text}"`);
  return day;
}

function parseSpread(text: string | undefined): Settings["spreadPpm"] {
  if (text === undefined) return null;
  if (!/^-?\d{1,9}$/.test(text)) throw new UsageError(`--spread takes whole parts per million, not "${text}"`);
  return partsPerMillion(Number(text));
}
