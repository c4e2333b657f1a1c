import fc from "fast-check";
import { expect, test } from "vitest";

import { isoDay } from "#src/domain/calendar.ts";
import { LENDER_STATES, type LenderState } from "#src/domain/lenderStates.ts";
import type { SegmentRules } from "#src/domain/segments.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Filter, LenderRow, LendersArgs, LendersColumn } from "#src/engine/protocol.ts";
import { csvOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";

const BASE = 19_800;
const SPAN = 120;
const ALL: Filter = { products: [], channels: [] };

/** One lend or opening and what became of it; every lot of a lender has a product of its own, so nothing is matched. */
interface Lot {
  readonly start: number;
  readonly fen: number;
  readonly term: number | null;
  readonly opens: boolean;
  readonly leftAfter: number | null;
}

interface Person {
  readonly channel: string;
  readonly lots: readonly Lot[];
  /** The day of a row that is no lend. */
  readonly deposit: number | null;
  readonly record: {
    readonly registered: number;
    readonly channel: string;
    readonly kind: string;
    readonly campaign: string;
    readonly firstLend: number | null;
    readonly internal: boolean;
  } | null;
}

const lot: fc.Arbitrary<Lot> = fc.record({
  start: fc.nat(SPAN),
  fen: fc.oneof(fc.constantFrom(100, 200), fc.integer({ min: 1, max: 99_999 })),
  term: fc.constantFrom(null, 5, 30, 60),
  opens: fc.nat(9).map((chance) => chance === 0),
  leftAfter: fc.option(fc.integer({ min: 1, max: 70 })),
});

const person: fc.Arbitrary<Person> = fc.record({
  channel: fc.constantFrom("app", "web", ""),
  lots: fc.uniqueArray(lot, { selector: ({ start }) => start, maxLength: 4 }),
  deposit: fc.option(fc.nat(SPAN)),
  record: fc.option(
    fc.record({
      registered: fc.integer({ min: -50, max: SPAN + 20 }),
      channel: fc.constantFrom("app", "street", ""),
      kind: fc.constantFrom("online", "offline", ""),
      campaign: fc.constantFrom("spring", "autumn", ""),
      firstLend: fc.option(fc.integer({ min: -40, max: SPAN + 20 })),
      internal: fc.boolean(),
    }),
  ),
});

const idOf = (place: number) => `${place % 2 === 0 ? "Lender" : "vip"}-${String((place * 7) % 10)}${place}`;
const dayText = (day: number) => isoDay(epochDay(BASE + day));

function rowsOf(people: readonly Person[]): FileRow[] {
  return people.flatMap(({ channel, lots, deposit }, place) => {
    const rest = { lender: idOf(place), channel };
    const money = lots.flatMap(({ start, fen, term, opens, leftAfter }, at): FileRow[] => {
      const row = {
        ...rest,
        amount: (fen / 100).toFixed(2),
        product: `P${at}`,
        term: term === null ? "" : String(term),
      };
      const leaves = leftAfter !== null && start + leftAfter <= SPAN;
      return [
        { ...row, txnId: "", at: `${dayText(start)} 09:00:00`, type: opens ? "opening" : "lend" },
        ...(leaves ? [{ ...row, txnId: "", at: `${dayText(start + leftAfter)} 10:00:00`, type: "exit" }] : []),
      ];
    });
    const put = deposit === null ? [] : [{ ...rest, product: "", term: "", amount: "1.00", type: "deposit" }];
    return [...money, ...put.map((row) => ({ ...row, txnId: "", at: `${dayText(deposit ?? 0)} 08:00:00` }))];
  });
}

function recordsCsv(people: readonly Person[]): string {
  const lines = people.flatMap(({ record }, place) => {
    if (!record) return [];
    const { registered, channel, kind, campaign, firstLend, internal } = record;
    const said = firstLend === null ? "" : dayText(firstLend);
    return [[idOf(place), dayText(registered), channel, kind, campaign, said, internal ? "yes" : "no"].join(",")];
  });
  return ["user_id,registered_at,channel,channel_kind,campaign,first_lend_at,is_internal", ...lines, ""].join("\n");
}

interface Known extends Omit<LenderRow, "isHunter"> {
  readonly firstVolume: number;
}

/** What the list has to say of a person, day by day from the lots alone; undefined for nobody. */
function knownOf(
  told: Person,
  place: number,
  span: { readonly first: number; readonly asOf: number },
): Known | undefined {
  const { first, asOf } = span;
  const { record, deposit } = told;
  const lots = told.lots.toSorted((a, b) => a.start - b.start);
  const hasRows = lots.length > 0 || deposit !== null;
  if (!hasRows && (!record || record.registered > asOf)) return undefined;
  const left = ({ start, leftAfter }: Lot) =>
    leftAfter !== null && start + leftAfter <= SPAN ? start + leftAfter : null;
  const balanceOn = (day: number) =>
    lots.reduce((sum, one) => sum + (one.start <= day && (left(one) ?? Infinity) > day ? one.fen : 0), 0);
  const days = Array.from({ length: asOf + 1 }, (_, day) => day);
  const said = record?.firstLend ?? null;
  const isBefore = hasRows && said !== null && said < first;
  const isKnownToLend = lots.length > 0 || isBefore;
  const kind = !isKnownToLend ? "none" : isBefore || lots[0]!.opens ? "before" : "lent";
  const begins = isBefore ? said : (lots[0]?.start ?? 0);
  const emptyDays = (day: number): number => (day < begins || balanceOn(day) > 0 ? 0 : 1 + emptyDays(day - 1));
  const dues = lots
    .filter((one) => left(one) === null)
    .map((one) => (one.opens || one.term === null || one.start + one.term <= asOf ? null : one.start + one.term));
  const balance = balanceOn(asOf);

  function state(): LenderState {
    if (!isKnownToLend) return !hasRows && said !== null && said <= asOf ? "lost" : "never_lent";
    if (balance === 0) return emptyDays(asOf) <= 30 ? "grace" : "lost";
    const known = dues.filter((due) => due !== null);
    if (known.length === dues.length && Math.max(...known) - asOf <= 7) return "at_risk";
    if (kind === "lent" && asOf - begins < 30) return "new";
    const recent = lots.filter(({ start, opens }) => !opens && start > Math.max(asOf - 30, begins));
    return recent.some(({ start }) => emptyDays(start - 1) > 30) ? "resurrected" : "holding";
  }

  const lends = lots.filter(({ opens }) => !opens);
  const at = (day: number | null | undefined) => (day === null || day === undefined ? null : epochDay(BASE + day));
  const firstLend =
    kind === "lent" ? begins : isBefore ? said : lots.length === 0 && said !== null && said <= asOf ? said : null;
  const openedAfterSaid = kind === "before" && !isBefore && said !== null && said <= lots[0]!.start ? said : null;
  return {
    lender: idOf(place),
    state: state(),
    channel: record?.channel || (hasRows ? told.channel : ""),
    kind: record?.kind ?? "",
    campaign: record?.campaign ?? "",
    product: lots.length === 0 ? "" : `P${told.lots.indexOf(lots[0]!)}`,
    registeredDay: at(record?.registered),
    firstLendDay: at(firstLend ?? openedAfterSaid),
    lastLendDay: at(lends.at(-1)?.start),
    occasions: lends.length,
    volume: lends.reduce((sum, { fen }) => sum + fen, 0),
    balance,
    peakBalance: Math.max(0, ...days.map(balanceOn)),
    nextDueDay: at(dues.filter((due) => due !== null).toSorted((a, b) => a - b)[0]),
    isInternal: record?.internal ?? false,
    firstVolume: kind === "lent" ? lots[0]!.fen : 0,
  };
}

const COLUMNS: Readonly<Record<LendersColumn, (row: LenderRow) => string | number | null>> = {
  lender: (row) => row.lender,
  state: (row) => LENDER_STATES.indexOf(row.state),
  channel: (row) => row.channel || null,
  campaign: (row) => row.campaign || null,
  product: (row) => row.product || null,
  registered: (row) => row.registeredDay,
  firstLend: (row) => row.firstLendDay,
  lastLend: (row) => row.lastLendDay,
  occasions: (row) => row.occasions,
  volume: (row) => row.volume,
  balance: (row) => row.balance,
  peakBalance: (row) => row.peakBalance,
  nextDue: (row) => row.nextDueDay,
};

function sorted(rows: readonly LenderRow[], { by, descending }: LendersArgs["sort"]): LenderRow[] {
  const value = COLUMNS[by];
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left !== right && (left === null || right === null)) return left === null ? 1 : -1;
    const order = left === right ? 0 : (left ?? "") < (right ?? "") ? -1 : 1;
    return (descending ? -order : order) || (a.lender < b.lender ? -1 : 1);
  });
}

