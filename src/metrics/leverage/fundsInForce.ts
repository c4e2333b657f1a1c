import type { FundKind } from "#src/domain/leverageRules.ts";
import type { EpochDay } from "#src/domain/units.ts";

/** A fund as the dataset has it. */
export interface Fund {
  readonly asOf: EpochDay;
  /** Null when `kindName` is none of ours. */
  readonly kind: FundKind | null;
  readonly kindName: string;
  /** Fen; may be below zero, as a year's loss is. */
  readonly amount: number;
  readonly relation: string;
  readonly mainBusiness: string;
  /** Null where the dataset does not say. */
  readonly related: boolean | null;
}

/**
 * The funds that hold on a day: of each kind those of its latest day up to then (LV6). Shareholders are one kind, so
 * that a later day restates all of them; kinds that are not known go by their names.
 *
 * @returns  in the order given; none before the first fund
 */
export function fundsInForce<F extends Pick<Fund, "asOf" | "kindName">>(funds: readonly F[], day: EpochDay): F[] {
  const latest = new Map<string, EpochDay>();
  for (const { asOf, kindName } of funds) {
    const known = latest.get(kindName);
    if (asOf <= day && (known === undefined || asOf > known)) latest.set(kindName, asOf);
  }
  return funds.filter(({ asOf, kindName }) => latest.get(kindName) === asOf);
}
