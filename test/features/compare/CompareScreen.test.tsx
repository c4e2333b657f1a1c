import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { AcquisitionArgs, AcquisitionResult, CompareArgs, CompareResult } from "#src/engine/protocol.ts";
import { CompareScreen } from "#src/features/compare/CompareScreen.tsx";
import { RESULT } from "#test/features/acquisition/answers.ts";
import { drawScreen, STATUS, type ScreenOptions } from "#test/features/overview/screen.tsx";

import { compared, FEED, REFERRAL, resultOf, SEARCH } from "./answers.ts";

interface Answers {
  readonly result?: CompareResult | Error;
  readonly groups?: AcquisitionResult | Error;
}

const given = <Answer,>(answer: Answer | Error) =>
  answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);

async function draw(
  { result = resultOf([REFERRAL, FEED]), groups = RESULT }: Answers = {},
  options: Partial<ScreenOptions> = {},
) {
  const asked: CompareArgs[] = [];
  const askedNames: AcquisitionArgs[] = [];
  const drawn = await drawScreen(<CompareScreen />, {
    ...options,
    methods: {
      compareAcquisition: (args) => {
        asked.push(args);
        return given(result);
      },
      acquisition: (args) => {
        askedNames.push(args);
        return given(groups);
      },
    },
  });
  return { ...drawn, asked, askedNames };
}

const CHOSEN = "?sides=channel:referral,channel:feed";

test("while it is computed the panels keep their places", async () => {
  await drawScreen(<CompareScreen />, { methods: {} });
  expect(await screen.findByRole("heading", { name: "Side by side" })).toBeDefined();
  expect(screen.getAllByRole("status")).not.toHaveLength(0);
});

test("a fault is an alert with a way to try again", async () => {
  await draw({ result: new Error("no book") }, { search: CHOSEN });
  expect((await screen.findByRole("alert")).textContent).toContain("no book");
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});

test("a link that says nothing compares the two channels with most new lenders", async () => {
  const { asked } = await draw();
  await screen.findByRole("table", { name: "Side by side" });
  expect(asked[0]).toEqual({
    sides: [
      { type: "channel", name: "search" },
      { type: "channel", name: "referral" },
    ],
    cohorts: null,
    filter: { products: [], channels: [] },
  });
});

test("one side alone asks for another, and computes nothing", async () => {
  const { asked } = await draw({}, { search: "?sides=channel:feed" });
  expect(await screen.findByText("Choose at least two sides")).toBeDefined();
  expect(asked).toEqual([]);
});

test("what a link says that is not understood is told, and the rest is compared", async () => {
  const { asked } = await draw({}, { search: `${CHOSEN},planet:mars,feed` });
  expect((await screen.findByText(/^Not understood in the link/)).textContent).toContain("“planet:mars” and “feed”");
  expect(asked[0]?.sides).toHaveLength(2);
});

test("a link of nothing that is understood shows how to add a side", async () => {
  const { asked } = await draw({}, { search: "?sides=gone,feed" });
  expect(await screen.findByText(/^Not understood in the link.*“gone” and “feed”/)).toBeDefined();
  expect(screen.getByText(/^To add one, choose above/)).toBeDefined();
  expect(screen.getByRole("combobox", { name: "Add by" })).toBeDefined();
  expect(asked).toEqual([]);
});

test("the table of differences scrolls by keyboard", async () => {
  await draw({}, { search: CHOSEN });
  const region = await screen.findByRole("region", { name: "How sure the differences are: table" });
  expect(region.tabIndex).toBe(0);
  expect(within(region).getByRole("table")).toBeDefined();
});

test("a step where a cohort drops out is told under the chart", async () => {
  await draw({}, { search: CHOSEN });
  const notes = await screen.findAllByText(/A step can be a cohort dropping out, as in feed at M2/);
  const card = screen.getByRole("region", { name: "Lenders who hold" });
  expect(notes.filter((note) => card.contains(note))).toHaveLength(1);
});

test("SG1 a segment chosen by how things turned out carries a warning", async () => {
  const segment = { ...FEED, side: { type: "segment", id: "s" } as const, acquisitionCost: null, payback: null };
  const segments = [{ id: "s", name: "Big", rules: { balance: { from: 1, to: null } } }];
  const options = {
    search: "?sides=channel:referral,segment:s",
    status: { settings: { ...DEFAULT_SETTINGS, segments } },
  };
  await draw({ result: resultOf([REFERRAL, segment]) }, options);
  expect(await screen.findByText(/^The rules of Big use what is known only today/)).toBeDefined();
});

test("sides nobody is on say what to change", async () => {
  const nobody = { lenders: 0, held90: 0, held: [], values: [], cost: null, payback: null };
  const sides = ["a", "b"].map((name) => compared({ type: "product", name }, nobody));
  await draw({ result: resultOf(sides) }, { search: "?sides=product:a,product:b" });
  expect(await screen.findByText(/No lender has lent for the first time/)).toBeDefined();
});