function fits(row: LenderRow & Known, rules: SegmentRules): boolean {
  const any = (wanted: readonly string[] | undefined, value: string) => wanted?.includes(value) ?? true;
  const within = (range: SegmentRules["balance"], value: number | null) =>
    !range ||
    (range.from === null && range.to === null) ||
    (value !== null && value >= (range.from ?? -Infinity) && value <= (range.to ?? Infinity));
  return (
    any(rules.states, row.state) &&
    any(rules.channels, row.channel) &&
    any(rules.kinds, row.kind) &&
    any(rules.campaigns, row.campaign) &&
    any(rules.products, row.product) &&
    within(rules.firstLend, row.firstLendDay) &&
    within(rules.registered, row.registeredDay) &&
    within(rules.lastLend, row.lastLendDay) &&
    within(rules.balance, row.balance) &&
    within(rules.volume, row.volume) &&
    within(rules.firstVolume, row.firstVolume) &&
    within(rules.occasions, row.occasions) &&
    (rules.isHunter === undefined || rules.isHunter === row.isHunter) &&
    (rules.isInternal === undefined || rules.isInternal === row.isInternal)
  );
}

const dayRange = fc.record({
  from: fc.option(fc.integer({ min: BASE - 50, max: BASE + SPAN }).map(epochDay)),
  to: fc.option(fc.integer({ min: BASE - 50, max: BASE + SPAN }).map(epochDay)),
});
const fenRange = fc.record({ from: fc.option(fc.integer({ min: 0, max: 60_000 })), to: fc.option(fc.nat(120_000)) });
const some = <Value>(...values: Value[]) => fc.subarray(values, { minLength: 1 });
const rules: fc.Arbitrary<SegmentRules> = fc.record(
  {
    states: some(...LENDER_STATES),
    channels: some("app", "web", "street", "", "gone"),
    kinds: some("online", "offline", ""),
    campaigns: some("spring", "autumn", ""),
    products: some("P0", "P1", "P2", ""),
    firstLend: dayRange,
    registered: dayRange,
    lastLend: dayRange,
    balance: fenRange,
    volume: fenRange,
    firstVolume: fenRange,
    occasions: fc.record({ from: fc.option(fc.nat(2)), to: fc.option(fc.nat(3)) }),
    isHunter: fc.boolean(),
    isInternal: fc.boolean(),
  },
  { requiredKeys: [] },
);
const ask: fc.Arbitrary<Omit<LendersArgs, "filter">> = fc.record({
  search: fc.constantFrom("", "", "lender", "VIP-", "7", " 1 ", "nobody"),
  rules: fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: rules }),
  sort: fc.record({ by: fc.constantFrom(...(Object.keys(COLUMNS) as LendersColumn[])), descending: fc.boolean() }),
  offset: fc.nat(4),
  // A page within the first entries, and one that puts all of them in order.
  limit: fc.constantFrom(0, 2, 50, 5000),
});

