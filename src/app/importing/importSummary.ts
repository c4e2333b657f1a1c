import type { ImportOutcome } from "#src/engine/protocol.ts";

export interface ImportSummary {
  readonly files: number;
  readonly imported: number;
  readonly known: number;
  /** Refused by what they hold, or by the store. */
  readonly refused: number;
  readonly cancelled: number;
  /** Rows that are now stored. */
  readonly rows: number;
}

export function importSummary(outcomes: readonly ImportOutcome[]): ImportSummary {
  const count = (...types: readonly ImportOutcome["type"][]): number =>
    outcomes.filter(({ type }) => types.includes(type)).length;
  const rows = outcomes.reduce(
    (sum, outcome) =>
      outcome.type === "imported" ? sum + outcome.record.counts.accepted + outcome.record.counts.replaced : sum,
    0,
  );
  return {
    files: outcomes.length,
    imported: count("imported"),
    known: count("known"),
    refused: count("refused", "unstored"),
    cancelled: count("cancelled"),
    rows,
  };
}

/** Whether there is nothing to read beyond "it is done". */
export function wentWell({ refused, cancelled }: ImportSummary): boolean {
  return refused === 0 && cancelled === 0;
}
