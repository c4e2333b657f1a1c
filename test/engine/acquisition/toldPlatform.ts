import fc from "fast-check";

import { isoDay } from "#src/domain/calendar.ts";
import { EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { csvOf } from "#test/support/engineHarness.ts";

export interface ToldRow {
  readonly id: string;
  readonly lender: string;
  readonly day: EpochDay;
  /** Hour of the day. */
  readonly hour: number;
  readonly type: EventType;
  readonly fen: number;
  readonly product: string;
  readonly term: number;
  readonly channel: string;
}

export interface ToldPerson {
  readonly lender: string;
  readonly registered: EpochDay;
  readonly channel: string;
  readonly kind: "" | "online" | "offline";
  readonly campaign: string;
}

export interface ToldSpend {
  readonly day: EpochDay;
  readonly channel: string;
  readonly fen: number;
  readonly campaign: string;
  readonly kind: "ads" | "subsidy";
}

/** A small platform as its exports tell of it. */
export interface ToldPlatform {
  readonly rows: readonly ToldRow[];
  /** None: there is no lenders file. */
  readonly people: readonly ToldPerson[];
  /** None: there is no spend file. */
  readonly spend: readonly ToldSpend[];
}

const FIRST = 19_723;
const SPAN = 170;
const CHANNELS = ["app", "web", "shop"];
const CAMPAIGNS = ["", "SPRING"];

/** Lenders always name the same channel, so that who has no row in the lenders file is in one as well. */
const channelOfLender = (lender: number): string => CHANNELS[lender % CHANNELS.length]!;

export function arbitraryPlatform(): fc.Arbitrary<ToldPlatform> {
  const lender = fc.nat(7);
  const day = fc.integer({ min: FIRST, max: FIRST + SPAN }).map(epochDay);
  const type = fc.oneof(
    { weight: 6, arbitrary: fc.constant("lend" as const) },
    { weight: 3, arbitrary: fc.constantFrom("exit" as const, "subsidy" as const, "fee" as const, "opening" as const) },
    { weight: 1, arbitrary: fc.constantFrom(...EVENT_TYPES) },
  );
  const row = fc.record({
    lender,
    day,
    hour: fc.constantFrom(9, 15),
    type,
    fen: fc.integer({ min: 1, max: 5_000_000 }),
    product: fc.constantFrom("", "P7", "P90"),
    term: fc.constantFrom(0, 7, 90),
  });
  const person = fc.record({
    lender: fc.nat(9),
    registered: fc.integer({ min: FIRST - 40, max: FIRST + SPAN + 20 }).map(epochDay),
    channel: fc.constantFrom("", ...CHANNELS),
    kind: fc.constantFrom("" as const, "online" as const, "offline" as const),
    campaign: fc.constantFrom(...CAMPAIGNS),
  });
  const spend = fc.record({
    day: fc.integer({ min: FIRST - 40, max: FIRST + SPAN + 40 }).map(epochDay),
    channel: fc.constantFrom(...CHANNELS, "nobody"),
    fen: fc.integer({ min: 1, max: 900_000 }),
    campaign: fc.constantFrom(...CAMPAIGNS, "AUTUMN"),
    kind: fc.constantFrom("ads" as const, "ads" as const, "subsidy" as const),
  });
  return fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 40 }).map((rows) =>
      rows.map((told, place) => ({
        ...told,
        id: `t${place}`,
        lender: `u${told.lender}`,
        channel: channelOfLender(told.lender),
      })),
    ),
    people: fc
      .uniqueArray(person, { selector: (told) => told.lender, maxLength: 10 })
      .map((people) => people.map((told) => ({ ...told, lender: `u${told.lender}` }))),
    spend: fc.array(spend, { maxLength: 12 }),
  });
}

/** The files that tell of it; a list without rows has none. */
export function filesOfPlatform({ rows, people, spend }: ToldPlatform): Record<string, string> {
  const ledger = csvOf(
    rows.map(({ id, lender, day, hour, type, fen, product, term, channel }) => ({
      ...{ txnId: id, lender, type, product, channel },
      at: `${isoDay(day)} ${String(hour).padStart(2, "0")}:00:00`,
      amount: yuan(fen),
      term: term === 0 ? "" : String(term),
    })),
  );
  const registry = people.map(({ lender, registered, channel, kind, campaign }) =>
    [lender, isoDay(registered), channel, kind, campaign].join(","),
  );
  const bills = spend.map(({ day, channel, fen, campaign, kind }) =>
    [isoDay(day), channel, yuan(fen), campaign, kind].join(","),
  );
  return {
    "ledger.csv": ledger,
    ...(people.length > 0
      ? { "lenders.csv": ["user_id,registered_at,channel,channel_kind,campaign", ...registry, ""].join("\n") }
      : {}),
    ...(spend.length > 0 ? { "spend.csv": ["date,channel,amount,campaign,kind", ...bills, ""].join("\n") } : {}),
  };
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
}
