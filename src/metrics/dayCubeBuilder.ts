import { CUBE, CUBE_WIDTH, type DayCube } from "./dayCube.ts";
import { resized, resizedColumns, roomFor } from "./growable.ts";

/** A row of a day that was left, which goes from one channel to another. */
export interface LateRow {
  readonly day: number;
  readonly product: number;
  readonly channels: { readonly from: number; readonly to: number };
  readonly type: number;
  readonly amount: number;
}

/** Adds cells day by day; a day once left is not returned to. */
export class DayCubeBuilder {
  values: Float64Array;
  private cells: number;
  private columns: { day: Int32Array; product: Uint16Array; channel: Uint16Array };
  private day = 0;
  private dayFirst: number;
  /** Open addressing over the day's cells: cell + 1; numbers up to `dayFirst` are of days before, thus free. */
  private places = new Uint32Array(256);

  private cellByKey: Map<number, number> | undefined;

  constructor(cube: DayCube | undefined) {
    this.cells = cube?.cells ?? 0;
    this.dayFirst = this.cells;
    const room = roomFor(this.cells);
    this.values = resized(cube?.values ?? new Float64Array(0), room * CUBE_WIDTH);
    this.columns = {
      day: resized(cube?.day ?? new Int32Array(0), room),
      product: resized(cube?.product ?? new Uint16Array(0), room),
      channel: resized(cube?.channel ?? new Uint16Array(0), room),
    };
  }

  beginDay(day: number): void {
    this.day = day;
    this.dayFirst = this.cells;
  }

  /** Where in `values` the day's cell begins; read `values` anew after it. */
  at(product: number, channel: number): number {
    const mask = this.places.length - 1;
    let place = (Math.imul(product, 0x9e3779b1) ^ Math.imul(channel, 0x85ebca6b)) >>> 7;
    for (;;) {
      place &= mask;
      const cell = this.places[place]! - 1;
      if (cell < this.dayFirst) return this.add(place, product, channel);
      if (this.columns.product[cell] === product && this.columns.channel[cell] === channel) return cell * CUBE_WIDTH;
      place++;
    }
  }

  moveLate({ day, product, channels, type, amount }: LateRow): void {
    const from = this.lateCell(day, product, channels.from) * CUBE_WIDTH;
    const to = this.lateCell(day, product, channels.to) * CUBE_WIDTH;
    this.values[from + type]! -= amount;
    this.values[from + CUBE.rows]!--;
    this.values[to + type]! += amount;
    this.values[to + CUBE.rows]!++;
  }

  finish(): DayCube {
    return {
      cells: this.cells,
      ...resizedColumns(this.columns, this.cells),
      values: resized(this.values, this.cells * CUBE_WIDTH),
    };
  }

  private lateCell(day: number, product: number, channel: number): number {
    const columns = this.columns;
    this.cellByKey ??= new Map(
      Array.from({ length: this.cells }, (_, cell) => [
        lateKey(columns.day[cell]!, columns.product[cell]!, columns.channel[cell]!),
        cell,
      ]),
    );
    const key = lateKey(day, product, channel);
    const known = this.cellByKey.get(key);
    if (known !== undefined) return known;
    const cell = this.append(day, product, channel);
    this.cellByKey.set(key, cell);
    this.dayFirst = this.cells;
    return cell;
  }

  private add(place: number, product: number, channel: number): number {
    const cell = this.append(this.day, product, channel);
    this.places[place] = cell + 1;
    if ((this.cells - this.dayFirst) * 2 > this.places.length) this.spread();
    return cell * CUBE_WIDTH;
  }

  private append(day: number, product: number, channel: number): number {
    const cell = this.cells++;
    if (cell === this.columns.day.length) {
      const room = roomFor(this.cells);
      this.columns = resizedColumns(this.columns, room);
      this.values = resized(this.values, room * CUBE_WIDTH);
    }
    this.columns.day[cell] = day;
    this.columns.product[cell] = product;
    this.columns.channel[cell] = channel;
    return cell;
  }

  private spread(): void {
    this.places = new Uint32Array(this.places.length * 4);
    const mask = this.places.length - 1;
    for (let cell = this.dayFirst; cell < this.cells; cell++) {
      const { product, channel } = this.columns;
      let place = ((Math.imul(product[cell]!, 0x9e3779b1) ^ Math.imul(channel[cell]!, 0x85ebca6b)) >>> 7) & mask;
      while (this.places[place] !== 0) place = (place + 1) & mask;
      this.places[place] = cell + 1;
    }
  }
}

function lateKey(day: number, product: number, channel: number): number {
  return (day * 65_536 + product) * 65_536 + channel;
}
