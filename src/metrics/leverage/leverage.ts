import { LEVERAGE_BANDS, type LeverageBand } from "#src/domain/leverageRules.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { ratio } from "#src/metrics/ratio.ts";

import { guaranteeOf, type Backing, type OwnFrom } from "./backing.ts";

/** Leverage at the end of a day. Fen. */
export interface LeverageFigures {
  readonly day: EpochDay;
  readonly outstanding: number;
  readonly guarantee: number;
  readonly insurance: number;
  /** guarantee + insurance. */
  readonly partner: number;
  /** Net assets and profit, or what stands in for them; never below zero. */
  readonly ownFunds: number;
  readonly ownFrom: OwnFrom;
  readonly collateral: number;
  /** ownFunds + collateral. */
  readonly own: number;
  readonly shareholders: number;
  readonly backing: number;
  /** outstanding ÷ backing; null when backing is not above zero: no backing. */
  readonly leverage: number | null;
  /** The same without the partner's cover. */
  readonly withoutPartner: number | null;
  readonly band: LeverageBand | null;
  /** backing ÷ outstanding: the loss that it absorbs; null when nothing is outstanding. */
  readonly absorbs: number | null;
}

/** How many times outstanding exceeds what could pay it (LV1, LV7, LV8). */
export function leverageOn(day: EpochDay, outstanding: number, funds: Backing): LeverageFigures {
  const { insurance, ownFunds, ownFrom, collateral, shareholders } = funds;
  const guarantee = guaranteeOf(outstanding, funds);
  const partner = guarantee + insurance;
  const own = ownFunds + collateral;
  const backing = partner + own + shareholders;
  const leverage = ratio(outstanding, backing);
  return {
    ...{ day, outstanding, guarantee, insurance, partner, ownFunds, ownFrom, collateral, own, shareholders, backing },
    leverage,
    withoutPartner: ratio(outstanding, own + shareholders),
    band: leverage === null ? null : leverageBand(leverage),
    absorbs: outstanding > 0 ? backing / outstanding : null,
  };
}

/** LV7: 5 and 10 are normal, above 10 is high, 50 is extreme. */
export function leverageBand(leverage: number): LeverageBand {
  if (leverage >= LEVERAGE_BANDS.extreme) return "extreme";
  if (leverage > LEVERAGE_BANDS.high) return "high";
  return leverage >= LEVERAGE_BANDS.normal ? "normal" : "low";
}
