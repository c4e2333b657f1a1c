import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { TYPE } from "#src/domain/eventTypes.ts";

import type { BookInput, LenderRecords, RowAddress } from "./book.ts";
import { resized } from "./growable.ts";

/** What the ledger says about a lender's beginning, by code. */
export const KIND = {
  /** No live row up to the day of the book. */
  absent: 0,
  /** Rows, but no lend, transfer in or opening. */
  neverLent: 1,
  lent: 2,
  /** An opening stands at the first instant: lent before history begins. */
  before: 3,
} as const;

/** Later than every instant: the lender never lent. */
export const NO_INSTANT = 0xffff_ffff;

/** What is fixed for ever by a lender's first rows, by lender code (NR3, NR4, DM2, DM3). */
export interface LenderProfiles {
  readonly kind: Uint8Array;
  /** Seconds; of the first lend, transfer in or opening. `NO_INSTANT` where there is none. */
  readonly firstInstant: Uint32Array;
  readonly channel: Uint16Array;
  readonly firstProduct: Uint16Array;
}

export interface ReadProfiles {
  readonly profiles: LenderProfiles;
  /** Live rows after `asOf`. */
  readonly futureRows: number;
  /** Seconds; of the first live row up to `asOf`, `NO_INSTANT` without one. */
  readonly firstInstant: number;
}

const IS_BEGINNING = new Uint8Array(13);
for (const type of [TYPE.lend, TYPE.transferIn, TYPE.opening]) IS_BEGINNING[type] = 1;

const CHANNEL_TIED = 1;
const PRODUCT_TIED = 2;

/**
 * Who began when, through which channel and with which product, over all rows up to `asOf`.
 *
 * @param known  profiles of the rows before; every row read now must be later than theirs
 */
export function readProfiles(input: BookInput, known: LenderProfiles | undefined): ReadProfiles {
  const lenders = input.lenders;
  const kind = resized(known?.kind ?? new Uint8Array(0), lenders);
  const firstInstant = resized(known?.firstInstant ?? new Uint32Array(0), lenders).fill(
    NO_INSTANT,
    known?.kind.length ?? 0,
  );
  const channel = resized(known?.channel ?? new Uint16Array(0), lenders);
  const firstProduct = resized(known?.firstProduct ?? new Uint16Array(0), lenders);
  const channelInstant = new Uint32Array(lenders);
  for (let lender = 0; lender < lenders; lender++) if (channel[lender] === 0) channelInstant[lender] = NO_INSTANT;
  const tied = new Uint8Array(lenders);
  const lastInstant = (input.asOf + 1) * SECONDS_A_DAY - 1;
  let ties = false;
  let futureRows = 0;
  let earliest = NO_INSTANT;

  for (const { columns, dead } of input.parts) {
    for (let row = 0; row < columns.rows; row++) {
      if (dead !== undefined && dead[row] === 1) continue;
      const instant = columns.instant[row]!;
      if (instant > lastInstant) {
        futureRows++;
        continue;
      }
      if (instant < earliest) earliest = instant;
      const lender = columns.lender[row]!;
      if (kind[lender] === KIND.absent) kind[lender] = KIND.neverLent;
      const rowChannel = columns.channel[row]!;
      if (rowChannel !== 0 && instant <= channelInstant[lender]!) {
        if (instant < channelInstant[lender]!) {
          channelInstant[lender] = instant;
          channel[lender] = rowChannel;
          tied[lender]! &= ~CHANNEL_TIED;
        } else if (channel[lender] !== rowChannel) {
          tied[lender]! |= CHANNEL_TIED;
          ties = true;
        }
      }
      if (IS_BEGINNING[columns.type[row]!] === 0 || instant > firstInstant[lender]!) continue;
      const opening = columns.type[row] === TYPE.opening;
      if (instant < firstInstant[lender]!) {
        firstInstant[lender] = instant;
        kind[lender] = opening ? KIND.before : KIND.lent;
        firstProduct[lender] = columns.product[row]!;
        tied[lender]! &= ~PRODUCT_TIED;
      } else {
        if (opening) kind[lender] = KIND.before;
        if (firstProduct[lender] !== columns.product[row]) {
          tied[lender]! |= PRODUCT_TIED;
          ties = true;
        }
      }
    }
  }
  const profiles = { kind, firstInstant, channel, firstProduct };
  if (ties) settleTies(input, profiles, { channelInstant, tied });
  if (input.people) takeRecords(profiles, input.people);
  return { profiles, futureRows, firstInstant: earliest };
}

/**
 * The platform's own channel stands over that of the rows, and a first lend before the ledger begins makes a lender one
 * of before history: none of its volume is new.
 */
function takeRecords(profiles: LenderProfiles, records: LenderRecords): void {
  for (let lender = 0; lender < profiles.kind.length; lender++) {
    if (profiles.kind[lender] === KIND.absent) continue;
    const channel = records.channel[lender] ?? 0;
    if (channel !== 0) profiles.channel[lender] = channel;
    const firstDay = records.firstLendDay[lender] ?? 0;
    if (firstDay === 0 || firstDay >= records.ledgerFrom) continue;
    profiles.kind[lender] = KIND.before;
    profiles.firstInstant[lender] = firstDay * SECONDS_A_DAY;
  }
}

/** Gives lenders whose first rows disagree the values of the row with the smallest txn_id (DM3). */
function settleTies(input: BookInput, profiles: LenderProfiles, { channelInstant, tied }: Ties): void {
  const channel = new TieBreak(profiles.channel, input.compareIds, input.channelNames);
  const product = new TieBreak(profiles.firstProduct, input.compareIds, input.productNames);
  for (const [part, { columns, dead }] of input.parts.entries()) {
    for (let row = 0; row < columns.rows; row++) {
      const lender = columns.lender[row]!;
      if (tied[lender] === 0 || (dead !== undefined && dead[row] === 1)) continue;
      const instant = columns.instant[row]!;
      const rowChannel = columns.channel[row]!;
      if ((tied[lender]! & CHANNEL_TIED) !== 0 && instant === channelInstant[lender] && rowChannel !== 0)
        channel.offer(lender, { part, row }, rowChannel);
      const begins = IS_BEGINNING[columns.type[row]!] === 1 && instant === profiles.firstInstant[lender];
      if ((tied[lender]! & PRODUCT_TIED) !== 0 && begins) product.offer(lender, { part, row }, columns.product[row]!);
    }
  }
}

interface Ties {
  readonly channelInstant: Uint32Array;
  readonly tied: Uint8Array;
}

/**
 * Keeps the value of the smallest txn_id that was offered; of equal ones, as of rows without any, the one whose name
 * comes first: codes tell what was imported first, and that decides nothing.
 */
class TieBreak {
  private readonly best = new Map<number, RowAddress>();
  private readonly values: Uint16Array;
  private readonly compareIds: BookInput["compareIds"];
  private readonly names: readonly string[];

  constructor(values: Uint16Array, compareIds: BookInput["compareIds"], names: readonly string[]) {
    this.values = values;
    this.compareIds = compareIds;
    this.names = names;
  }

  offer(lender: number, address: RowAddress, value: number): void {
    const standing = this.best.get(lender);
    const order = standing === undefined ? -1 : this.compareIds(address, standing);
    if (order > 0 || (order === 0 && !this.comesFirst(value, this.values[lender]!))) return;
    this.best.set(lender, address);
    this.values[lender] = value;
  }

  private comesFirst(value: number, standing: number): boolean {
    return (this.names[value] ?? "") < (this.names[standing] ?? "");
  }
}
