import { BALANCE_SIGN, TYPE } from "#src/domain/eventTypes.ts";
import type { TransfersView } from "#src/domain/switches.ts";
import { resized, roomFor } from "#src/metrics/growable.ts";

import { isVolume } from "./hunterSigns.ts";
import { AGE, AGE_WIDTH, type ActivityBits, type AgeCube } from "./lenderBook.ts";
import type { LenderRows } from "./lenderRows.ts";

const BALANCE = Int8Array.from(BALANCE_SIGN);

/** How a lender's days are cut into ages. */
interface LenderAges {
  readonly lender: number;
  readonly segment: number;
  /** Ages that are over; bits are set for all of them, sums only as far as the segment is observed. */
  readonly ages: number;
  /** First day of each age, and of the one after the last. */
  readonly edges: Int32Array;
  /** The last day whose subsidies are a cost of acquiring. */
  readonly acquiredUntil: number;
}

/** The sums and bits of one clock. */
export class AgeSums {
  private readonly transfers: TransfersView;
  private readonly words: number;
  private readonly lent: Uint32Array;
  private readonly held: Uint32Array;
  private segments = 0;
  private cellCount = 0;
  /** By segment: its first cell; one more for the end. */
  private start = new Uint32Array(65);
  private values = new Float64Array(0);
  /** What goes beyond the segment's cells is added up here, and is not read. */
  private readonly scrap = new Float64Array(AGE_WIDTH);

  constructor(
    transfers: TransfersView,
    { lenders, mostAges }: { readonly lenders: number; readonly mostAges: number },
  ) {
    this.transfers = transfers;
    this.words = Math.max(1, Math.ceil(mostAges / 32));
    this.lent = new Uint32Array(lenders * this.words);
    this.held = new Uint32Array(lenders * this.words);
  }

  /** Makes room for a segment when it is the next new one. */
  openSegment(segment: number, ages: number): void {
    if (segment < this.segments) return;
    this.segments = segment + 1;
    this.cellCount += ages;
    if (this.segments >= this.start.length) this.start = resized(this.start, roomFor(this.segments + 1));
    this.start[this.segments] = this.cellCount;
    const needed = this.cellCount * AGE_WIDTH;
    if (needed > this.values.length) this.values = resized(this.values, roomFor(needed));
  }

  take(rows: LenderRows, lenderAges: LenderAges): void {
    const { lender, segment, ages, edges } = lenderAges;
    const observed = this.start[segment + 1]! - this.start[segment]!;
    const { day } = rows;
    let row = rows.from;
    let balance = 0;
    for (; row < rows.to && day[row]! < edges[0]!; row++) {
      balance += BALANCE[rows.type[row]!]! * rows.amount[row]!;
      // Paid before the first lend: a cost of acquiring, with those of the first age.
      if (rows.type[row] === TYPE.subsidy && observed > 0)
        this.values[this.start[segment]! * AGE_WIDTH + AGE.newLenderSubsidies]! += rows.amount[row]!;
    }
    for (let age = 0; age < ages && (row < rows.to || balance !== 0); age++) {
      const end = edges[age + 1]!;
      const values = age < observed ? this.values : this.scrap;
      const at = age < observed ? (this.start[segment]! + age) * AGE_WIDTH : 0;
      let balanceDays = balance * (end - edges[age]!);
      let lends = 0;
      for (; row < rows.to && day[row]! < end; row++) {
        const type = rows.type[row]!;
        const amount = rows.amount[row]!;
        const change = BALANCE[type]! * amount;
        balance += change;
        balanceDays += change * (end - day[row]!);
        if (isVolume(type, this.transfers)) {
          lends++;
          values[at + AGE.volume]! += amount;
          values[at + AGE.volumeTermDays]! += amount * rows.termDays[row]!;
        } else if (type === TYPE.exit || type === TYPE.earlyExit || type === TYPE.compensation)
          values[at + AGE.exits]! += amount;
        else if (type === TYPE.transferOut && this.transfers === "gross") values[at + AGE.exits]! += amount;
        else if (type === TYPE.fee) values[at + AGE.fees]! += amount;
        else if (type === TYPE.subsidy)
          values[at + (day[row]! <= lenderAges.acquiredUntil ? AGE.newLenderSubsidies : AGE.laterSubsidies)]! += amount;
      }
      values[at + AGE.balanceDays]! += balanceDays;
      values[at + AGE.balance]! += balance;
      const word = lender * this.words + (age >>> 5);
      if (lends > 0) {
        values[at + AGE.lent]!++;
        this.lent[word]! |= 1 << (age & 31);
      }
      if (balance > 0) {
        values[at + AGE.held]!++;
        this.held[word]! |= 1 << (age & 31);
      }
    }
  }

  bits(): ActivityBits {
    return { words: this.words, lent: this.lent, held: this.held };
  }

  cells(segments: number): Pick<AgeCube, "start" | "values"> {
    return {
      start: resized(this.start, segments + 1),
      values: resized(this.values, this.cellCount * AGE_WIDTH),
    };
  }
}
