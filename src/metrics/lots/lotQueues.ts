import { resized, roomFor } from "#src/metrics/growable.ts";

export const NO_LOT = -1;

/** Lots by number; columns may be replaced by longer ones. */
interface Lots {
  /** Fen left. */
  readonly open: Float64Array;
  /** Epoch day, 0 for undated. */
  readonly maturity: Int32Array;
}

/**
 * Lots of one lender in queues by product and term. Lots of one term fall due in the order in which they began, so
 * that the next of a queue is at its head, and the next that is not due yet is found by going on from the last one.
 * Of several queues the best head wins: a lender has few terms.
 */
export class LotQueues {
  private readonly lots: Lots;
  private count = 0;
  private product = new Uint16Array(16);
  private term = new Uint16Array(16);
  /** By queue: its first lot that is open, and its first that is open and not due; `NO_LOT` without one. */
  private head = new Int32Array(16);
  private young = new Int32Array(16);
  private last = new Int32Array(16);
  /** By lot: the next of its queue. */
  private next = new Int32Array(64);

  constructor(lots: Lots) {
    this.lots = lots;
  }

  clear(): void {
    this.count = 0;
  }

  /** Puts a lot behind all others; lots come in the order of their starts. */
  push(lot: number, product: number, term: number): void {
    if (lot >= this.next.length) this.next = resized(this.next, roomFor(lot + 1));
    this.next[lot] = NO_LOT;
    const queue = this.queueOf(product, term);
    if (this.last[queue] !== NO_LOT) this.next[this.last[queue]!] = lot;
    if (this.head[queue] === NO_LOT) this.head[queue] = lot;
    if (this.young[queue] === NO_LOT) this.young[queue] = lot;
    this.last[queue] = lot;
  }

  /** The open lot that falls due first, undated ones last; a term of 0 stands for any. */
  earliestDue(product: number, term: number): number {
    let best = NO_LOT;
    for (let queue = 0; queue < this.count; queue++) {
      if (!this.fits(queue, product, term)) continue;
      const lot = this.openHead(queue);
      if (lot === NO_LOT) continue;
      if (best === NO_LOT || this.isDueBefore(lot, best)) best = lot;
    }
    return best;
  }

  /** The open lot that began first among those due after a day, else among all; a term of 0 stands for any. */
  earliestStart(product: number, term: number, day: number): number {
    let best = NO_LOT;
    let rest = NO_LOT;
    for (let queue = 0; queue < this.count; queue++) {
      if (!this.fits(queue, product, term)) continue;
      const young = this.openYoung(queue, day);
      if (young !== NO_LOT && (best === NO_LOT || young < best)) best = young;
      const old = this.openHead(queue);
      if (old !== NO_LOT && (rest === NO_LOT || old < rest)) rest = old;
    }
    return best === NO_LOT ? rest : best;
  }

  private queueOf(product: number, term: number): number {
    for (let queue = 0; queue < this.count; queue++)
      if (this.product[queue] === product && this.term[queue] === term) return queue;
    const queue = this.count++;
    if (queue === this.product.length) this.grow();
    this.product[queue] = product;
    this.term[queue] = term;
    this.head[queue] = NO_LOT;
    this.young[queue] = NO_LOT;
    this.last[queue] = NO_LOT;
    return queue;
  }

  private fits(queue: number, product: number, term: number): boolean {
    return this.product[queue] === product && (term === 0 || this.term[queue] === term);
  }

  private openHead(queue: number): number {
    let lot = this.head[queue]!;
    while (lot !== NO_LOT && this.lots.open[lot] === 0) lot = this.next[lot]!;
    this.head[queue] = lot;
    return lot;
  }

  private openYoung(queue: number, day: number): number {
    let lot = this.young[queue]!;
    while (lot !== NO_LOT && (this.lots.open[lot] === 0 || this.isDue(lot, day))) lot = this.next[lot]!;
    this.young[queue] = lot;
    return lot;
  }

  private isDue(lot: number, day: number): boolean {
    const maturity = this.lots.maturity[lot]!;
    return maturity !== 0 && maturity <= day;
  }

  private isDueBefore(lot: number, other: number): boolean {
    const due = this.lots.maturity[lot]!;
    const otherDue = this.lots.maturity[other]!;
    if (due === otherDue) return lot < other;
    return due !== 0 && (otherDue === 0 || due < otherDue);
  }

  private grow(): void {
    const room = roomFor(this.count);
    this.product = resized(this.product, room);
    this.term = resized(this.term, room);
    this.head = resized(this.head, room);
    this.young = resized(this.young, room);
    this.last = resized(this.last, room);
  }
}
