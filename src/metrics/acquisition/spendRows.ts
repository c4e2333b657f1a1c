import { monthOf, type MonthNumber } from "#src/domain/calendar.ts";
import { tableNumbers, tableTexts } from "#src/domain/tableReader.ts";
import type { TableData } from "#src/domain/tables.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { LenderDirectory } from "#src/metrics/lenders/lenderDirectory.ts";
import type { MonthSpan } from "./lenderGroups.ts";

/** Money paid to acquire lenders. */
export interface SpendRow {
  readonly month: MonthNumber;
  readonly channel: string;
  /** "" for none. */
  readonly campaign: string;
  /** Fen; 0 for a row that does not count, which still says that the spend on its channel and campaign is known. */
  readonly amount: number;
}

export interface SpendQuery {
  readonly months: MonthSpan;
  readonly asOf: EpochDay;
  /** Names; none keeps all. */
  readonly channels: readonly string[];
}

/** Subsidies are rows of the ledger: here they would count twice. */
const IN_THE_LEDGER = "subsidy";

/**
 * The spend dataset in some months, up to the last day that counts (AQ4). Rows of the channels asked for are all there:
 * what is spent in other months, or stands in the ledger, has the amount 0.
 */
export function spendRows(table: TableData, { months, asOf, channels }: SpendQuery): SpendRow[] {
  const days = tableNumbers("spend", table, "date");
  const names = tableTexts("spend", table, "channel");
  const campaigns = tableTexts("spend", table, "campaign");
  const amounts = tableNumbers("spend", table, "amount");
  const kinds = tableTexts("spend", table, "kind");
  const rows: SpendRow[] = [];
  for (let row = 0; row < table.rows; row++) {
    const day = epochDay(days[row]!);
    const channel = names[row]!;
    if (channels.length > 0 && !channels.includes(channel)) continue;
    const month = monthOf(day);
    const isAsked = day <= asOf && month >= months.from && month <= months.to;
    const counts = isAsked && kinds[row] !== IN_THE_LEDGER;
    rows.push({ month, channel, campaign: campaigns[row]!, amount: counts ? amounts[row]! : 0 });
  }
  return rows;
}

/** Σ of rows that have one thing in common. Fen. */
export function spendBy<Key>(rows: readonly SpendRow[], keyOf: (row: SpendRow) => Key): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.amount);
  return sums;
}

/** The kind that most people of each channel came by; of two as common, one that is said before one that is not. */
export function kindOfChannels(directory: LenderDirectory): (channel: string) => number | undefined {
  const counts = new Map<number, [none: number, online: number, offline: number]>();
  for (let entry = 0; entry < directory.entries; entry++) {
    const channel = directory.channel[entry]!;
    let count = counts.get(channel);
    if (!count) counts.set(channel, (count = [0, 0, 0]));
    count[directory.kind[entry]!]!++;
  }
  const kinds = new Map<string, number>();
  for (const [channel, [none, online, offline]] of counts) {
    const most = Math.max(none, online, offline);
    kinds.set(directory.channelNames[channel]!, online === most ? 1 : offline === most ? 2 : 0);
  }
  return (channel) => kinds.get(channel);
}
