import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import type { ImportRecord } from "#src/domain/imports.ts";
import { accepted } from "#src/domain/result.ts";
import type { EngineMethods } from "#src/engine/protocol.ts";
import { TargetsScreen } from "#src/features/targets/TargetsScreen.tsx";
import { ImportRunnerContext, type ImportRunner } from "#src/view/importing.tsx";
import { drawScreen, STATUS, type ScreenOptions } from "#test/features/overview/screen.tsx";

import { NOTES, TARGETS } from "./answers.ts";

// What the screen reads of an import.
const imports = [
  { importId: 1, fileName: "targets.csv", counts: { read: 75 } },
  { importId: 2, fileName: "targets by hand 2026-11-02 0900.csv", counts: { read: 1 } },
  { importId: 3, fileName: "notes by hand 2026-11-02 0901.csv", counts: { read: 1 } },
] as unknown as readonly ImportRecord[];

const answers: Partial<EngineMethods> = {
  targets: () => Promise.resolve(TARGETS),
  annotations: () => Promise.resolve(NOTES),
  imports: () => Promise.resolve(imports),
};

async function draw(options: Partial<ScreenOptions> = {}) {
  const made: File[] = [];
  const runner: ImportRunner = {
    subscribe: () => () => {},
    job: () => undefined,
    importFiles: () => {},
    importMade: (files) => void made.push(...files),
    loadSample: () => {},
    removeSample: () => {},
    cancel: () => {},
    dismiss: () => {},
  };
  const drawn = await drawScreen(
    <ImportRunnerContext value={runner}>
      <TargetsScreen />
    </ImportRunnerContext>,
    { methods: answers, status: { tables: { targets: 5, annotations: 2 } }, ...options },
  );
  return { ...drawn, made };
}

const tile = async (name: string) => {
  const heading = await screen.findByRole("heading", { level: 3, name });
  const item = heading.closest("li");
  if (!item) throw new Error(`no tile ${name}`);
  return item;
};

test("TA1 the running month has a tile a metric: actual, target, share, pace with its amount, owner", async () => {
  await draw();
  expect((await tile("Volume")).textContent).toBe(
    "Volume¥3.0Kof ¥10.0K30.0%Behind by ¥2,000Through Nov 20, 2026: ¥5.0K expected by now, from the shape of 9 earlier monthsOwner: Ops",
  );
  const lenders = (await tile("New lenders")).textContent;
  expect(lenders).toContain("150of 20075.0%");
  expect(lenders).toContain("Ahead by 30");
  expect(lenders).toContain("No owner");
  expect((await tile("GMV")).textContent).toContain("Dipper has no figure of this name");
});

test("TA1 the months of a metric are listed newest first, and lead to their tiles", async () => {
  const { search } = await draw();
  const table = await screen.findByRole("table");
  const rows = within(table)
    .getAllByRole("row")
    .map(({ textContent }) => textContent);
  expect(rows.slice(1)).toEqual([
    "Nov 2026¥3.0K¥10.0K−¥7.0K30.0%BehindOps",
    "Oct 2026¥11.0K¥10.0K+¥1.0K110.0%MetOps",
    "Sep 2026¥9.0K¥10.0K−¥1.0K90.0%MissedOps",
  ]);
  fireEvent.click(within(table).getByRole("button", { name: "Oct 2026" }));
  expect(search()).toBe("?tm=2026-10");
  expect((await tile("Volume")).textContent).toContain("Met, ¥1,000 to spare");
});

test("a chart sets the months against their targets, and says how many have met theirs", async () => {
  await draw();
  expect(
    await screen.findByRole("slider", {
      name: /^Volume against its target, Sep 1.+Nov 30, 2026: 1 of 2 months that are over have met it$/,
    }),
  ).toBeDefined();
  const list = await screen.findByRole("region", { name: "Notes on the time axis" });
  expect(list.textContent).toMatch(/^1Sep 10, 2026 New terms2Nov 1.+7, 2026 Autumn campaign$/);
});

test("an actual figure leads to its rows", async () => {
  const { asked } = await draw();
  fireEvent.click(await screen.findByRole("button", { name: "Volume ¥3.0K: see rows" }));
  expect(asked).toMatchObject([{ where: { types: ["lend"], period: { to: STATUS.asOf } } }]);
});

