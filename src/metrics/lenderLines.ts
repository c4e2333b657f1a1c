import { KIND, type LenderProfiles } from "./lenderProfiles.ts";

/**
 * What the sweep asks of a lender for every row, side by side: rows come in the order of time, so
 * their lenders are scattered, and one line of the cache each is what a row costs.
 */
export const LINE = {
  firstInstant: 0,
  /** kind · 65,536 + channel. */
  profile: 1,
  /** Where the lender's segments begin in the sums of the month and week cohorts. */
  months: 2,
  weeks: 3,
  /** Entry of the running month + 1; 0 for none. */
  entry: 4,
  /** Last day with principal moved, with a lend, with a lend or transfer in; 0 for none. */
  movedDay: 5,
  lendDay: 6,
  volumeDay: 7,
} as const;

export const LINE_WIDTH = 8;

export const KIND_UNIT = 65_536;
export const KIND_LENT = KIND.lent * KIND_UNIT;
export const KIND_NEVER_LENT = KIND.neverLent * KIND_UNIT;

export interface LenderLineParts {
  readonly profiles: LenderProfiles;
  readonly months: Uint32Array;
  readonly weeks: Uint32Array;
  readonly lastMovedDay: Int32Array | undefined;
  readonly lastLendDay: Int32Array | undefined;
  readonly lastVolumeDay: Int32Array | undefined;
}

export function packLenderLines(parts: LenderLineParts): Uint32Array {
  const { kind, channel, firstInstant } = parts.profiles;
  const lines = new Uint32Array(kind.length * LINE_WIDTH);
  for (let lender = 0; lender < kind.length; lender++) {
    const line = lender * LINE_WIDTH;
    lines[line + LINE.firstInstant] = firstInstant[lender]!;
    lines[line + LINE.profile] = kind[lender]! * KIND_UNIT + channel[lender]!;
    lines[line + LINE.months] = parts.months[lender]!;
    lines[line + LINE.weeks] = parts.weeks[lender]!;
    lines[line + LINE.movedDay] = parts.lastMovedDay?.[lender] ?? 0;
    lines[line + LINE.lendDay] = parts.lastLendDay?.[lender] ?? 0;
    lines[line + LINE.volumeDay] = parts.lastVolumeDay?.[lender] ?? 0;
  }
  return lines;
}

/** One place of every line, as a column by lender. */
export function lineColumn(lines: Uint32Array, place: number): Int32Array {
  const column = new Int32Array(lines.length / LINE_WIDTH);
  for (let lender = 0; lender < column.length; lender++) column[lender] = lines[lender * LINE_WIDTH + place]!;
  return column;
}

/** Lenders as flags by code, and back. */
export function flagsOf(lenders: Uint32Array | undefined, size: number): Uint8Array {
  const flags = new Uint8Array(size);
  lenders?.forEach((lender) => (flags[lender] = 1));
  return flags;
}

export function flaggedLenders(flags: Uint8Array): Uint32Array {
  const lenders: number[] = [];
  flags.forEach((flag, lender) => flag === 1 && lenders.push(lender));
  return Uint32Array.from(lenders);
}
