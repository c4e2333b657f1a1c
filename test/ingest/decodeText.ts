import { textAt } from "#src/domain/columns.ts";
import { EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { FileRefusal } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";
import type { DecodedBlock, DecodedFile, DecodeFile } from "#src/ingest/decodedFile.ts";
import { decodeFile } from "#src/ingest/decodeFile.ts";

/** One accepted row as a reader would write it down. */
interface PlainRow {
  readonly line: number;
  readonly id: string | null;
  readonly lender: string;
  /** `YYYY-MM-DD HH:MM:SS` on the platform's clock. */
  readonly at: string;
  readonly type: EventType;
  readonly amount: number;
  readonly product: string;
  readonly channel: string;
  readonly term: number;
  readonly rate?: number;
  readonly interest?: number;
  readonly coupon?: number;
  readonly auto?: number;
  readonly lot?: string;
  /** Both lanes of the identity hash. */
  readonly hash: string;
}

export interface Decoded {
  readonly sha256: string;
  /** Undefined when the file was refused. */
  readonly file: DecodedFile | undefined;
  readonly refusal: FileRefusal | undefined;
  readonly rows: readonly PlainRow[];
  readonly blocks: readonly DecodedBlock[];
}

export interface DecodeTextOptions {
  readonly zone?: string;
  readonly decode?: DecodeFile;
  readonly signal?: AbortSignal;
  readonly reading?: Reading;
}

/** Decodes a text or bytes and spells the rows out. */
export async function decodeText(
  content: string | Uint8Array<ArrayBuffer> | Blob,
  { zone = "Asia/Shanghai", decode = decodeFile, signal, reading }: DecodeTextOptions = {},
): Promise<Decoded> {
  const blocks: DecodedBlock[] = [];
  const outcome = await decode(content instanceof Blob ? content : new Blob([content]), {
    zone,
    onBlock: (block) => void blocks.push(block),
    ...(signal && { signal }),
    ...(reading && { reading }),
  });
  return {
    sha256: outcome.sha256,
    file: outcome.type === "decoded" ? outcome.file : undefined,
    refusal: outcome.type === "refused" ? outcome.refusal : undefined,
    rows: plainRows(blocks),
    blocks,
  };
}

/** The canonical header, and rows given as lines under it. */
export function table(...lines: readonly string[]): string {
  return longTable(lines);
}

/** The same for more lines than a call has arguments. */
export function longTable(lines: readonly string[]): string {
  return ["txn_id,user_id,occurred_at,type,amount,product,term_days,channel", ...lines, ""].join("\n");
}

/** `lines` with one amount, date or any other cell each, in an otherwise plain file. */
export function columnOf(header: string, cells: readonly string[]): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const fixed: Record<string, string> = { user_id: "u1", occurred_at: "2024-01-05", type: "lend", amount: "100.00" };
  const headers = [...Object.keys(fixed).filter((name) => name !== header), header];
  const rows = cells.map((cell) => headers.map((name) => quoted(name === header ? cell : fixed[name]!)).join(","));
  return [headers.join(","), ...rows, ""].join("\n");
}

function plainRows(blocks: readonly DecodedBlock[]): PlainRow[] {
  const lenders: string[] = [];
  const products = [""];
  const channels = [""];
  return blocks.flatMap(({ columns, identity, lines, ...names }) => {
    lenders.push(...names.newLenders);
    products.push(...names.newProducts);
    channels.push(...names.newChannels);
    return Array.from({ length: columns.rows }, (_, row) => ({
      line: lines[row]!,
      id: identity.ids ? textAt(identity.ids, row) : null,
      lender: lenders[columns.lender[row]!]!,
      at: new Date(columns.instant[row]! * 1000).toISOString().slice(0, 19).replace("T", " "),
      type: EVENT_TYPES[columns.type[row]!]!,
      amount: columns.amount[row]!,
      product: products[columns.product[row]!]!,
      channel: channels[columns.channel[row]!]!,
      term: columns.termDays[row]!,
      ...(columns.annualRatePpm && { rate: columns.annualRatePpm[row]! }),
      ...(columns.interestDue && { interest: columns.interestDue[row]! }),
      ...(columns.couponAmount && { coupon: columns.couponAmount[row]! }),
      ...(columns.isAuto && { auto: columns.isAuto[row]! }),
      ...(identity.lots && { lot: textAt(identity.lots, row) }),
      hash: `${identity.hashHigh[row]!.toString(16)}:${identity.hashLow[row]!.toString(16)}`,
    }));
  });
}
