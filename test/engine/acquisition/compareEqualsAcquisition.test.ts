import fc from "fast-check";
import { expect, it } from "vitest";

import { monthEnd, monthOf, monthStart, parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay, partsPerMillion } from "#src/domain/units.ts";
import type {
  AcquisitionDimension,
  AcquisitionGroup,
  ComparedSide,
  CompareSide,
  EngineMethods,
  Filter,
} from "#src/engine/protocol.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";

import { arbitraryPlatform, filesOfPlatform } from "./toldPlatform.ts";

const DIMENSIONS = ["channel", "kind", "campaign", "product", "month"] as const;
const JANUARY_2024 = 2024 * 12;

const asked = fc.record({
  by: fc.constantFrom(...DIMENSIONS),
  transfers: fc.constantFrom("net" as const, "gross" as const),
  spreadPpm: fc.constantFrom(null, 58_300, -20_000),
  months: fc.option(
    fc.tuple(fc.nat(3), fc.nat(3)).map(([from, more]) => [JANUARY_2024 + from, JANUARY_2024 + from + more] as const),
  ),
  channels: fc.constantFrom<readonly string[]>([], ["app", "shop"]),
  products: fc.constantFrom<readonly string[]>([], ["P7"]),
  segment: fc.constantFrom(undefined, "repeats"),
});

const SEGMENTS = [
  { id: "repeats", name: "Lent twice", rules: { occasions: { from: 2, to: null } } },
  { id: "web", name: "Web", rules: { channels: ["web"] } },
  { id: "all", name: "All", rules: {} },
];

it("AQ1 AQ3 AQ5 RT7 a side has the figures of its group, and the curves of a table of retention", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPlatform(), asked, async (told, { by, months, ...choice }) => {
      const { methods, drop } = await openEngine();
      const spreadPpm = choice.spreadPpm === null ? null : partsPerMillion(choice.spreadPpm);
      const settings = { ...DEFAULT_SETTINGS, transfers: choice.transfers, spreadPpm, segments: SEGMENTS };
      await methods.saveSettings({ settings, today: TODAY });
      await drop(filesOfPlatform(told));
      const { channels, products, segment } = choice;
      const filter: Filter = { channels, products, ...(segment === undefined ? {} : { segment }) };
      const cohorts = months && { from: monthStart(months[0]), to: monthEnd(months[1]) };
      const acquisition = await methods.acquisition({ by, cohorts, filter });
      const sides = acquisition.groups.map(({ name }) => sideOf(by, name ?? ""));
      const { missing, sides: compared } = await methods.compareAcquisition({
        sides: [...sides, { type: "all" }],
        cohorts,
        filter,
      });
      expect(missing).toEqual(acquisition.missing);
      const groups = [...acquisition.groups, acquisition.total];
      for (const [place, group] of groups.entries()) {
        const side = compared[place]!;
        expect(rounded(figuresOf(side))).toEqual(rounded(figuresOf(group)));
        await expectRetention(methods, side, { group, by, filter, months });
      }
    }),
    { numRuns: 80 },
  );
}, 60_000);

function sideOf(by: AcquisitionDimension, name: string): CompareSide {
  if (by !== "month") return { type: by, name };
  const month = monthOf(parseIsoDay(`${name}-01`)!);
  return { type: "month", month: { from: monthStart(month), to: monthEnd(month) } };
}

function figuresOf(figures: AcquisitionGroup | ComparedSide) {
  const { newLenders, firstVolume, volume, acquisitionCost, observedValue, curve, payback, held90 } = figures;
  const secondLend =
    "secondLend" in figures ? figures.secondLend : figures.funnel.find(({ step }) => step === "secondLend")?.share;
  return { newLenders, firstVolume, volume, acquisitionCost, observedValue, curve, payback, held90, secondLend };
}

interface Retained {
  readonly group: AcquisitionGroup;
  readonly by: AcquisitionDimension;
  readonly filter: Filter;
  readonly months: readonly [number, number] | null;
}