test("a newcomer reads the difference, what it is not, and the figures side by side", async () => {
  await draw({}, { search: CHOSEN });
  const said = await screen.findByRole("region", { name: "What the data says, and what it cannot" });
  expect(said.textContent).toContain("53 points more (47 to 58)");
  expect(said.textContent).toContain("not an effect of the channel");
  const table = screen.getByRole("table", { name: "Side by side" });
  const row = within(table).getByRole("row", { name: /^CAC/ });
  expect(
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  ).toEqual(["¥150.00", "¥500.00"]);
  const differences = screen.getByRole("table", { name: "How sure the differences are" });
  expect(within(differences).getByRole("row", { name: /referral − feed.*Hold after 90 days/ }).textContent).toContain(
    "+53.0 pp",
  );
});

test("each chart is named by what it comes to", async () => {
  await draw({}, { search: CHOSEN });
  expect(
    await screen.findByRole("slider", { name: "Lenders who hold: referral 70.0% at M3 and feed 20.0% at M3" }),
  ).toBeDefined();
  expect(screen.getByRole("slider", { name: /^Lenders who lend again: referral/ })).toBeDefined();
  expect(
    screen.getByRole("slider", { name: /^LTV against CAC: referral ¥300.00 after 3 months and feed ¥70.00/ }),
  ).toBeDefined();
});

test("a side is taken out of the link", async () => {
  const { search } = await draw({}, { search: `${CHOSEN},all` });
  fireEvent.click(await screen.findByRole("button", { name: "Take feed out of the comparison" }));
  await expect.poll(() => new URLSearchParams(search()).get("sides")).toBe("channel:referral,all");
});

test("a fourth side is the last", async () => {
  await draw({ result: resultOf([REFERRAL, FEED, SEARCH]) }, { search: `${CHOSEN},all,kind:online` });
  expect(await screen.findByText(/Four sides are the most/)).toBeDefined();
  expect(screen.queryByRole("combobox", { name: "Add by" })).toBeNull();
});

test("names to add are those of the months and filter shown", async () => {
  const { askedNames } = await draw({}, { search: `${CHOSEN}&channels=web` });
  await screen.findByRole("table", { name: "Side by side" });
  expect(askedNames).toEqual([{ by: "channel", cohorts: null, filter: { channels: ["web"], products: [] } }]);
});

test("a side leads to its lenders", async () => {
  await draw({}, { search: CHOSEN });
  const table = await screen.findByRole("table", { name: "Side by side" });
  const href = within(table).getByRole("link", { name: "referral" }).getAttribute("href") ?? "";
  expect(JSON.parse(new URLSearchParams(href.split("?")[1]).get("rules") ?? "")).toEqual({
    channels: ["referral"],
    firstLend: { from: STATUS.firstDay, to: STATUS.asOf },
  });
});

test("what is missing is said with the way to it, and only what needs it is off", async () => {
  const bare = [REFERRAL, FEED].map((side) => ({
    ...side,
    ...{ acquisitionCost: null, observedValue: null, payback: null, curve: { points: [] } },
  }));
  await draw({ result: { ...resultOf(bare), missing: ["lenders", "spend", "spread"] } }, { search: CHOSEN });
  const note = await screen.findByRole("list", { name: "What would switch more on" });
  expect(within(note).getAllByRole("listitem")).toHaveLength(2);
  expect(within(note).getByText(/Drop a spend file \(date, channel, amount\)/)).toBeDefined();
  expect(within(note).getByRole("link", { name: "Open Settings" }).getAttribute("href")).toMatch(/^\/settings/);
  expect(screen.getByText("LTV needs the net spread")).toBeDefined();
  expect(screen.getByRole("slider", { name: /^Lenders who hold/ })).toBeDefined();
  expect(screen.queryByText(/Nothing is spent on the lenders of a product/)).toBeNull();
});

test("a product or segment says why its cost is not known", async () => {
  const segment = { ...FEED, side: { type: "segment", id: "s" } as const, acquisitionCost: null, payback: null };
  await draw(
    { result: resultOf([REFERRAL, segment]) },
    {
      search: "?sides=channel:referral,segment:s",
      status: { settings: { ...DEFAULT_SETTINGS, segments: [{ id: "s", name: "Lent twice", rules: {} }] } },
    },
  );
  expect(await screen.findByText(/Nothing is spent on the lenders of a product or of a segment/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Lent twice" })).toBeDefined();
});

test("it speaks Chinese", async () => {
  await draw({}, { search: CHOSEN, language: "zh" });
  expect(await screen.findByRole("heading", { name: "并排对比" })).toBeDefined();
  expect(screen.getByRole("row", { name: /^获客成本/ })).toBeDefined();
});
