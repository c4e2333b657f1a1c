import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import type { LenderRow, LendersArgs, LendersPage } from "#src/engine/protocol.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

export function lenderRow(place: number, change: Partial<LenderRow> = {}): LenderRow {
  return {
    lender: `lender-${place}`,
    state: "holding",
    channel: "Referral",
    kind: "online",
    campaign: "Spring",
    product: "M3",
    registeredDay: epochDay(AS_OF - 40),
    firstLendDay: epochDay(AS_OF - 30),
    lastLendDay: epochDay(AS_OF - 2),
    occasions: 3,
    volume: 300_001,
    balance: 100_002,
    peakBalance: 200_003,
    nextDueDay: epochDay(AS_OF + 7),
    isHunter: false,
    isInternal: false,
    ...change,
  };
}

/** A list of lenders `lender-0` and on, of which a page is given. */
export function lendersPage(total: number, { offset, limit }: Pick<LendersArgs, "offset" | "limit">): LendersPage {
  const length = Math.max(0, Math.min(limit, total - offset));
  return {
    basis: { asOf: AS_OF, dataVersion: 1, sourceRows: 100, rejectedRows: 0, switches: DEFAULT_SETTINGS },
    total,
    balance: total * 100_002,
    volume: total * 300_001,
    states: total === 0 ? {} : { holding: total - 1, at_risk: 1 },
    campaigns: ["", "Spring"],
    rows: Array.from({ length }, (_, at) => lenderRow(offset + at)),
  };
}
