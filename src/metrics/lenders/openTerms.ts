import type { EpochDay } from "#src/domain/units.ts";
import type { LotMatcher } from "#src/metrics/lots/matchLots.ts";

/**
 * When what lenders have at work falls due, at the end of a day, by the lots that their exits left open. Fen.
 *
 * All of it together is outstanding and `orphans`: exits that found no lot took from outstanding and from no term.
 */
export interface OpenTerms {
  /** Days after the day with anything due, ascending. */
  readonly dueDays: Int32Array;
  /** What is due on each of them; above zero. */
  readonly dueAmounts: Float64Array;
  /** Due on the day itself or before it. */
  readonly overdue: number;
  /** In lots without a maturity. */
  readonly undated: number;
  readonly orphans: number;
}

/** Adds up what lenders have open, one after another. */
export class OpenTermsBuilder {
  private readonly asOf: EpochDay;
  private readonly amountByDay = new Map<number, number>();
  private overdue = 0;
  private undated = 0;
  private orphans = 0;

  constructor(asOf: EpochDay) {
    this.asOf = asOf;
  }

  /** Takes what the last match left open. */
  take({ count, open, maturity, orphan }: Pick<LotMatcher, "count" | "open" | "maturity" | "orphan">): void {
    this.orphans += orphan;
    for (let lot = 0; lot < count; lot++) {
      const amount = open[lot]!;
      if (amount === 0) continue;
      const due = maturity[lot]!;
      if (due === 0) this.undated += amount;
      else if (due <= this.asOf) this.overdue += amount;
      else this.amountByDay.set(due, (this.amountByDay.get(due) ?? 0) + amount);
    }
  }

  finish(): OpenTerms {
    const { amountByDay, overdue, undated, orphans } = this;
    const dueDays = Int32Array.from(amountByDay.keys()).sort();
    return {
      dueDays,
      dueAmounts: Float64Array.from(dueDays, (day) => amountByDay.get(day) ?? 0),
      ...{ overdue, undated, orphans },
    };
  }
}
