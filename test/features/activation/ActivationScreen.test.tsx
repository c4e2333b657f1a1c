import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import type { ActivationArgs, EngineMethods } from "#src/engine/protocol.ts";
import { ActivationScreen } from "#src/features/activation/ActivationScreen.tsx";
import { drawScreen } from "#test/features/overview/screen.tsx";

import { BY_CHANCE, FOUND, NOBODY } from "./answers.ts";

const found = () => Promise.resolve(FOUND);

test("MN4 the best rule is a sentence that says associated, never causes", async () => {
  await drawScreen(<ActivationScreen />, { methods: { activation: found } });
  const sentence = await screen.findByText(/^Lenders who lend on 2 or more days within 14 days of their first lend/);
  expect(sentence.textContent).toContain("are associated with staying");
  expect(sentence.textContent).toContain("from day 14 to day 90");
  expect(document.body.textContent).not.toContain("causes");
  expect(screen.getByText("Fit to be told")).toBeDefined();
});

test("MN3 MN5 MN6 the figures of the best rule stand beside it", async () => {
  await drawScreen(<ActivationScreen />, { methods: { activation: found } });
  const tiles = await screen.findByLabelText("Best rule", { selector: "dl" });
  const figures = within(tiles)
    .getAllByRole("definition")
    .map(({ textContent }) => textContent);
  expect(figures).toEqual([
    "65.2%",
    "45 of 69 · 53.4% – 75.4%",
    "34.4%",
    "22 of 64 · 23.9% – 46.6%",
    "0.26",
    "chance reaches 0.15 in 5 of 100",
    "0.002",
    "500 permutations",
    "1.29×",
    "1.07× – 1.49× · 133 lenders",
  ]);
  const pooled = screen.getByText(/^All cohorts, those of the choice included/);
  expect(pooled.textContent).toContain("did it 65.7% (140 of 213 · 59.1% – 71.8%)");
  expect(pooled.textContent).toContain("did not 38.2% (76 of 199 · 31.7% – 45.1%)");
});

test("MN6 without later lenders their tiles are empty, not filled from the choice", async () => {
  const best = { ...FOUND.best!, holdout: null, holdoutLift: null, later: null, isPublishable: false };
  await drawScreen(<ActivationScreen />, { methods: { activation: () => Promise.resolve({ ...FOUND, best }) } });
  const tiles = await screen.findByLabelText("Best rule", { selector: "dl" });
  const figures = within(tiles)
    .getAllByRole("definition")
    .map(({ textContent }) => textContent);
  expect(figures.slice(0, 4)).toEqual(["—", "no later lenders", "—", "no later lenders"]);
});

test("MN4 the heat table frames the best rule and mutes those that cannot be chosen", async () => {
  await drawScreen(<ActivationScreen />, { methods: { activation: found } });
  const table = await screen.findByRole("grid", { name: "Lend days by window and threshold" });
  const cells = within(table).getAllByRole("button");
  expect(cells.map(({ textContent }) => textContent)).toEqual(["0.00", "0.10", "0.00", "0.26"]);
  expect(within(table).getByRole("button", { name: /Best rule yes/ }).textContent).toBe("0.26");
  const products = screen.getByRole("grid", { name: "Products by window and threshold" });
  expect(within(products).getByRole("button", { name: /≥ 2: .*Cannot be chosen yes/ })).toBeDefined();
});

test("MN8 the plan of a trial can be copied, with size and length", async () => {
  const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await drawScreen(<ActivationScreen />, { methods: { activation: found } });
  await screen.findByRole("heading", { name: "Plan of a trial" });
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Copy" })));
  const text = writeText.mock.calls[0]![0];
  expect(text.split("\n")).toHaveLength(8);
  const { perSide, half } = FOUND.trial!;
  expect(text).toContain(
    `${perSide} lenders a side, to see a rise from 50.4%, the rate of all lenders today, to 65.2%`,
  );
  expect(text).toContain(`only half of them: ${half.perSide} a side, to see a rise to 57.8%`);
  expect(text).not.toContain("four times");
  // 45 new lenders in 90 days are one in two days; the larger number decides.
  expect(text).toContain(`At 0.5 new lenders a day it takes ${half.perSide * 4} days`);
  writeText.mockRestore();
});

