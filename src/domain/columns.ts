/** Text values packed one after another as UTF-8; row `r` is `bytes[ends[r - 1] … ends[r]]`. */
export interface TextColumn {
  readonly bytes: Uint8Array;
  /** End offset of each row's text in `bytes`. */
  readonly ends: Uint32Array;
}

/**
 * Ledger events as columns of one length. Codes point into dictionaries; product and channel code 0
 * mean that the row names none.
 */
export interface LedgerColumns {
  readonly rows: number;
  /** Seconds since 1970-01-01T00:00 on the platform's own clock (reporting zone). */
  readonly instant: Uint32Array;
  /** Place in `EVENT_TYPES`. */
  readonly type: Uint8Array;
  /** Whole fen, always positive. */
  readonly amount: Float64Array;
  readonly lender: Uint32Array;
  readonly product: Uint16Array;
  readonly channel: Uint16Array;
  /** Days from the event to its maturity; 0 when the file does not say. */
  readonly termDays: Uint16Array;
  /** Parts per million a year; −1 when the row has none. Present only if the file has the column. */
  readonly annualRatePpm?: Int32Array;
  /** Whole fen; −1 when the row has none. Present only if the file has the column. */
  readonly interestDue?: Float64Array;
  /** Whole fen; −1 when the row has none. Present only if the file has the column. */
  readonly couponAmount?: Float64Array;
  /** 0 not said, 1 no, 2 yes. Present only if the file has the column. */
  readonly isAuto?: Uint8Array;
}

/**
 * What makes a row the same row in another export (ID1, ID2): a 64-bit hash of `txn_id`, or of the
 * row's content and its ordinal among identical rows of one day, with the texts to settle a match.
 */
export interface RowIdentity {
  readonly hashLow: Uint32Array;
  readonly hashHigh: Uint32Array;
  /** The `txn_id` texts; undefined when the file has no such column. */
  readonly ids: TextColumn | undefined;
  /** The `lot_id` texts; undefined when the file has no such column. */
  readonly lots: TextColumn | undefined;
}

// A byte-order mark inside a text is part of the text.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of one row. */
export function textAt(column: TextColumn, row: number): string {
  return decoder.decode(column.bytes.subarray(row === 0 ? 0 : column.ends[row - 1]!, column.ends[row]!));
}

/** Every text in order; decoded at once where one byte is one character. */
export function textsOf(column: TextColumn): string[] {
  const { bytes, ends } = column;
  const all = decoder.decode(bytes);
  const texts: string[] = [];
  for (let row = 0; row < ends.length; row++)
    texts.push(
      all.length === bytes.length ? all.slice(row === 0 ? 0 : ends[row - 1]!, ends[row]!) : textAt(column, row),
    );
  return texts;
}

/** Packs texts in order. */
export function packTexts(texts: readonly string[]): TextColumn {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const ends = new Uint32Array(parts.length);
  let end = 0;
  for (let row = 0; row < parts.length; row++) {
    end += parts[row]!.length;
    ends[row] = end;
  }
  const bytes = new Uint8Array(end);
  for (let row = 0; row < parts.length; row++) bytes.set(parts[row]!, row === 0 ? 0 : ends[row - 1]!);
  return { bytes, ends };
}

/** Texts of which there are few: each once, in order of appearance, and which of them a row has. */
export interface CodedTexts {
  readonly texts: readonly string[];
  readonly codes: Uint32Array;
}

/** Every text in order, each kind decoded only once. */
export function codedTexts(column: TextColumn): CodedTexts {
  const { ends } = column;
  const texts: string[] = [];
  const firstRows: number[] = [];
  /** By hash the first code, and by code the next one with the same hash. */
  const codeByHash = new Map<number, number>();
  const nextCodes: (number | undefined)[] = [];
  const codes = new Uint32Array(ends.length);
  for (let row = 0; row < ends.length; row++) {
    const hash = hashAt(column, row);
    const first = codeByHash.get(hash);
    let code = first;
    while (code !== undefined && !isSameAt(column, firstRows[code]!, row)) code = nextCodes[code];
    if (code === undefined) {
      code = texts.push(textAt(column, row)) - 1;
      firstRows.push(row);
      nextCodes.push(first);
      codeByHash.set(hash, code);
    }
    codes[row] = code;
  }
  return { texts, codes };
}

function hashAt({ bytes, ends }: TextColumn, row: number): number {
  const end = ends[row]!;
  let hash = 0;
  for (let at = row === 0 ? 0 : ends[row - 1]!; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
  return hash;
}

function isSameAt({ bytes, ends }: TextColumn, a: number, b: number): boolean {
  const from = a === 0 ? 0 : ends[a - 1]!;
  const shift = (b === 0 ? 0 : ends[b - 1]!) - from;
  if (ends[b]! - ends[a]! !== shift) return false;
  for (let at = from; at < ends[a]!; at++) if (bytes[at] !== bytes[at + shift]) return false;
  return true;
}
