import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isoDay } from "#src/domain/calendar.ts";
import { BALANCE_SIGN, EVENT_TYPES } from "#src/domain/eventTypes.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { LedgerRow, LenderDetail } from "#src/engine/protocol.ts";
import { arbitraryFile } from "#test/support/arbitraryFiles.ts";
import { csvOf, openEngine, TODAY } from "#test/support/engineHarness.ts";
import { VECTORS } from "#test/vectors/vectors.ts";

type TinyRow = Readonly<Record<string, string>>;
// The ledger in the file is a list of rows of text.
const TINY = VECTORS.data["tiny_ledger"] as readonly TinyRow[];

function tinyCsv(rows: readonly TinyRow[]): string {
  const header = Object.keys(TINY[0]!);
  return [header.join(","), ...rows.map((row) => header.map((column) => row[column] ?? "").join(",")), ""].join("\n");
}

async function opened(files: Readonly<Record<string, string>>) {
  const engine = await openEngine();
  for (const outcome of await engine.drop(files)) if (outcome.type !== "imported") throw new Error(outcome.type);
  return engine.methods;
}

async function tinyLender(id: string): Promise<LenderDetail> {
  const methods = await opened({ "tiny.csv": tinyCsv(TINY) });
  const detail = await methods.lender({ lender: id, withEvents: true });
  if (!detail) throw new Error(`nobody is ${id}`);
  return detail;
}

const shortLots = ({ lots }: LenderDetail) =>
  lots.map(({ startDay, maturityDay, amount, open, exits }) => ({
    start: isoDay(startDay),
    maturity: maturityDay === null ? null : isoDay(maturityDay),
    amount,
    open,
    exits: exits.map((exit) => [isoDay(exit.day), exit.amount, exit.timing]),
  }));

describe("a lender of the ledger by hand", () => {
  it("LO1 LO4 C: left early after ten days, lent again and holds", async () => {
    const detail = await tinyLender("C");
    expect(shortLots(detail)).toEqual([
      {
        start: "2024-02-10",
        maturity: "2024-03-11",
        amount: 80_000,
        open: 0,
        exits: [["2024-02-20", 80_000, "early"]],
      },
      { start: "2024-03-15", maturity: "2024-05-14", amount: 60_000, open: 60_000, exits: [] },
    ]);
    expect(detail.balance.map(({ day, balance }) => [isoDay(day), balance])).toEqual([
      ["2024-02-10", 80_000],
      ["2024-02-20", 0],
      ["2024-03-15", 60_000],
    ]);
    expect(detail.totals).toEqual({ lend: 140_000, early_exit: 80_000 });
    expect(detail.row).toMatchObject({ lender: "C", balance: 60_000, peakBalance: 80_000, occasions: 2 });
    expect(detail.row.nextDueDay).toBe(detail.lots[1]!.maturityDay);
    expect(detail.orphans).toBe(0);
    expect(detail.matchedBy).toBe("order");
    expect(detail.cohort).toMatchObject({ size: 1, holding: 1 });
  });

  it("LO1 A: three lends of one day are paid back by one exit, on time", async () => {
    const detail = await tinyLender("A");
    const ofFirstDay = shortLots(detail).filter(({ start }) => start === "2024-01-05");
    expect(ofFirstDay.map(({ amount, open }) => [amount, open])).toEqual([
      [100_000, 0],
      [50_000, 0],
      [20_000, 0],
    ]);
    expect(ofFirstDay.flatMap(({ exits }) => exits.map(([, , timing]) => timing))).toEqual(
      Array.from({ length: 3 }, () => "scheduled"),
    );
    // A and B began in January; neither holds anything now.
    expect(detail.cohort).toMatchObject({ size: 2, holding: 0 });
  });

  it("LO4 B: part left early, the rest was sold", async () => {
    const [lot] = shortLots(await tinyLender("B"));
    expect(lot?.exits.map(([, amount, timing]) => [amount, timing])).toEqual([
      [100_000, "early"],
      [200_000, "transferred"],
    ]);
  });

  it("shows events newest first, with their ids", async () => {
    const { events, eventCount } = await tinyLender("D");
    expect(events!.length).toBe(eventCount);
    const instants = events!.map(({ instant }) => instant);
    expect(instants).toEqual(instants.toSorted((a, b) => b - a));
    expect(new Set(events!.map(({ lender }) => lender))).toEqual(new Set(["D"]));
    expect(events!.every(({ txnId }) => txnId !== null)).toBe(true);
  });

  it("reads no events that were not asked for", async () => {
    const methods = await opened({ "tiny.csv": tinyCsv(TINY) });
    const detail = await methods.lender({ lender: "D", withEvents: false });
    expect(detail?.events).toBeNull();
    expect(detail?.eventCount).toBeGreaterThan(0);
  });
});

