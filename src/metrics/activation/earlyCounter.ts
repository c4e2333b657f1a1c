import type { ActivationAction } from "./activationAction.ts";
import { PLACED_BY_AUTO_INVEST, type EarlyRows } from "./earlyRows.ts";

/** Counts stop here: no threshold is higher. */
const MOST_COUNTED = 0xffff;

const FEN_IN_10K_YUAN = 1_000_000;

/** By action: window i of place p is at p × windows + i. */
export type EarlyCounts = Readonly<Record<ActivationAction, Uint16Array>>;

/** Counts what each lender did within every window after the first lend (MN2). */
export class EarlyCounter {
  readonly counts: EarlyCounts;
  /** Whether any row names a product or a term, is a deposit, or says whether auto-invest placed it. */
  readonly isShown = { products: false, terms: false, depositDays: false, autoDays: false };

  private readonly windows: readonly number[];
  private readonly products = new Set<number>();
  private readonly terms = new Set<number>();
  private lastLendAge = -1;
  private lendDays = 0;
  private lastAutoAge = -1;
  private autoDays = 0;
  private lastDepositAge = -1;
  private depositDays = 0;
  private fen = 0;

  constructor(windows: readonly number[], places: number) {
    this.windows = windows;
    const empty = (): Uint16Array => new Uint16Array(places * windows.length);
    this.counts = {
      lendDays: empty(),
      products: empty(),
      terms: empty(),
      autoDays: empty(),
      amount10k: empty(),
      depositDays: empty(),
    };
  }

  /** @param order  the lender's rows, ascending by age */
  take(place: number, rows: EarlyRows, order: Iterable<number>): void {
    this.clear();
    let window = 0;
    for (const row of order) {
      while (rows.age[row]! >= this.windows[window]!) this.write(place, window++);
      if (rows.isLend[row] === 1) this.countLend(rows, row);
      else this.countDeposit(rows.age[row]!);
    }
    while (window < this.windows.length) this.write(place, window++);
  }

  private clear(): void {
    this.products.clear();
    this.terms.clear();
    this.lastLendAge = -1;
    this.lendDays = 0;
    this.lastAutoAge = -1;
    this.autoDays = 0;
    this.lastDepositAge = -1;
    this.depositDays = 0;
    this.fen = 0;
  }

  private countDeposit(age: number): void {
    this.isShown.depositDays = true;
    if (age !== this.lastDepositAge) this.depositDays++;
    this.lastDepositAge = age;
  }

  private countLend({ age, product, termDays, amount, isAuto }: EarlyRows, row: number): void {
    if (age[row] !== this.lastLendAge) this.lendDays++;
    this.lastLendAge = age[row]!;
    this.fen += amount[row]!;
    if (product[row] !== 0) {
      this.isShown.products = true;
      this.products.add(product[row]!);
    }
    if (termDays[row] !== 0) {
      this.isShown.terms = true;
      this.terms.add(termDays[row]!);
    }
    if (isAuto[row] !== 0) this.isShown.autoDays = true;
    if (isAuto[row] !== PLACED_BY_AUTO_INVEST) return;
    if (age[row] !== this.lastAutoAge) this.autoDays++;
    this.lastAutoAge = age[row]!;
  }

  private write(place: number, window: number): void {
    const { counts } = this;
    const at = place * this.windows.length + window;
    counts.lendDays[at] = this.lendDays;
    counts.products[at] = this.products.size;
    counts.terms[at] = this.terms.size;
    counts.autoDays[at] = this.autoDays;
    counts.depositDays[at] = this.depositDays;
    counts.amount10k[at] = Math.min(MOST_COUNTED, Math.floor(this.fen / FEN_IN_10K_YUAN));
  }
}
