import type { Grain } from "#src/domain/calendar.ts";
import type { CreditRules, LoanMethod, OverdueBucket, ProfitDriver, ProfitPart } from "#src/domain/loans.ts";
import type { Period } from "#src/domain/period.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { TermPlace } from "#src/metrics/loans/borrowerLadder.ts";
import type { GroupReturn } from "#src/metrics/loans/groupReturns.ts";
import type { LoanGaps } from "#src/metrics/loans/loanGaps.ts";
import type { UnreadLoans } from "#src/metrics/loans/unreadLoans.ts";

import type { Basis, OnProgress } from "#src/engine/protocol.ts";

export type { CreditRules, LoanGaps, LoanMethod, OverdueBucket, ProfitDriver, ProfitPart, TermPlace };

/** What every answer about loans tells of their file; nothing without one. */
export interface LoansTold extends UnreadLoans {
  /** Null without a loan that can be read: all figures are then empty. */
  readonly snapshotDay: EpochDay | null;
  /** False when no loan that is read says what has been repaid: what is owed is then by the schedule. */
  readonly hasRepaid: boolean;
}

/** Which loans a figure is of. */
export interface LoanScope {
  /** Days of disbursal; null is all loans disbursed by the as-of day. */
  readonly disbursed: Period | null;
  /** Products of loans, by name; empty is all. */
  readonly products: readonly string[];
}

/**
 * A yearly rate of return, of one, or why there is none. "too_young": no instalment of any of the loans has been due;
 * "unknown": no loan of these products has interest, bad principal or marketing cost.
 */
export type ReturnRate = GroupReturn;

/** Capital in use up to the snapshot. */
interface CapitalInUse {
  /** Fen-years: fen times the years that they were in use. */
  readonly fenYears: number;
  /** Σ over loans of the mean of their balances, fen: of loans of one length it is the group's own mean. */
  readonly average: number;
  /** Profit ÷ fen-years; null without capital or without a profit. */
  readonly perYear: number | null;
}

/**
 * What a group of loans has earned up to the snapshot. Fen. A part is null, and so is all that depends on it, when no
 * loan of the file has it of any product that the group has loans of.
 */
export interface ProfitFigures {
  readonly loans: number;
  readonly disbursed: number;
  readonly interest: number | null;
  readonly penalty: number | null;
  readonly fees: number | null;
  /** interest + penalty + fees; a blank penalty or fee is none. */
  readonly income: number | null;
  readonly bad: number | null;
  readonly funding: number | null;
  readonly marketing: number | null;
  /** bad + funding + marketing. */
  readonly cost: number | null;
  /** income − cost. */
  readonly profit: number | null;
  /** profit ÷ disbursed (放款口径). */
  readonly perDisbursed: number | null;
  /** Balances after each instalment (期末余额均值), as the source counts. */
  readonly closing: CapitalInUse;
  /** Balances before each instalment: the time average (时间加权). */
  readonly opening: CapitalInUse;
  /** Interest scheduled for due days up to the snapshot. */
  readonly scheduledInterest: number;
  /** interest ÷ scheduledInterest. */
  readonly realised: number | null;
  /** Bad principal at which profit would be nil; below zero when the group loses money without any. */
  readonly breakEvenBad: number | null;
  /** Principal that is neither repaid nor bad. */
  readonly owed: number;
  /** Share of `disbursed` whose last due day has come, or that owes nothing any more: below 1 figures are of loans still running. */
  readonly finished: number;
  /** Mean contract rate weighted by principal, of one. */
  readonly contractRate: number | null;
  /** From months: what flowed out at disbursal, in by instalments; what is still owed counts at face. Per year, nominal (12 · monthly). */
  readonly irr: ReturnRate;
  /** From days, effective. */
  readonly xirr: ReturnRate;
}

export interface ProfitMonth extends ProfitFigures {
  /** The month of disbursal. */
  readonly month: Period;
}

export interface ProductProfit extends ProfitFigures {
  readonly product: string;
  /** Ascending; months without loans are left out. */
  readonly months: readonly ProfitMonth[];
}

/** Profit by time of disbursal. */
interface ProfitBucket {
  readonly bucket: Period;
  /** In the order of `products`; null where the product lent nothing, or profit is not known. */
  readonly profit: readonly (number | null)[];
  readonly disbursed: readonly number[];
}

export interface ProfitabilityArgs extends LoanScope {
  readonly rules: CreditRules;
  readonly grain: Grain;
}

export interface ProfitabilityResult extends LoansTold {
  readonly basis: Basis;
  /** Parts that no product in scope has a value of; none where no loan can be read. */
  readonly missing: readonly ProfitPart[];
  /** Null without a loans dataset. */
  readonly gaps: LoanGaps | null;
  readonly total: ProfitFigures;
  /** The largest by principal first. */
  readonly products: readonly ProductProfit[];
  readonly overTime: readonly ProfitBucket[];
  /** First and last day of disbursal of all loans; null without any. */
  readonly span: Period | null;
  /** Loans left out by the days of disbursal. */
  readonly outside: { readonly loans: number; readonly disbursed: number };
  /** Every product of the dataset, by name. */
  readonly allProducts: readonly string[];
}

/** Figures that a change of a driver moves. */
export type MovedProfit = Pick<
  ProfitFigures,
  "income" | "cost" | "profit" | "perDisbursed" | "breakEvenBad" | "interest" | "fees" | "bad" | "funding" | "marketing"
> & {
  readonly perClosing: number | null;
  readonly perOpening: number | null;
};

