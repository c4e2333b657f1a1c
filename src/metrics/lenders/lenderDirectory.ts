/** How a lender came, as the lenders dataset says; by its place in `CHANNEL_KINDS`. */
export const CHANNEL_KINDS = ["", "online", "offline"] as const;

/**
 * Who is registered, as columns by entry. The first entries are the ledger's lenders in the order of their codes,
 * whether or not the dataset has them; those that are registered only come after. Empty without a lenders dataset but
 * for the ledger's own.
 */
export interface LenderDirectory {
  /** False when no lenders dataset is stored: nothing is known of who registered. */
  readonly isKnown: boolean;
  /** Ledger lenders: entries below it are ledger codes. */
  readonly ledgerLenders: number;
  /** All entries. */
  readonly entries: number;
  /** Ids of the entries from `ledgerLenders` on. */
  readonly otherIds: readonly string[];
  /** 1 where the dataset has a row. */
  readonly isRegistered: Uint8Array;
  /** Epoch day; 0 not known. */
  readonly registeredDay: Int32Array;
  /** Epoch day of the first lend as the dataset has it; 0 not said. */
  readonly firstLendDay: Int32Array;
  /** Codes in `channelNames`, 0 none: the dataset's, else the ledger's. */
  readonly channel: Uint16Array;
  /** Place in `CHANNEL_KINDS`. */
  readonly kind: Uint8Array;
  /** Codes in `campaignNames`, 0 none. */
  readonly campaign: Uint16Array;
  readonly isInternal: Uint8Array;
  /** The ledger's names, then those that only the dataset has. */
  readonly channelNames: readonly string[];
  /** The first is "". */
  readonly campaignNames: readonly string[];
}
