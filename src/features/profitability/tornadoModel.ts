import type { ProfitDriver, WhatIfResult } from "#src/engine/protocol.ts";

export interface TornadoBar {
  readonly driver: ProfitDriver;
  /** Change of profit with the driver a tenth lower and higher, fen. */
  readonly lower: number;
  readonly higher: number;
  /** Profit then, fen. */
  readonly profitLower: number;
  readonly profitHigher: number;
}

/** The widest first; none where profit is not known. A driver that comes to nothing moves nothing, and has none. */
export function tornadoBars({ now, tornado }: Pick<WhatIfResult, "now" | "tornado">): readonly TornadoBar[] {
  const { profit } = now;
  if (profit === null) return [];
  const moving = tornado.filter(({ lower, higher }) => lower !== higher);
  return moving.map(({ driver, lower, higher }) => ({
    driver,
    lower: lower - profit,
    higher: higher - profit,
    profitLower: lower,
    profitHigher: higher,
  }));
}
