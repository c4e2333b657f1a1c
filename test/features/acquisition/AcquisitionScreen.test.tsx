import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { accepted } from "#src/domain/result.ts";
import { DEFAULT_HUNTER_RULES } from "#src/domain/segments.ts";
import type { Settings } from "#src/domain/switches.ts";
import type { AcquisitionArgs, AcquisitionResult, HunterArgs, HunterResult } from "#src/engine/protocol.ts";
import { AcquisitionScreen } from "#src/features/acquisition/AcquisitionScreen.tsx";
import { drawScreen, STATUS, type ScreenOptions } from "#test/features/overview/screen.tsx";

import { BARE, HUNTERS, RESULT } from "./answers.ts";

interface Answers {
  readonly result?: AcquisitionResult | Error;
  readonly hunters?: HunterResult | Error;
}

const given = <Answer,>(answer: Answer | Error) =>
  answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);

async function draw({ result = RESULT, hunters = HUNTERS }: Answers = {}, options: Partial<ScreenOptions> = {}) {
  const asked: AcquisitionArgs[] = [];
  const askedHunters: HunterArgs[] = [];
  const saved: Settings[] = [];
  const drawn = await drawScreen(<AcquisitionScreen />, {
    status: { tables: { lenders: 10 } },
    ...options,
    methods: {
      acquisition: (args) => {
        asked.push(args);
        return given(result);
      },
      hunters: (args) => {
        askedHunters.push(args);
        return given(hunters);
      },
      saveSettings: ({ settings }) => {
        saved.push(settings);
        return Promise.resolve(accepted(STATUS));
      },
    },
  });
  return { ...drawn, asked, askedHunters, saved };
}

test("while it is computed the panels keep their places", async () => {
  await drawScreen(<AcquisitionScreen />, { methods: {} });
  expect(await screen.findByRole("heading", { name: "Acquisition economics" })).toBeDefined();
  expect(screen.getAllByRole("status")).not.toHaveLength(0);
});

test("a fault is an alert with a way to try again", async () => {
  await draw({ result: new Error("no book") });
  expect((await screen.findByRole("alert")).textContent).toContain("no book");
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});

test("without a new lender it says what to change", async () => {
  await draw({ result: { ...RESULT, groups: [] } });
  expect(await screen.findByText(/No lender has lent for the first time/)).toBeDefined();
});

test("a newcomer reads what pays back first, when, and which campaign brought hunters", async () => {
  await draw();
  const said = await screen.findByText(/pays back first/);
  expect(said.textContent).toContain("referral pays back first: 3.1 months");
  await expect.poll(() => said.textContent).toContain("The campaign FEED-JUN24 brought bonus hunters: 80.0%");
});

test("the table stands in the order of payback, the small group last, the total under it", async () => {
  await draw();
  const table = await screen.findByRole("table", { name: "Acquisition economics" });
  const names = within(table)
    .getAllByRole("rowheader")
    .map(({ textContent }) => textContent);
  expect(names).toEqual(["referral", "search", "(no channel)", "All"]);
  fireEvent.click(within(table).getByRole("button", { name: "CAC" }));
  expect(within(table).getByRole("columnheader", { name: "CAC" }).getAttribute("aria-sort")).toBe("ascending");
  fireEvent.click(within(table).getByRole("button", { name: "CAC" }));
  expect(within(table).getAllByRole("rowheader")[0]?.textContent).toBe("search");
  expect(within(table).getAllByRole("rowheader").at(-1)?.textContent).toBe("All");
});

test("a name leads to its lenders", async () => {
  await draw();
  const table = await screen.findByRole("table", { name: "Acquisition economics" });
  const href = within(table).getByRole("link", { name: "referral" }).getAttribute("href") ?? "";
  expect(href).toMatch(/^\/lenders\?/);
  expect(JSON.parse(new URLSearchParams(href.split("?")[1]).get("rules") ?? "")).toEqual({
    channels: ["referral"],
    firstLend: { from: STATUS.firstDay, to: STATUS.asOf },
  });
});

test("what is missing is said once, with the way to it, and only what needs it is off", async () => {
  await draw({ result: BARE });
  const note = await screen.findByRole("list", { name: "What would switch more on" });
  expect(within(note).getAllByRole("listitem")).toHaveLength(3);
  expect(within(note).getByText(/Drop a spend file \(date, channel, amount\)/)).toBeDefined();
  expect(within(note).getByRole("link", { name: "Open Settings" }).getAttribute("href")).toMatch(/^\/settings/);
  expect(screen.getByText("CAC needs a spend file")).toBeDefined();
  expect(screen.getByText("LTV needs the net spread")).toBeDefined();
  expect(screen.getByText("CAC and LTV are both needed")).toBeDefined();
  expect(screen.getByRole("slider", { name: /lent again by days/ })).toBeDefined();
  const table = screen.getByRole("table", { name: "Acquisition economics" });
  const cells = within(within(table).getByRole("row", { name: /^search/ })).getAllByRole("cell");
  expect(cells.slice(0, 6).map(({ textContent }) => textContent)).toEqual(["—", "—", "—", "140", "—", "—"]);
});

test("nothing is said to be missing when all is there", async () => {
  await draw();
  await screen.findByRole("table", { name: "Acquisition economics" });
  expect(screen.queryByRole("list", { name: "What would switch more on" })).toBeNull();
});

