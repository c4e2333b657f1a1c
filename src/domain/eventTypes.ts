/** Every kind of ledger event; its place in the list is the code that columns hold. Append only. */
export const EVENT_TYPES = [
  "lend",
  "exit",
  "early_exit",
  "compensation",
  "transfer_in",
  "transfer_out",
  "write_off",
  "opening",
  "interest",
  "fee",
  "subsidy",
  "deposit",
  "withdraw",
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** The codes of `EVENT_TYPES`, by name, for loops over columns. */
export const TYPE = {
  lend: 0,
  exit: 1,
  earlyExit: 2,
  compensation: 3,
  transferIn: 4,
  transferOut: 5,
  writeOff: 6,
  opening: 7,
  interest: 8,
  fee: 9,
  subsidy: 10,
  deposit: 11,
  withdraw: 12,
} as const;

/** What an event of each type does to its lender's balance (OB2): +1, −1 or 0, by type code. */
export const BALANCE_SIGN: readonly number[] = [1, -1, -1, -1, 1, -1, -1, 1, 0, 0, 0, 0, 0];
