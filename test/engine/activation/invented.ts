import { isoDay } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import { seededDraws } from "#src/metrics/seededDraws.ts";

/** One row as the file spells it, with its day and fen beside. */
export interface InventedRow {
  readonly txnId: string;
  readonly lender: string;
  readonly day: number;
  readonly second: number;
  readonly type: string;
  readonly fen: number;
  readonly product: string;
  readonly term: number;
  readonly channel: string;
  /** "" is not said. */
  readonly auto: "" | "yes" | "no";
}

export const FIRST_DAY = 19_723;
export const DAYS = 150;

const TYPES = ["lend", "lend", "lend", "exit", "deposit", "transfer_in", "transfer_out", "interest"];

/** Lenders who begin on any day and do anything after it; some only ever deposit, some had a balance before. */
export function inventedRows(seed: number, lenders: number): InventedRow[] {
  const draw = seededDraws(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[draw(items.length)]!;
  const rows: InventedRow[] = [];
  for (let lender = 0; lender < lenders; lender++) {
    const start = draw(DAYS);
    const busy = 1 + draw(5);
    const count = draw(3) === 0 ? 1 : 2 + draw(10);
    for (let at = 0; at < count; at++) {
      const day = Math.min(DAYS - 1, start + (at === 0 ? 0 : draw(draw(2) === 0 ? 6 * busy : DAYS)));
      rows.push({
        txnId: `T${lender}-${at}`,
        lender: `L${lender}`,
        day: FIRST_DAY + day,
        second: draw(86_400),
        type: at === 0 && draw(15) === 0 ? "opening" : pick(TYPES),
        fen: 100 * (1 + draw(3_000_000)),
        product: pick(["", "A", "B", "C"]),
        term: pick([0, 30, 30, 90, 180]),
        channel: `C${lender % 2}`,
        auto: pick(["", "yes", "no"]),
      });
    }
  }
  return rows.toSorted(() => draw(3) - 1);
}

export function fileOf(rows: readonly InventedRow[]): string {
  const lines = rows.map((row) =>
    [row.txnId, row.lender, timeOf(row), row.type, row.fen / 100, row.product, row.term, row.channel, row.auto].join(
      ",",
    ),
  );
  return ["txn_id,user_id,occurred_at,type,amount,product,term_days,channel,is_auto", ...lines, ""].join("\n");
}

function timeOf({ day, second }: InventedRow): string {
  const two = (number: number): string => String(Math.floor(number)).padStart(2, "0");
  return `${isoDay(epochDay(day))} ${two(second / 3600)}:${two((second / 60) % 60)}:${two(second % 60)}`;
}
