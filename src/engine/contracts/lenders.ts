import type { EventType } from "#src/domain/eventTypes.ts";
import type { LenderState } from "#src/domain/lenderStates.ts";
import type { SegmentRules } from "#src/domain/segments.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { SliceClass } from "#src/metrics/lots/sliceClass.ts";

import type { Basis, Filter, LedgerRow, OnProgress } from "#src/engine/protocol.ts";

export type LendersColumn =
  | "lender"
  | "state"
  | "channel"
  | "campaign"
  | "product"
  | "registered"
  | "firstLend"
  | "lastLend"
  | "occasions"
  | "volume"
  | "balance"
  | "peakBalance"
  | "nextDue";

export interface LendersArgs {
  /** Part of an id, without case; "" is all. */
  readonly search: string;
  readonly rules: SegmentRules;
  readonly filter: Filter;
  readonly sort: { readonly by: LendersColumn; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

export interface LenderRow {
  readonly lender: string;
  readonly state: LenderState;
  readonly channel: string;
  readonly kind: string;
  readonly campaign: string;
  /** Of the first lend. */
  readonly product: string;
  readonly registeredDay: EpochDay | null;
  readonly firstLendDay: EpochDay | null;
  readonly lastLendDay: EpochDay | null;
  readonly occasions: number;
  readonly volume: number;
  readonly balance: number;
  readonly peakBalance: number;
  readonly nextDueDay: EpochDay | null;
  readonly isHunter: boolean;
  readonly isInternal: boolean;
}

export interface LendersPage {
  readonly basis: Basis;
  /** Everybody who fits. */
  readonly total: number;
  /** Fen, of all who fit. */
  readonly balance: number;
  readonly volume: number;
  readonly states: Readonly<Partial<Record<LenderState, number>>>;
  readonly rows: readonly LenderRow[];
  /** Ascending; "" stands for none. Null without a lenders dataset, which alone knows them. */
  readonly campaigns: readonly string[] | null;
}

/** One lend, bought claim or opening balance, and what became of it. */
export interface Lot {
  readonly product: string;
  readonly startDay: EpochDay;
  /** Null when the row has no term. */
  readonly maturityDay: EpochDay | null;
  readonly amount: number;
  /** What left it and when, ascending. */
  readonly exits: readonly {
    readonly day: EpochDay;
    readonly amount: number;
    readonly type: EventType;
    readonly timing: SliceClass;
  }[];
  readonly open: number;
}

export interface LenderArgs {
  readonly lender: string;
  /** Events need the texts of rows, which are read from the store: ask for them apart from what is there at once. */
  readonly withEvents: boolean;
}

export interface LenderDetail {
  readonly basis: Basis;
  readonly row: LenderRow;
  readonly lots: readonly Lot[];
  /** Exits that no lot could take, fen. */
  readonly orphans: number;
  /** How exits found their lots: by the lots that the file names, or by order within product. */
  readonly matchedBy: "ids" | "order";
  /** At the end of each day on which it changed, ascending. */
  readonly balance: readonly { readonly day: EpochDay; readonly balance: number }[];
  /** Newest first, at most 500; null when they were not asked for. */
  readonly events: readonly LedgerRow[] | null;
  readonly eventCount: number;
  readonly totals: Readonly<Partial<Record<EventType, number>>>;
  /** Its cohort: the month of first lending, members and how many hold now; null without a first lend in history. */
  readonly cohort: {
    readonly from: EpochDay;
    readonly to: EpochDay;
    readonly size: number;
    readonly holding: number;
  } | null;
}

export interface ConcentrationGroup {
  /** Null for all. */
  readonly name: string | null;
  readonly lenders: number;
  readonly balance: number;
  readonly topTenShare: number | null;
  readonly topPercentShare: number | null;
  /** Σ s², of one. */
  readonly herfindahl: number | null;
  readonly gini: number | null;
  /** 1 ÷ herfindahl. */
  readonly effectiveLenders: number | null;
}

export interface ConcentrationArgs {
  /** Products are those of the first lend. */
  readonly filter: Filter;
  /** By product needs the rows once after every import: ask for it apart from what is there at once. */
  readonly byProducts: boolean;
}

export interface ConcentrationResult {
  readonly basis: Basis;
  readonly total: ConcentrationGroup;
  /** Largest first; only channels with a lender who holds something. */
  readonly byChannel: readonly ConcentrationGroup[];
  /** By product now held, of the rows themselves, largest first; null when it was not asked for. */
  readonly byProduct: readonly ConcentrationGroup[] | null;
  /** Lorenz curve: share of lenders from the smallest, share of balance; from (0, 0) to (1, 1), at most 101 points. */
  readonly lorenz: readonly { readonly lenders: number; readonly balance: number }[];
}

/** What leaving internal accounts out takes away, or would: of all rows up to the day of the figures. */
export interface InternalAccounts {
  /** That have rows. */
  readonly lenders: number;
  readonly rows: number;
  /** Fen, under the transfers switch. */
  readonly volume: number;
  readonly exits: number;
  readonly outstanding: number;
}

export interface LenderMethods {
  internalAccounts(
    args: Record<never, never>,
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<InternalAccounts>;
  lenders(args: LendersArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<LendersPage>;
  /** Null when nobody has that id. */
  lender(args: LenderArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<LenderDetail | null>;
  concentration(args: ConcentrationArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<ConcentrationResult>;
}
