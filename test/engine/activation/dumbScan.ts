import type { ActivationAction, ActivationArgs } from "#src/engine/protocol.ts";

import type { InventedRow } from "./invented.ts";

/** The counts again from the definitions, lender by lender and rule by rule; it shares no code with the engine. */
export interface DumbArgs extends ActivationArgs {
  readonly gross: boolean;
  readonly asOf: number;
}

export interface DumbLender {
  readonly first: number;
  readonly stayed: boolean;
  readonly did: (action: ActivationAction, days: number) => number;
}

export function dumbLenders(rows: readonly InventedRow[], args: DumbArgs): DumbLender[] {
  const names = [...new Set(rows.map(({ lender }) => lender))];
  return names.flatMap((name) => {
    const own = rows.filter(({ lender, day }) => lender === name && day <= args.asOf);
    const begins = own.filter(({ type }) => ["lend", "transfer_in", "opening"].includes(type));
    const instant = (row: InventedRow): number => row.day * 86_400 + row.second;
    const first = Math.min(...begins.map(instant));
    const isBefore = begins.some((row) => row.type === "opening" && instant(row) === first);
    const firstDay = Math.floor(first / 86_400);
    if (begins.length === 0 || isBefore || firstDay + args.followUpDays > args.asOf) return [];
    if (args.filter.channels.length > 0 && !args.filter.channels.includes(own[0]!.channel)) return [];
    const lends = own.filter(({ type }) => type === "lend" || (args.gross && type === "transfer_in"));
    const age = (row: InventedRow): number => row.day - firstDay;
    const windowEnd = Math.max(...args.windows.filter((days) => days < args.followUpDays));
    return [
      {
        first: firstDay,
        stayed: lends.some((row) => age(row) >= windowEnd && age(row) <= args.followUpDays),
        did: (action, days) => {
          const within = lends.filter((row) => age(row) < days);
          switch (action) {
            case "lendDays":
              return new Set(within.map(({ day }) => day)).size;
            case "products":
              return new Set(within.map(({ product }) => product).filter((product) => product !== "")).size;
            case "terms":
              return new Set(within.map(({ term }) => term).filter((term) => term !== 0)).size;
            case "autoDays":
              return new Set(within.filter(({ auto }) => auto === "yes").map(({ day }) => day)).size;
            case "amount10k":
              return Math.floor(within.reduce((sum, { fen }) => sum + fen, 0) / 1_000_000);
            case "depositDays":
              return new Set(
                own.filter((row) => row.type === "deposit" && age(row) >= 0 && age(row) < days).map(({ day }) => day),
              ).size;
          }
        },
      } satisfies DumbLender,
    ];
  });
}

export interface Table {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

export function dumbTable(lenders: readonly DumbLender[], isDone: (lender: DumbLender) => boolean): Table {
  const count = (did: boolean, stayed: boolean): number =>
    lenders.filter((lender) => isDone(lender) === did && lender.stayed === stayed).length;
  return { tp: count(true, true), fp: count(true, false), fn: count(false, true), tn: count(false, false) };
}

export function dumbScore({ tp, fp, fn, tn }: Table): number {
  const margins = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
  return margins === 0 ? 0 : (tp * tn - fp * fn) / Math.sqrt(margins);
}

export function dumbEligible({ tp, fp, fn, tn }: Table): boolean {
  const share = (tp + fp) / (tp + fp + fn + tn);
  return tp + fp >= 30 && fn + tn >= 30 && share >= 0.05 && share <= 0.95;
}
