import { monthEnd, monthStart, SECONDS_A_DAY } from "#src/domain/calendar.ts";

import { resized, resizedColumns, roomFor } from "./growable.ts";
import { growthClass } from "./growthClass.ts";
import { GROWTH, GROWTH_WIDTH, type GrowthCube } from "./growthCube.ts";
import type { LenderMonth } from "./lenderMonths.ts";
import { KIND, type LenderProfiles } from "./lenderProfiles.ts";

/** One lender's month, fen. */
interface Move {
  /** At the end of the month before. */
  readonly start: number;
  /** The same with the openings of the month. */
  readonly open: number;
  readonly close: number;
  readonly firstLendThisMonth: boolean;
}

/** Writes the growth accounting of one month after the other, by channel and first product. */
export class GrowthCubeBuilder {
  private cells: number;
  private firstMonth: number;
  private lastMonth: number;
  private columns: { month: Int32Array; channel: Uint16Array; firstProduct: Uint16Array };
  private values: Float64Array;
  /** Every group's cell in the latest month; from it the next one opens. */
  private readonly latest = new Map<number, number>();

  constructor(cube: GrowthCube | undefined) {
    this.cells = cube?.cells ?? 0;
    this.firstMonth = cube?.firstMonth ?? 0;
    this.lastMonth = cube?.lastMonth ?? -1;
    const room = roomFor(this.cells);
    const { month, channel, firstProduct } = cube ?? {
      month: new Int32Array(0),
      channel: new Uint16Array(0),
      firstProduct: new Uint16Array(0),
    };
    this.columns = resizedColumns({ month, channel, firstProduct }, room);
    this.values = resized(cube?.values ?? new Float64Array(0), room * GROWTH_WIDTH);
    for (let cell = 0; cell < this.cells; cell++) this.latest.set(groupKey(channel[cell]!, firstProduct[cell]!), cell);
  }

  close(lenderMonth: LenderMonth, profiles: LenderProfiles): void {
    const month = lenderMonth.month;
    if (this.lastMonth < this.firstMonth) this.firstMonth = month;
    this.lastMonth = month;
    for (const [key, cell] of this.latest) this.carry(key, cell, month);
    const from = monthStart(month) * SECONDS_A_DAY;
    const to = (monthEnd(month) + 1) * SECONDS_A_DAY - 1;
    const opened = new Map<number, number>();
    lenderMonth.openings.entry.forEach((entry, place) => opened.set(entry, lenderMonth.openings.amount[place]!));
    lenderMonth.lender.forEach((lender, entry) => {
      const start = lenderMonth.openBalance[entry]!;
      const first = profiles.firstInstant[lender]!;
      const begins = profiles.kind[lender] === KIND.lent && first >= from && first <= to;
      const at = this.cellAt(month, profiles.channel[lender]!, profiles.firstProduct[lender]!) * GROWTH_WIDTH;
      const open = start + (opened.get(entry) ?? 0);
      this.addLender(at, { start, open, close: lenderMonth.balance[entry]!, firstLendThisMonth: begins });
    });
  }

  finish(): GrowthCube {
    return {
      firstMonth: this.firstMonth,
      lastMonth: this.lastMonth,
      cells: this.cells,
      ...resizedColumns(this.columns, this.cells),
      values: resized(this.values, this.cells * GROWTH_WIDTH),
    };
  }

  /** Opens a month for a group as if nothing moved in it. */
  private carry(key: number, latest: number, month: number): void {
    const cell = this.append(month, Math.floor(key / 65_536), key % 65_536);
    const from = latest * GROWTH_WIDTH;
    const to = cell * GROWTH_WIDTH;
    this.values[to + GROWTH.open] = this.values[to + GROWTH.close] = this.values[from + GROWTH.close]!;
    const holding = this.values[from + GROWTH.lendersClose]!;
    this.values[to + GROWTH.lendersOpen] = holding;
    this.values[to + GROWTH.lendersRetained] = holding;
    this.values[to + GROWTH.lendersClose] = holding;
  }

  private addLender(at: number, { start, open, close, firstLendThisMonth }: Move): void {
    const { values } = this;
    const held = start > 0 ? 1 : 0;
    values[at + GROWTH.open]! += open - start;
    values[at + GROWTH.close]! += close - start;
    values[at + GROWTH.lendersOpen]! += (open > 0 ? 1 : 0) - held;
    values[at + GROWTH.lendersClose]! += (close > 0 ? 1 : 0) - held;
    values[at + GROWTH.lendersRetained]! += (open > 0 && close > 0 ? 1 : 0) - held;
    const change = close - open;
    switch (growthClass(open, close, firstLendThisMonth)) {
      case "new":
        values[at + GROWTH.new]! += change;
        values[at + GROWTH.lendersNew]!++;
        return;
      case "resurrected":
        values[at + GROWTH.resurrected]! += change;
        values[at + GROWTH.lendersResurrected]!++;
        return;
      case "churned":
        values[at + GROWTH.churned]! -= change;
        values[at + GROWTH.lendersChurned]!++;
        return;
      case "transient":
        values[at + GROWTH.lendersTransient]!++;
        break;
      case "expansion":
      case "contraction":
      case undefined:
    }
    if (change > 0) values[at + GROWTH.expansion]! += change;
    else values[at + GROWTH.contraction]! -= change;
  }

  private cellAt(month: number, channel: number, firstProduct: number): number {
    const latest = this.latest.get(groupKey(channel, firstProduct));
    return latest !== undefined && this.columns.month[latest] === month
      ? latest
      : this.append(month, channel, firstProduct);
  }

  private append(month: number, channel: number, firstProduct: number): number {
    const cell = this.cells++;
    if (cell === this.columns.month.length) {
      const room = roomFor(this.cells);
      this.columns = resizedColumns(this.columns, room);
      this.values = resized(this.values, room * GROWTH_WIDTH);
    }
    this.columns.month[cell] = month;
    this.columns.channel[cell] = channel;
    this.columns.firstProduct[cell] = firstProduct;
    this.latest.set(groupKey(channel, firstProduct), cell);
    return cell;
  }
}

function groupKey(channel: number, firstProduct: number): number {
  return channel * 65_536 + firstProduct;
}
