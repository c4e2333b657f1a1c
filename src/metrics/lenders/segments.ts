import { resizedColumns, roomFor } from "#src/metrics/growable.ts";

import type { AgeCube } from "./lenderBook.ts";

interface SegmentKey {
  readonly cohort: number;
  readonly channel: number;
  readonly kind: number;
  readonly campaign: number;
  readonly firstProduct: number;
  readonly signs: number;
}

type SegmentColumns = Pick<
  AgeCube,
  "segments" | "cohort" | "channel" | "kind" | "campaign" | "firstProduct" | "signs" | "size"
>;

/** Numbers the segments of lenders as they come. */
export class Segments {
  private count = 0;
  private columns = {
    cohort: new Int32Array(64),
    channel: new Uint16Array(64),
    kind: new Uint8Array(64),
    campaign: new Uint16Array(64),
    firstProduct: new Uint16Array(64),
    signs: new Uint8Array(64),
    size: new Uint32Array(64),
  };
  /** By what came with a lender's row, then by what its profile and its signs say. */
  private readonly numbers = new Map<number, Map<number, number>>();

  /** Counts a lender in. @returns the segment's number */
  add(key: SegmentKey): number {
    const segment = this.numberOf(key);
    this.columns.size[segment]!++;
    return segment;
  }

  finish(): SegmentColumns {
    return { segments: this.count, ...resizedColumns(this.columns, this.count) };
  }

  private numberOf(key: SegmentKey): number {
    const outer = key.campaign * 65_536 + key.firstProduct;
    // Cohorts begin at −1; kinds are below 4 and signs below 32.
    const inner = (((key.cohort + 1) * 65_536 + key.channel) * 4 + key.kind) * 32 + key.signs;
    const numbers = this.numbers.get(outer) ?? new Map<number, number>();
    if (numbers.size === 0) this.numbers.set(outer, numbers);
    const known = numbers.get(inner);
    if (known !== undefined) return known;
    const segment = this.count++;
    if (segment === this.columns.size.length) this.columns = resizedColumns(this.columns, roomFor(this.count));
    numbers.set(inner, segment);
    this.columns.cohort[segment] = key.cohort;
    this.columns.channel[segment] = key.channel;
    this.columns.kind[segment] = key.kind;
    this.columns.campaign[segment] = key.campaign;
    this.columns.firstProduct[segment] = key.firstProduct;
    this.columns.signs[segment] = key.signs;
    return segment;
  }
}