test("a rule that chance explains is not told as a finding, with every reason", async () => {
  await drawScreen(<ActivationScreen />, { methods: { activation: () => Promise.resolve(BY_CHANCE) } });
  expect(await screen.findByText("Not to be told as a finding")).toBeDefined();
  expect(screen.getByText(/scores as high in 25.0% of cases/)).toBeDefined();
  expect(screen.getByText(/its 95% interval is 0.90× – 1.20×/)).toBeDefined();
  expect(screen.queryByText(/are associated with/)).toBeNull();
});

test("an action that no row shows is named, with the file that would show it", async () => {
  await drawScreen(<ActivationScreen />, { methods: { activation: found } });
  expect(await screen.findByText(/Auto-invest days\. Drop a ledger file with the is_auto column/)).toBeDefined();
});

test.each([
  ["nobody has the follow-up", NOBODY, "No lender has the whole follow-up yet"],
  ["no rule splits them", { ...FOUND, best: null, trial: null }, "No behaviour splits these lenders"],
  [
    "no rule scores above zero",
    {
      ...FOUND,
      best: { ...FOUND.best!, candidate: FOUND.candidates[0]! },
    },
    "Nothing found",
  ],
])("empty: %s", async (_, result, message) => {
  await drawScreen(<ActivationScreen />, { methods: { activation: () => Promise.resolve(result) } });
  expect(await screen.findByText(message)).toBeDefined();
  expect(screen.queryByRole("heading", { name: "Plan of a trial" })).toBeNull();
});

test("the search tells how far it is, can be stopped and begun again", async () => {
  const asked: ActivationArgs[] = [];
  const activation: EngineMethods["activation"] = (args, signal, onProgress) => {
    asked.push(args);
    if (asked.length > 1) return Promise.resolve(FOUND);
    onProgress?.({ done: 3, total: 4 });
    return new Promise((_, reject) => {
      signal?.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
    });
  };
  await drawScreen(<ActivationScreen />, { methods: { activation } });
  expect((await screen.findByRole("progressbar")).getAttribute("aria-valuenow")).toBe("75");
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Stop" })));
  expect(await screen.findByText("The search was stopped.")).toBeDefined();
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Search again" })));
  expect(await screen.findByText("Fit to be told")).toBeDefined();
  expect(asked).toHaveLength(2);
});

test("what is searched stands in the link", async () => {
  const asked: ActivationArgs[] = [];
  const activation = (args: ActivationArgs) => {
    asked.push(args);
    return found();
  };
  const search = "?mact=products,depositDays&mwin=7,30,8&mtop=3&mdays=60&channels=app";
  const drawn = await drawScreen(<ActivationScreen />, { methods: { activation }, search });
  await screen.findByText("Fit to be told");
  expect(asked[0]).toMatchObject({
    actions: ["products", "depositDays"],
    windows: [7, 30],
    thresholds: [1, 2, 3],
    followUpDays: 60,
    filter: { channels: ["app"] },
  });
  await act(async () => fireEvent.click(screen.getByRole("radio", { name: "180 days" })));
  expect(drawn.search()).toContain("mdays=180");
  expect(asked.at(-1)!.followUpDays).toBe(180);
});

test("a fault is said, and can be tried again", async () => {
  await drawScreen(<ActivationScreen />, { methods: { activation: () => Promise.reject(new Error("no book")) } });
  expect((await screen.findByRole("alert")).textContent).toContain("no book");
});

test("it speaks Chinese", async () => {
  await drawScreen(<ActivationScreen />, { methods: { activation: found }, language: "zh" });
  expect(await screen.findByText(/^首次出借后 14 天内在 2 个或更多日子出借的出借人与留存相关/)).toBeDefined();
});