const noSecondLend = {
  ...DEFAULT_SETTINGS.hunterRules,
  shortestTerm: false,
  coupon: false,
  atThreshold: false,
  cashOut: false,
};

async function engineOf(people: readonly Person[], leavesInternalOut: boolean) {
  const engine = await openEngine();
  const rows = rowsOf(people).map((row, place) => ({ ...row, txnId: `t${place}` }));
  await engine.drop({ "ledger.csv": csvOf(rows), "lenders.csv": recordsCsv(people) });
  const settings = { ...DEFAULT_SETTINGS, hunterRules: noSecondLend, leavesInternalOut };
  await engine.methods.saveSettings({ settings, today: TODAY });
  return engine.methods;
}

/** The list as the people tell it, with who is a bonus hunter taken from the engine's own full list. */
async function expectedOf(people: readonly Person[], methods: Awaited<ReturnType<typeof engineOf>>, without: boolean) {
  const counted = people.map((one) =>
    without && one.record?.internal === true ? { ...one, lots: [], deposit: null } : one,
  );
  const days = counted.flatMap(({ lots, deposit }) => [
    ...lots.flatMap(({ start, leftAfter }) => [start, leftAfter === null ? start : start + leftAfter]),
    ...(deposit === null ? [] : [deposit]),
  ]);
  const inside = days.filter((day) => day <= SPAN);
  if (inside.length === 0) return undefined;
  const span = { first: Math.min(...inside), asOf: Math.max(...inside) };
  const everybody = await methods.lenders({
    search: "",
    rules: {},
    filter: ALL,
    sort: { by: "lender", descending: false },
    offset: 0,
    limit: 100,
  });
  const hunters = new Map(everybody.rows.map(({ lender, isHunter }) => [lender, isHunter]));
  return people.flatMap((one, place) => {
    if (without && one.record?.internal === true) return [];
    const known = knownOf(one, place, span);
    return known ? [{ ...known, isHunter: hunters.get(known.lender) ?? false }] : [];
  });
}

