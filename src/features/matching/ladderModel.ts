import type { LotDue, MatchingResult } from "#src/engine/protocol.ts";

/** Fen; null is not known, or cannot be. */
interface LadderRow {
  /** A line of the ladder, or what stands beside it because nobody knows when it will be paid. */
  readonly place: LotDue;
  readonly lenders: number | null;
  readonly borrowers: number | null;
  /** borrowers − lenders. */
  readonly gap: number | null;
  /** Gaps of this line and of all before it. */
  readonly cumulative: number | null;
}

export interface LadderModel {
  readonly rows: readonly LadderRow[];
  /** The largest bar, and the largest cumulative gap whatever its sign, for units of axes. */
  readonly maxDue: number;
  readonly maxGap: number;
}

/** A line whose cumulative gap is below zero: lenders fall due before borrowers pay. */
export interface Shortfall {
  readonly row: LadderRow;
  /** How much is missing by then, positive. */
  readonly missing: number;
}

/** Overdue first, then the lines from the shortest, undated last. */
export function ladderModel({ ladder, overdue, undated, hasLoans }: MatchingResult): LadderModel {
  const known = (fen: number) => (hasLoans ? fen : null);
  let cumulative = 0;
  let from = 0;
  const lines = ladder.map(({ days, lenders, borrowers }): LadderRow => {
    const gap = borrowers - lenders;
    cumulative += gap;
    const place = { type: "term", from, to: days } as const;
    from = (days ?? from) + 1;
    return { place, lenders, borrowers: known(borrowers), gap: known(gap), cumulative: known(cumulative) };
  });
  const aside = { gap: null, cumulative: null };
  const rows: readonly LadderRow[] = [
    { place: { type: "overdue" }, lenders: overdue.lenders, borrowers: known(overdue.borrowers), ...aside },
    ...lines,
    { place: { type: "undated" }, lenders: undated, borrowers: null, ...aside },
  ];
  return {
    rows,
    maxDue: rows.reduce((most, row) => Math.max(most, row.lenders ?? 0, row.borrowers ?? 0), 0),
    maxGap: rows.reduce((most, row) => Math.max(most, Math.abs(row.cumulative ?? 0)), 0),
  };
}

/** The first line by whose end lenders have fallen due for more than borrowers have paid, and the worst; null without one. */
export function shortfalls({ rows }: LadderModel): { readonly first: Shortfall; readonly worst: Shortfall } | null {
  const short = rows.flatMap((row) =>
    row.cumulative !== null && row.cumulative < 0 ? [{ row, missing: -row.cumulative }] : [],
  );
  const [first] = short;
  if (first === undefined) return null;
  return { first, worst: short.reduce((worst, one) => (one.missing > worst.missing ? one : worst), first) };
}

/** Whether there is anything in it at all. */
export function isLadderEmpty({ maxDue }: LadderModel): boolean {
  return maxDue === 0;
}

/** What lenders are owed in all: lots come to it plus the exits that found none (MT4). */
export function lendersOutstanding({ now, ladder, overdue, undated, orphans, basis }: MatchingResult): number | null {
  if (basis.asOf === null) return null;
  if (now !== null) return now.lenders;
  return ladder.reduce((sum, { lenders }) => sum + lenders, overdue.lenders + undated - orphans);
}
