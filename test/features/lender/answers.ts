import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import type { LedgerRow, LenderDetail, Lot } from "#src/engine/protocol.ts";
import { AS_OF, FIRST_DAY } from "#test/features/overview/screen.tsx";

export const daysBefore = (days: number) => epochDay(AS_OF - days);

const paid: Lot = {
  product: "P30",
  startDay: daysBefore(70),
  maturityDay: daysBefore(40),
  amount: 100_000,
  exits: [{ day: daysBefore(60), amount: 100_000, type: "early_exit", timing: "early" }],
  open: 0,
};
const partly: Lot = {
  product: "",
  startDay: daysBefore(50),
  maturityDay: daysBefore(5),
  amount: 400_000,
  exits: [{ day: daysBefore(5), amount: 300_000, type: "exit", timing: "scheduled" }],
  open: 100_000,
};
const undated: Lot = {
  product: "P90",
  startDay: daysBefore(10),
  maturityDay: null,
  amount: 50_000,
  exits: [],
  open: 50_000,
};

export const LOTS: readonly Lot[] = [paid, partly, undated];

const event: LedgerRow = {
  txnId: "t1",
  lender: "lender-0001",
  instant: daysBefore(10) * 86_400 + 36_000,
  type: "lend",
  amount: 50_000,
  product: "P90",
  channel: "app",
  termDays: null,
  importId: 1,
  isNew: false,
};

/** ¥1,500 held after three lends, one of them back early. */
export const DETAIL: LenderDetail = {
  basis: { asOf: AS_OF, dataVersion: 1, sourceRows: 5, rejectedRows: 0, switches: DEFAULT_SETTINGS },
  row: {
    lender: "lender-0001",
    state: "holding",
    channel: "app",
    kind: "online",
    campaign: "",
    product: "P30",
    registeredDay: null,
    firstLendDay: daysBefore(70),
    lastLendDay: daysBefore(10),
    occasions: 3,
    volume: 550_000,
    balance: 150_000,
    peakBalance: 400_000,
    nextDueDay: null,
    isHunter: false,
    isInternal: false,
  },
  lots: LOTS,
  orphans: 0,
  matchedBy: "order",
  balance: [
    { day: daysBefore(70), balance: 100_000 },
    { day: daysBefore(60), balance: 0 },
    { day: daysBefore(50), balance: 400_000 },
    { day: daysBefore(5), balance: 150_000 },
  ],
  events: null,
  eventCount: 5,
  totals: { lend: 550_000, exit: 300_000, early_exit: 100_000, interest: 1234 },
  cohort: { from: FIRST_DAY, to: epochDay(FIRST_DAY + 29), size: 40, holding: 12 },
};

export const EVENTS: readonly LedgerRow[] = [event, { ...event, txnId: null, type: "interest", isNew: null }];
