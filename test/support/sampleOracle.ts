import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../sample-data/transactions/", import.meta.url));

/** Paths of the sample year in reading order. */
export function samplePaths(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".csv"))
    .toSorted()
    .map((name) => path.join(FOLDER, name));
}

interface Event {
  readonly user: string;
  readonly at: string;
  readonly type: string;
  readonly fen: number;
}

/** One day's figures by the dullest reading of the rules: one object a row, nothing remembered between questions. */
export interface OracleDay {
  readonly day: string;
  readonly volume: number;
  readonly volumeNew: number;
  readonly volumeReturning: number;
  readonly exits: number;
  readonly outstanding: number;
  readonly lenders: number;
}

/** The sample has no quotes, no bad row and two-decimal amounts, so splitting is enough. */
function sampleEvents(): Event[] {
  const byId = new Map<string, Event>();
  for (const file of samplePaths()) {
    const [, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
    for (const line of lines) {
      const [id, user, at, type, amount] = line.split(",") as [string, string, string, string, string];
      byId.set(id, { user, at, type, fen: Number(amount.replace(".", "")) });
    }
  }
  return [...byId.values()];
}

/** Net view, `first_instant`: every day with rows, ascending. */
export function sampleDays(): OracleDay[] {
  const events = sampleEvents();
  const first = new Map<string, string>();
  for (const { user, at, type } of events) {
    if (type !== "lend" && type !== "transfer_in" && type !== "opening") continue;
    if (at < (first.get(user) ?? "9")) first.set(user, at);
  }
  const days = [...new Set(events.map(({ at }) => at.slice(0, 10)))].toSorted();
  let outstanding = 0;
  return days.map((day) => {
    const today = events.filter(({ at }) => at.startsWith(day));
    const sum = (wanted: (event: Event) => boolean): number =>
      today.filter(wanted).reduce((total, { fen }) => total + fen, 0);
    const of = (...types: string[]): number => sum(({ type }) => types.includes(type));
    const volume = of("lend");
    const volumeNew = sum(({ type, user, at }) => type === "lend" && at === first.get(user));
    const exits = of("exit", "early_exit", "compensation");
    outstanding += volume - exits + of("transfer_in", "opening") - of("transfer_out", "write_off");
    const lenders = new Set(today.filter(({ type }) => type === "lend").map(({ user }) => user)).size;
    return { day, volume, volumeNew, volumeReturning: volume - volumeNew, exits, outstanding, lenders };
  });
}