test("without the dataset it says which file switches it on", async () => {
  const { made } = await draw({ status: { tables: {} } });
  expect(await screen.findByText(/Drop a targets file \(month, metric, value\)/)).toBeDefined();
  expect(screen.getByText("No notes yet")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Add a target" }));
  const dialog = await screen.findByRole("dialog", { name: "Add a target" });
  await expect.poll(() => document.activeElement).toBe(within(dialog).getByRole("textbox", { name: "Value" }));
  fireEvent.click(within(dialog).getByRole("button", { name: "Save target" }));
  expect(within(dialog).getByText("Enter an amount, such as 74,000,000.")).toBeDefined();
  expect(made).toEqual([]);
  fireEvent.change(within(dialog).getByRole("textbox", { name: "Value" }), { target: { value: "7400万" } });
  expect(within(dialog).getByText("That is ¥74.00M.")).toBeDefined();
  fireEvent.change(within(dialog).getByRole("textbox", { name: "Owner (optional)" }), { target: { value: ' A "B" ' } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Save target" }));
  expect(made.map(({ name }) => name)).toEqual([expect.stringMatching(/^targets by hand \d{4}-\d\d-\d\d \d{4}\.csv$/)]);
  expect(await made[0]?.text()).toContain('"2026-11","outstanding","74000000.00","A ""B""",');
});

test("a new note begins in its text", async () => {
  await draw();
  fireEvent.click(await screen.findByRole("button", { name: "Add a note" }));
  const dialog = await screen.findByRole("dialog", { name: "Add a note" });
  await expect.poll(() => document.activeElement).toBe(within(dialog).getAllByRole("textbox")[0]);
});

test("a target is set anew with its month and metric as they are", async () => {
  const { made } = await draw();
  fireEvent.click(within(await tile("New lenders")).getByRole("button", { name: "New lenders: more" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Set another value" }));
  const dialog = await screen.findByRole("dialog", { name: "Set another value" });
  fireEvent.change(within(dialog).getByRole("textbox", { name: "Value" }), { target: { value: "210.5" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Save target" }));
  expect(within(dialog).getByText("Enter a whole number of lenders.")).toBeDefined();
  fireEvent.change(within(dialog).getByRole("textbox", { name: "Value" }), { target: { value: "210" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Save target" }));
  expect(await made[0]?.text()).toContain('"2026-11","new_lenders","210","",');
});

test("what has an import of its own is removed with it; of the rest it is said which file holds it", async () => {
  const deleted: unknown[] = [];
  const deleteImports: EngineMethods["deleteImports"] = ({ importIds }) => {
    deleted.push(importIds);
    return Promise.resolve(accepted(STATUS));
  };
  await draw({ methods: { ...answers, deleteImports } });
  const remove = async (name: string): Promise<void> => {
    fireEvent.click(within(await tile(name)).getByRole("button", { name: `${name}: more` }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Remove" }));
  };
  await remove("New lenders");
  const held = await screen.findByRole("dialog", { name: "It came with a file" });
  expect(held.textContent).toContain("targets.csv brought it together with other rows (75 in all)");
  expect(within(held).getByRole("link", { name: "Open Data" }).getAttribute("href")).toBe("/data");
  fireEvent.click(within(held).getAllByRole("button", { name: "Close" })[0]!);
  await remove("Volume");
  const sure = await screen.findByRole("dialog", { name: "Remove Volume, Nov 2026?" });
  fireEvent.click(within(sure).getByRole("button", { name: "Remove" }));
  await expect.poll(() => deleted).toEqual([[2]]);
});

test("notes are listed newest first; one can be written and changed", async () => {
  const deleted: unknown[] = [];
  const deleteImports: EngineMethods["deleteImports"] = ({ importIds }) => {
    deleted.push(importIds);
    return Promise.resolve(accepted(STATUS));
  };
  const { made } = await draw({ methods: { ...answers, deleteImports } });
  const edits = await screen.findAllByRole("button", { name: /^Edit: / });
  expect(edits.map((button) => button.getAttribute("aria-label"))).toEqual([
    "Edit: Autumn campaign",
    "Edit: New terms",
  ]);
  fireEvent.click(await screen.findByRole("button", { name: "Edit: Autumn campaign" }));
  const edit = await screen.findByRole("dialog", { name: "Edit" });
  fireEvent.change(within(edit).getByLabelText("What happened"), { target: { value: "Autumn, extended" } });
  fireEvent.change(within(edit).getByLabelText("Last day (if it lasted)"), { target: { value: "2026-10-01" } });
  fireEvent.click(within(edit).getByRole("button", { name: "Save note" }));
  expect(within(edit).getByText("The last day lies before the first.")).toBeDefined();
  fireEvent.change(within(edit).getByLabelText("Last day (if it lasted)"), { target: { value: "2026-11-30" } });
  fireEvent.click(within(edit).getByRole("button", { name: "Save note" }));
  await expect.poll(() => made.length).toBe(1);
  expect(deleted).toEqual([[3]]);
  expect(await made[0]?.text()).toContain('"2026-11-01","Autumn, extended","2026-11-30","campaign",');
  fireEvent.click(screen.getByRole("button", { name: "Edit: New terms" }));
  const locked = await screen.findByRole("dialog", { name: "Edit" });
  expect(within(locked).getByLabelText("What happened")).toHaveProperty("disabled", true);
});

test("it speaks Chinese", async () => {
  await draw({ language: "zh" });
  expect((await tile("成交额")).textContent).toContain("落后 ¥2,000");
  expect(screen.getByRole("heading", { name: "注记" })).toBeDefined();
});