const people = fc.array(person, { minLength: 1, maxLength: 9 }).filter((all) => rowsOf(all).length > 0);

test("LX1 a page of lenders is what a dumb pass over people and lots comes to", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      people,
      fc.array(ask, { minLength: 3, maxLength: 8 }),
      fc.boolean(),
      async (all, asks, without) => {
        const methods = await engineOf(all, without);
        const expected = await expectedOf(all, methods, without);
        fc.pre(expected !== undefined);
        for (const asked of asks) {
          const { basis: _, campaigns: ___, ...page } = await methods.lenders({ ...asked, filter: ALL });
          const wanted = asked.search.trim().toLowerCase();
          const kept = (expected ?? []).filter(
            (row) => fits(row, asked.rules) && row.lender.toLowerCase().includes(wanted),
          );
          const counts = LENDER_STATES.map(
            (state) => [state, kept.filter((row) => row.state === state).length] as const,
          );
          expect(page).toEqual({
            total: kept.length,
            balance: kept.reduce((sum, { balance }) => sum + balance, 0),
            volume: kept.reduce((sum, { volume }) => sum + volume, 0),
            states: Object.fromEntries(counts.filter(([, count]) => count > 0)),
            rows: sorted(kept, asked.sort)
              .slice(asked.offset, asked.offset + asked.limit)
              .map(({ firstVolume: __, ...row }: LenderRow & { readonly firstVolume?: number }) => row),
          });
        }
      },
    ),
    { numRuns: 120 },
  );
});

test("LS4 the panel of states counts the same lenders as the list", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.constantFrom([], ["app"], ["street", ""]), async (all, channels) => {
      const methods = await engineOf(all, false);
      const filter = { products: [], channels };
      const list = await methods.lenders({
        search: "",
        rules: {},
        filter,
        sort: { by: "balance", descending: true },
        offset: 0,
        limit: 0,
      });
      const panel = await methods.lenderStates({ filter });
      const counted = panel.states.filter(({ lenders }) => lenders > 0).map(({ state, lenders }) => [state, lenders]);
      expect(Object.fromEntries(counted)).toEqual(list.states);
      expect(panel.states.reduce((sum, { balance }) => sum + balance, 0)).toBe(list.balance);
    }),
    { numRuns: 40 },
  );
});

test("SG3 a saved segment keeps in every list whom its rules keep", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(people, rules, async (all, saved) => {
      const methods = await engineOf(all, false);
      const settings = {
        ...DEFAULT_SETTINGS,
        hunterRules: noSecondLend,
        segments: [{ id: "s", name: "S", rules: saved }],
      };
      await methods.saveSettings({ settings, today: TODAY });
      const asked = { search: "", sort: { by: "lender", descending: false }, offset: 0, limit: 100 } as const;
      const byRules = await methods.lenders({ ...asked, rules: saved, filter: ALL });
      const bySegment = await methods.lenders({ ...asked, rules: {}, filter: { ...ALL, segment: "s" } });
      expect(bySegment).toEqual(byRules);
      const gone = await methods.lenders({ ...asked, rules: {}, filter: { ...ALL, segment: "gone" } });
      expect(gone.total).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test("LS5 rows of lenders at risk are listed by the same state", async () => {
  const lots = [{ start: 10, fen: 100, term: 30, opens: false, leftAfter: null }];
  const methods = await engineOf(
    [
      { channel: "app", lots, deposit: 35, record: null },
      { channel: "web", lots: [...lots, { ...lots[0]!, start: 20 }], deposit: null, record: null },
    ],
    false,
  );
  const { rows } = await methods.rows({
    where: { lenderState: "at_risk" },
    sort: { by: "instant", descending: false },
    offset: 0,
    limit: 10,
  });
  expect(rows.map(({ lender, type }) => [lender, type])).toEqual([
    [idOf(0), "lend"],
    [idOf(0), "deposit"],
  ]);
});
