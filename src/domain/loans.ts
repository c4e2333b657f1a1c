/** How a borrower pays a loan back: 等额本息, 等额本金, 先息后本, 到期还本付息. */
export const LOAN_METHODS = ["level", "equal_principal", "interest_only", "bullet"] as const;

export type LoanMethod = (typeof LOAN_METHODS)[number];

/** Where half a fen of an instalment goes: away from zero, or to the even neighbour. */
export type Rounding = "half_up" | "half_even";

/**
 * How the interest of a bullet loan counts days: those of the calendar over 365 or 360, or twelfths of a year. Loans
 * paid month by month always count twelfths.
 */
export type DayCount = "act_365" | "act_360" | "30_360";

/** Where the capital in use is taken from: what the contract schedules, or what the file says has been repaid. */
export type CapitalSource = "schedule" | "repayments";

/** The named choices that change what a loan comes to. */
export interface CreditRules {
  readonly rounding: Rounding;
  readonly dayCount: DayCount;
  readonly capital: CapitalSource;
}

export const DEFAULT_CREDIT_RULES: CreditRules = { rounding: "half_up", dayCount: "act_365", capital: "schedule" };

/** What profit is made of, in the order in which it is told. */
export const PROFIT_PARTS = ["interest", "penalty", "fees", "bad", "funding", "marketing"] as const;

export type ProfitPart = (typeof PROFIT_PARTS)[number];

/** What a reader may turn to see what becomes of profit. */
export const PROFIT_DRIVERS = ["interest", "fees", "bad", "funding", "marketing"] as const;

export type ProfitDriver = (typeof PROFIT_DRIVERS)[number];

/** By days overdue; "over_90" is what is called bad. */
export const OVERDUE_BUCKETS = ["on_time", "1_30", "31_60", "61_90", "over_90"] as const;

export type OverdueBucket = (typeof OVERDUE_BUCKETS)[number];