export interface WhatIfArgs extends LoanScope {
  readonly rules: CreditRules;
  /** By how much each driver is multiplied, ppm: 1,000,000 leaves it. Absent ones are left. */
  readonly factors: Readonly<Partial<Record<ProfitDriver, number>>>;
}

export interface WhatIfResult {
  readonly basis: Basis;
  readonly now: MovedProfit;
  /** As it would be with the factors. */
  readonly moved: MovedProfit;
  /** Profit with each driver a tenth lower and higher, all else as it is now; the widest first. Drivers that are not known are left out. */
  readonly tornado: readonly {
    readonly driver: ProfitDriver;
    readonly lower: number;
    readonly higher: number;
  }[];
}

export interface VintagesArgs extends LoanScope {
  readonly rules: CreditRules;
}

/** One month of disbursal over its months on book; arrays by month on book from 0, null where it is not over for every loan. Fen. */
export interface Vintage {
  readonly month: Period;
  readonly loans: number;
  readonly disbursed: number;
  /** Cumulative bad principal. */
  readonly bad: readonly (number | null)[];
  /** Cumulative principal repaid before it was due. */
  readonly prepaid: readonly (number | null)[];
}

/** What all vintages together came to by a month on book, of one fen lent; null where none is that old. */
interface ExpectedLoss {
  readonly bad: readonly (number | null)[];
  readonly prepaid: readonly (number | null)[];
  /** How many vintages are that old. */
  readonly vintages: readonly number[];
}

interface OverdueLine {
  readonly bucket: OverdueBucket;
  readonly loans: number;
  /** Principal not repaid, bad or not, fen. */
  readonly owed: number;
}

export interface VintagesResult extends LoansTold {
  readonly basis: Basis;
  /** False: no product in scope has bad_principal (or none interest_received, or no loan repaid_principal): the curve is not known. */
  readonly hasBad: boolean;
  readonly hasPrepaid: boolean;
  readonly hasOverdue: boolean;
  /** Null without a loans dataset. */
  readonly gaps: LoanGaps | null;
  /** Ascending by month. */
  readonly vintages: readonly Vintage[];
  readonly expected: ExpectedLoss;
  /** Open loans by days overdue, by product: the largest product first; settled ones are not in it. Empty without overdue_days. */
  readonly overdue: readonly { readonly product: string; readonly lines: readonly OverdueLine[] }[];
  /** Bad principal in `overdue`, fen; null where the file does not tell it. */
  readonly overdueBad: number | null;
  /** Products that make up a month of disbursal alone and lent in no other, by its first day. */
  readonly ownProducts: readonly { readonly product: string; readonly month: EpochDay }[];
  readonly allProducts: readonly string[];
}

export interface LoanRow {
  readonly loanId: string;
  readonly product: string;
  readonly disbursedOn: EpochDay;
  readonly principal: number;
  /** Of one. */
  readonly rate: number;
  readonly periods: number;
  readonly method: LoanMethod;
  readonly interest: number | null;
  readonly penalty: number | null;
  readonly fees: number | null;
  readonly bad: number | null;
  readonly marketing: number | null;
  readonly funding: number | null;
  readonly repaid: number | null;
  readonly status: string;
  readonly borrower: string;
  readonly overdueDays: number | null;
  /** As in `ProfitFigures`, of this loan alone. */
  readonly profit: number | null;
  readonly scheduledInterest: number;
  readonly owed: number;
  /** What of it falls in the line of the ladder that was asked for, fen; null where none was. */
  readonly due: number | null;
}

export type LoanSort = "disbursedOn" | "principal" | "profit" | "repaid" | "bad" | "overdueDays" | "owed" | "due";

export interface LoansWhere extends LoanScope {
  /** Open loans that are not repaid in full: those overdue for so long, or any of them (VT4). */
  readonly overdue?: OverdueBucket | "any";
  /** Not repaid and not bad in full: what borrowers owe. */
  readonly owing?: boolean;
  /** Has principal in this line of the borrowers' ladder at the end of the as-of day (MT4); without a ledger none has. */
  readonly due?: TermPlace;
}

export interface LoansArgs {
  readonly where: LoansWhere;
  readonly rules: CreditRules;
  readonly sort: { readonly by: LoanSort; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

export interface LoansPage {
  readonly basis: Basis;
  /** Of all that fit, not of the page. */
  readonly total: ProfitFigures;
  /** Of all that fit, in the line of the ladder that was asked for, fen: the line itself; null where none was. */
  readonly due: number | null;
  readonly rows: readonly LoanRow[];
}

export interface Instalment {
  /** From 1. */
  readonly number: number;
  readonly dueDay: EpochDay;
  readonly principal: number;
  readonly interest: number;
  readonly payment: number;
  /** After the payment, by schedule. */
  readonly balance: number;
  /** After the payment, as far as the file tells what was repaid; null after the snapshot, or where it does not tell. */
  readonly actual: number | null;
}

export interface LoanScheduleResult {
  /** Null when no loan has the id. */
  readonly loan: LoanRow | null;
  readonly instalments: readonly Instalment[];
}

/** Answers about credit. All are empty, with a null snapshot, without a loan that can be read. */
export interface CreditMethods {
  profitability(args: ProfitabilityArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<ProfitabilityResult>;
  profitWhatIf(args: WhatIfArgs, signal?: AbortSignal): Promise<WhatIfResult>;
  vintages(args: VintagesArgs, signal?: AbortSignal): Promise<VintagesResult>;
  loans(args: LoansArgs, signal?: AbortSignal): Promise<LoansPage>;
  loanSchedule(
    args: { readonly loanId: string; readonly rules: CreditRules },
    signal?: AbortSignal,
  ): Promise<LoanScheduleResult>;
}
