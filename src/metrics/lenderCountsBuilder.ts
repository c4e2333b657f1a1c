import { resizedColumns, roomFor } from "./growable.ts";
import type { ClosingChanges, LendingCounts } from "./lenderCounts.ts";

/** Counts by channel of one day, week or month after the other. */
export class LendingCountsBuilder {
  private cells: number;
  private columns: Omit<LendingCounts, "cells">;
  private first: number;
  private start = 0;
  /** By channel: cell + 1; numbers up to `first` are of periods before. */
  private readonly places: Uint32Array;

  constructor(counts: LendingCounts | undefined, channels: number) {
    this.cells = counts?.cells ?? 0;
    this.first = this.cells;
    this.places = new Uint32Array(channels);
    const { start, channel, net, gross } = counts ?? {
      start: new Int32Array(0),
      channel: new Uint16Array(0),
      net: new Uint32Array(0),
      gross: new Uint32Array(0),
    };
    this.columns = resizedColumns({ start, channel, net, gross }, roomFor(this.cells));
  }

  /** Turns to the period that begins on `start`; its cells of before, if any, stand last. */
  begin(start: number): void {
    this.start = start;
    this.first = this.cells;
    while (this.first > 0 && this.columns.start[this.first - 1] === start) {
      this.first--;
      this.places[this.columns.channel[this.first]!] = this.first + 1;
    }
  }

  count(channel: number, gross: boolean): void {
    const cell = this.at(channel);
    if (gross) this.columns.gross[cell]!++;
    else this.columns.net[cell]!++;
  }

  finish(): LendingCounts {
    return { cells: this.cells, ...resizedColumns(this.columns, this.cells) };
  }

  private at(channel: number): number {
    const place = this.places[channel]!;
    if (place > this.first) return place - 1;
    const cell = this.cells++;
    if (cell === this.columns.start.length) this.columns = resizedColumns(this.columns, roomFor(this.cells));
    this.columns.start[cell] = this.start;
    this.columns.channel[cell] = channel;
    this.places[channel] = this.cells;
    return cell;
  }
}

/** Changes by channel of one day's end after the other. */
export class ClosingChangesBuilder {
  private cells: number;
  private columns: Omit<ClosingChanges, "cells">;
  private first: number;
  private day = 0;
  private readonly places: Uint32Array;

  constructor(changes: ClosingChanges | undefined, channels: number) {
    this.cells = changes?.cells ?? 0;
    this.first = this.cells;
    this.places = new Uint32Array(channels);
    const { day, channel, holding, balance } = changes ?? {
      day: new Int32Array(0),
      channel: new Uint16Array(0),
      holding: new Int32Array(0),
      balance: new Float64Array(0),
    };
    this.columns = resizedColumns({ day, channel, holding, balance }, roomFor(this.cells));
  }

  begin(day: number): void {
    this.day = day;
    this.first = this.cells;
  }

  add(channel: number, holding: number, balance: number): void {
    let cell = this.places[channel]! - 1;
    if (cell < this.first) {
      cell = this.cells++;
      if (cell === this.columns.day.length) this.columns = resizedColumns(this.columns, roomFor(this.cells));
      this.columns.day[cell] = this.day;
      this.columns.channel[cell] = channel;
      this.places[channel] = this.cells;
    }
    this.columns.holding[cell]! += holding;
    this.columns.balance[cell]! += balance;
  }

  finish(): ClosingChanges {
    return { cells: this.cells, ...resizedColumns(this.columns, this.cells) };
  }
}