test("each chart is named by what it comes to", async () => {
  await draw();
  expect(await screen.findByRole("slider", { name: /2 groups; 1 of them/ })).toBeDefined();
  expect(
    screen.getByRole("slider", { name: /^referral: LTV of ¥360.00 after 5 months; paid back after 3.1/ }),
  ).toBeDefined();
  expect(screen.getByRole("slider", { name: /^search: .*not paid back after 3 months/ })).toBeDefined();
  expect(screen.getByRole("slider", { name: /1 of 2 months are paid back/ })).toBeDefined();
});

test("the funnel says counts, shares and intervals, and how long it took", async () => {
  await draw();
  const funnel = await screen.findByRole("region", { name: "Funnel" });
  expect(funnel.textContent).toContain("243 of 486");
  expect(funnel.textContent).toContain("95 %: 25.0% – 37.5%");
  expect(funnel.textContent).toContain("a quarter on the same day, half within 1 day, three quarters within 5 days");
  expect(
    await screen.findByText(/25 % lend again within 2 days, 50 % within 5 days, 75 % within a time not/),
  ).toBeDefined();
});

test("groups that need the lenders file are locked without it, and hunters stand by channel", async () => {
  const { askedHunters } = await draw({}, { status: {} });
  await expect.poll(() => askedHunters.map(({ by }) => by)).toContain("channel");
  fireEvent.click(await screen.findByRole("combobox", { name: "Groups" }));
  const option = await screen.findByRole("option", { name: /Campaign · Needs a lenders file/ });
  expect(option.getAttribute("aria-disabled")).toBe("true");
});

test("the months stand in the link and in the question", async () => {
  const { asked, askedHunters } = await draw({}, { search: "?aby=month&afrom=2026-10" });
  await screen.findByRole("table", { name: "Acquisition economics" });
  expect(asked[0]).toMatchObject({ by: "month", cohorts: { from: 20_727 } });
  expect(askedHunters[0]).toMatchObject({ by: "campaign", cohorts: { from: 20_727 } });
  fireEvent.click(screen.getByRole("button", { name: "All months" }));
  await expect.poll(() => asked.at(-1)?.cohorts).toBeNull();
});

test("hunters stand by campaign, the most hunted first, and lead to the lenders with all signs", async () => {
  const { search } = await draw();
  const table = await screen.findByRole("table", { name: "Bonus hunters 羊毛党" });
  const names = within(table)
    .getAllByRole("rowheader")
    .map(({ textContent }) => textContent);
  expect(names).toEqual(["FEED-JUN24", "(no campaign)", "TINY", "All"]);
  const href = within(table).getByRole("link", { name: "FEED-JUN24" }).getAttribute("href") ?? "";
  expect(JSON.parse(new URLSearchParams(href.split("?")[1]).get("rules") ?? "")).toMatchObject({
    campaigns: ["FEED-JUN24"],
    isHunter: true,
  });
  fireEvent.click(screen.getByRole("radio", { name: "Channel" }));
  await expect.poll(search).toContain("ahunt=channel");
});

test("a sign is a setting: switching it off saves it", async () => {
  const { saved } = await draw();
  expect(await screen.findByText("90 lenders show it")).toBeDefined();
  expect(screen.getByText("1 lender shows it")).toBeDefined();
  fireEvent.click(screen.getByRole("checkbox", { name: "First lend just at the coupon's amount" }));
  await expect.poll(() => saved.at(-1)?.hunterRules).toEqual({ ...DEFAULT_HUNTER_RULES, atThreshold: false });
  expect(await screen.findAllByText("Signs saved")).not.toHaveLength(0);
});

test("the amount of a sign is entered in yuan and kept in fen", async () => {
  const { saved } = await draw();
  const field = await screen.findByRole("textbox", { name: "Amount, yuan" });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: "5000.5" } });
  fireEvent.blur(field);
  await expect.poll(() => saved.at(-1)?.hunterRules.thresholdFen).toBe(500_050);
});

test("a sign that the data cannot show is locked", async () => {
  await draw({ hunters: { ...HUNTERS, unknownSigns: ["cashOut"] } });
  expect(await screen.findByText("Not in the data, so not asked for")).toBeDefined();
  const box = screen.getByRole("checkbox", { name: "Money out soon after maturity" });
  expect(box.getAttribute("aria-disabled") ?? box.getAttribute("data-disabled")).not.toBeNull();
});

test("with no sign asked for nobody is a hunter, and it says so", async () => {
  const none = {
    ...DEFAULT_HUNTER_RULES,
    shortestTerm: false,
    coupon: false,
    atThreshold: false,
    cashOut: false,
    noSecondLend: false,
  };
  await draw({ hunters: { ...HUNTERS, rules: none } });
  expect(await screen.findByText(/No sign is asked for/)).toBeDefined();
});

test("hunters that cannot be counted leave the rest standing", async () => {
  await draw({ hunters: new Error("no signs") });
  expect((await screen.findByRole("alert")).textContent).toContain("no signs");
  expect(screen.getByRole("table", { name: "Acquisition economics" })).toBeDefined();
});

test("it speaks Chinese", async () => {
  await draw({}, { language: "zh" });
  expect(await screen.findByRole("table", { name: "获客经济性" })).toBeDefined();
  expect(screen.getByRole("columnheader", { name: "回本（月）" })).toBeDefined();
  expect(await screen.findByRole("checkbox", { name: "首投恰为红包门槛金额" })).toBeDefined();
});