describe("ids", () => {
  const PEOPLE = "user_id,registered_at,channel,channel_kind,campaign,first_lend_at,is_internal\n";

  it("of nobody have no page", async () => {
    const methods = await opened({ "tiny.csv": tinyCsv(TINY) });
    expect(await methods.lender({ lender: "nobody", withEvents: true })).toBeNull();
  });

  it("of those who only registered have one without history", async () => {
    const methods = await opened({
      "tiny.csv": tinyCsv(TINY),
      "lenders.csv": `${PEOPLE}Z,2024-02-03,feed,online,spring,,\n`,
    });
    const detail = await methods.lender({ lender: "Z", withEvents: true });
    expect(detail).toMatchObject({
      row: {
        lender: "Z",
        state: "never_lent",
        channel: "feed",
        kind: "online",
        campaign: "spring",
        balance: 0,
        firstLendDay: null,
        isInternal: false,
      },
      lots: [],
      balance: [],
      events: [],
      eventCount: 0,
      totals: {},
      cohort: null,
    });
    expect(isoDay(detail!.row.registeredDay!)).toBe("2024-02-03");
  });

  it("of accounts left out of every figure still have their rows", async () => {
    const methods = await opened({
      "tiny.csv": tinyCsv(TINY),
      "lenders.csv": `${PEOPLE}C,2024-02-03,,,,,yes\n`,
    });
    await methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, leavesInternalOut: true }, today: TODAY });
    const detail = await methods.lender({ lender: "C", withEvents: false });
    expect(detail?.row.isInternal).toBe(true);
    expect(detail?.eventCount).toBe(3);
  });
});

describe("lot ids of a file", () => {
  const HEADER = "txn_id,user_id,occurred_at,type,amount,product,term_days,lot_id";
  const lines = (lastLot: string) => [
    HEADER,
    "1,A,2024-01-05 10:00:00,lend,10.00,P,30,x",
    "2,A,2024-01-06 10:00:00,lend,4.00,P,90,y",
    "3,A,2024-01-20 10:00:00,interest,0.10,P,,",
    `4,A,2024-02-04 10:00:00,exit,4.00,P,,${lastLot}`,
    "",
  ];

  it.each([
    ["ids", "y", [1000, 0]],
    ["order", "", [600, 400]],
  ] as const)("LO1 match by %s", async (matchedBy, lot, open) => {
    const methods = await opened({ "lots.csv": lines(lot).join("\n") });
    const detail = await methods.lender({ lender: "A", withEvents: false });
    expect(detail?.matchedBy).toBe(matchedBy);
    expect(detail?.lots.map((one) => one.open)).toEqual(open);
  });
});

describe("any lender of any ledger", () => {
  const file = arbitraryFile(40).map(({ rows }) => rows.map((row, place) => ({ ...row, txnId: `t${place}` })));

  it("LO3 has lots, balance and totals that agree with its line and its rows", async () => {
    await fc.assert(
      fc.asyncProperty(file, async (rows) => {
        fc.pre(rows.length > 0);
        const methods = await opened({ "ledger.csv": csvOf(rows) });
        for (const lender of new Set(rows.map((row) => row.lender))) {
          const detail = await methods.lender({ lender, withEvents: true });
          const page = await methods.rows({
            where: { lender },
            sort: { by: "instant", descending: true },
            offset: 0,
            limit: 100,
          });
          expect(detail!.eventCount).toBe(page.total);
          expect(detail!.totals).toEqual(page.amountByType);
          const idsOf = (some: readonly LedgerRow[]) => new Set(some.map(({ txnId }) => txnId));
          expect(idsOf(detail!.events!)).toEqual(idsOf(page.rows));
          const balance = page.rows.reduce(
            (sum, row) => sum + BALANCE_SIGN[EVENT_TYPES.indexOf(row.type)]! * row.amount,
            0,
          );
          expect(detail!.row.balance).toBe(balance);
          expect(detail!.balance.at(-1)?.balance ?? 0).toBe(balance);
          expect(detail!.row.peakBalance).toBe(Math.max(0, ...detail!.balance.map((step) => step.balance)));
          const open = detail!.lots.reduce((sum, lot) => sum + lot.open, 0);
          expect(open - detail!.orphans).toBe(balance);
        }
      }),
      { numRuns: 25 },
    );
  });
});