/** The same curves from the ages in which each lender did something, months not asked for left out of the mean. */
async function expectRetention(methods: EngineMethods, side: ComparedSide, { group, by, filter, months }: Retained) {
  for (const measure of ["holding", "relend"] as const) {
    const splitBy = group.name === null || by === "month" ? "none" : by;
    const rest = { mode: "on", brackets: [], clock: "calendar", mean: "weighted" } as const;
    const all = await methods.retention({ measure, splitBy, filter, hidden: [], ...rest });
    const isOut = ({ from }: { readonly from: number }) => {
      const month = monthOf(epochDay(from));
      if (months && (month < months[0] || month > months[1])) return true;
      return by === "month" && group.name !== null && sideMonth(side) !== month;
    };
    const hidden = [
      ...new Set(
        all.groups.flatMap(({ rows }) =>
          rows
            .map(({ cohort }) => cohort)
            .filter(isOut)
            .map(({ from }) => from),
        ),
      ),
    ];
    const { groups } = await methods.retention({ measure, splitBy, filter, hidden, ...rest });
    const curve = groups.find(({ name }) => (splitBy === "none" ? true : name === group.name))?.curve ?? [];
    const expected = curve
      .map(({ value, interval, cohorts, lenders }, age) => ({ age, value, interval, cohorts, of: lenders }))
      .filter(({ cohorts }) => cohorts > 0);
    const found = (measure === "holding" ? side.held : side.lentAgain).map(({ age, share, cohorts }) => ({
      ...{ age, value: share.value, interval: share.interval, cohorts, of: share.of },
    }));
    expect(found).toEqual(expected);
  }
}

function sideMonth({ side }: ComparedSide): number | undefined {
  return side.type === "month" ? monthOf(side.month.from) : undefined;
}

it("a saved segment is the side of its lenders, and nothing is spent on it alone", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPlatform(), fc.boolean(), async (told, isFiltered) => {
      const { methods, drop } = await openEngine();
      const settings = { ...DEFAULT_SETTINGS, spreadPpm: partsPerMillion(58_300), segments: SEGMENTS };
      await methods.saveSettings({ settings, today: TODAY });
      await drop(filesOfPlatform(told));
      const filter: Filter = isFiltered
        ? { channels: ["web", "app"], products: [], segment: "repeats" }
        : { channels: [], products: [] };
      const { sides } = await methods.compareAcquisition({
        sides: [
          { type: "channel", name: "web" },
          { type: "segment", id: "web" },
          { type: "all" },
          { type: "segment", id: "all" },
        ],
        cohorts: null,
        filter,
      });
      const [web, webSegment, all, allSegment] = sides;
      const unpriced = { side: null, acquisitionCost: null, payback: null };
      expect(rounded({ ...webSegment, side: null })).toEqual(rounded({ ...web, ...unpriced }));
      expect(rounded({ ...allSegment, side: null })).toEqual(rounded({ ...all, ...unpriced }));
    }),
    { numRuns: 60 },
  );
}, 60_000);

it("GA3 the quick ratio is that of growth accounting over the last three months that are over", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryPlatform(), async (told) => {
      const { methods, drop } = await openEngine();
      await drop(filesOfPlatform(told));
      for (const channels of [[], ["app"], ["web"]]) {
        const filter: Filter = { channels, products: [] };
        const { rows } = await methods.growth({ filter });
        const { sides } = await methods.compareAcquisition({
          sides: [
            channels[0] === undefined ? { type: "all" } : { type: "channel", name: channels[0] },
            { type: "all" },
          ],
          cohorts: null,
          filter: { channels: [], products: [] },
        });
        let [gained, lost] = [0, 0];
        for (const row of rows.slice(-3)) {
          gained += row.new + row.resurrected + row.expansion;
          lost += row.contraction + row.churned;
        }
        if (lost > 0) compared++;
        expect(sides[0]?.quickRatio).toBe(lost === 0 ? null : gained / lost);
      }
    }),
    { numRuns: 80 },
  );
  expect(compared).toBeGreaterThan(20);
}, 60_000);

/** To a millionth of a fen: sums of quotients are not exact in any order. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === "number" ? Number(one.toPrecision(9)) + 0 : one)),
  );
}
