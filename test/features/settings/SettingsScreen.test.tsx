import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { accepted, refused } from "#src/domain/result.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { partsPerMillion } from "#src/domain/units.ts";
import type { EngineMethods } from "#src/engine/protocol.ts";
import { SettingsScreen } from "#src/features/settings/SettingsScreen.tsx";
import type { StorageUse } from "#src/features/settings/StorageSettings.tsx";
import { percentOfPpm, ppmOfPercent, zoneOptions } from "#src/features/settings/zones.ts";
import { AS_OF, drawScreen, STATUS, type ScreenOptions } from "#test/features/overview/screen.tsx";

const STORAGE: StorageUse = { usedBytes: 2_000_000, persisted: false };

interface Drawn {
  readonly storage?: StorageUse;
  readonly onPersist?: () => Promise<boolean>;
  readonly onErased?: () => Promise<readonly string[]>;
}

function draw(
  options: Partial<ScreenOptions> = {},
  { storage = STORAGE, onPersist = () => Promise.resolve(true), onErased = () => Promise.resolve([]) }: Drawn = {},
) {
  return drawScreen(
    <SettingsScreen
      today={() => AS_OF}
      zones={["Europe/Paris"]}
      storage={storage}
      onPersist={onPersist}
      onErased={onErased}
    />,
    { methods: {}, ...options },
  );
}

function saving() {
  const saved: unknown[] = [];
  const saveSettings: EngineMethods["saveSettings"] = (args) => {
    saved.push(args);
    return Promise.resolve(accepted(STATUS));
  };
  return { saved, methods: { saveSettings } };
}

test("every setting that shapes figures says which", async () => {
  await draw();
  for (const name of [
    "New-lender rule",
    "Transfers between lenders",
    "Net spread",
    "Time zone",
    "First day of the week",
  ]) {
    expect((await screen.findByRole("group", { name })).textContent).toContain("Changes: ");
  }
});

test("NR2: the new-lender rule is saved at once and the change is told", async () => {
  const { saved, methods } = saving();
  await draw({ methods });
  fireEvent.click(await screen.findByRole("radio", { name: "First day" }));
  expect(await screen.findByText("Setting saved")).toBeDefined();
  expect(screen.getByText("Now computed anew: new volume, returning volume")).toBeDefined();
  expect(saved).toEqual([{ settings: { ...DEFAULT_SETTINGS, newRule: "first_day" }, today: AS_OF }]);
});

test("TR2: the transfers view is saved", async () => {
  const { saved, methods } = saving();
  await draw({ methods });
  fireEvent.click(await screen.findByRole("radio", { name: "Gross" }));
  await expect.poll(() => saved).toMatchObject([{ settings: { transfers: "gross" } }]);
});

test("the spread is typed in percent a year and kept in whole parts per million", async () => {
  const { saved, methods } = saving();
  await draw({ methods });
  const field = await screen.findByLabelText("Net spread a year");
  act(() => field.focus());
  fireEvent.change(field, { target: { value: "5.83" } });
  fireEvent.blur(field);
  await expect.poll(() => saved).toMatchObject([{ settings: { spreadPpm: 58_300 } }]);
});

test("Enter saves the spread, too", async () => {
  const { saved, methods } = saving();
  await draw({ methods });
  const field = await screen.findByLabelText<HTMLInputElement>("Net spread a year");
  act(() => field.focus());
  fireEvent.change(field, { target: { value: "7" } });
  act(() => field.form?.requestSubmit());
  await expect.poll(() => saved).toMatchObject([{ settings: { spreadPpm: 70_000 } }]);
  expect(document.activeElement).toBe(field);
});

test("an empty spread is unknown", async () => {
  const { saved, methods } = saving();
  await draw({ methods, status: { settings: { ...DEFAULT_SETTINGS, spreadPpm: partsPerMillion(58_300) } } });
  const field = await screen.findByLabelText("Net spread a year");
  expect(field).toHaveProperty("value", "5.83");
  act(() => field.focus());
  fireEvent.change(field, { target: { value: "" } });
  fireEvent.blur(field);
  await expect.poll(() => saved).toMatchObject([{ settings: { spreadPpm: null } }]);
});

test("a store that refuses is worded", async () => {
  const saveSettings = () => Promise.resolve(refused({ code: "STORAGE_FULL" as const, message: "" }));
  await draw({ methods: { saveSettings } });
  fireEvent.click(await screen.findByRole("radio", { name: "Gross" }));
  // An urgent toast is shown and announced.
  expect(await screen.findAllByText("The browser has no more room for data")).not.toHaveLength(0);
});

test("language and theme stand in the link", async () => {
  const { search } = await draw();
  fireEvent.click(await screen.findByRole("radio", { name: "Dark" }));
  fireEvent.click(screen.getByRole("radio", { name: "中文" }));
  await expect.poll(search).toContain("lang=zh");
  expect(search()).toContain("theme=dark");
});

test("storage tells what is used and asks the browser to keep it", async () => {
  await draw();
  expect(await screen.findByText("2.0 MB used")).toBeDefined();
  expect(screen.getByRole("group", { name: "May be removed by the browser" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Keep my data" }));
  expect(await screen.findByText("Your data is protected")).toBeDefined();
});

test("a browser that does not agree is not hidden", async () => {
  await draw({}, { onPersist: () => Promise.resolve(false) });
  fireEvent.click(await screen.findByRole("button", { name: "Keep my data" }));
  expect(await screen.findAllByText("The browser did not agree")).not.toHaveLength(0);
});

test("kept data needs no asking, and unmeasured use is said to be so", async () => {
  await draw({}, { storage: { usedBytes: null, persisted: true } });
  expect(await screen.findByText("Protected")).toBeDefined();
  expect(screen.getByText("The browser does not tell how much is used.")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Keep my data" })).toBeNull();
});

test("erasing needs the word", async () => {
  const erased: unknown[] = [];
  const eraseEverything: EngineMethods["eraseEverything"] = (args) => {
    erased.push(args);
    return Promise.resolve(accepted({ ...STATUS, imports: 0, rows: 0 }));
  };
  const traces: string[] = [];
  const onErased = () => {
    traces.push("erased");
    return Promise.resolve([]);
  };
  await draw({ methods: { eraseEverything } }, { onErased });
  fireEvent.click(await screen.findByRole("button", { name: "Erase all data…" }));
  const dialog = await screen.findByRole("dialog", { name: "Erase all data?" });
  const button = within(dialog).getByRole("button", { name: "Erase all data" });
  expect(button).toHaveProperty("disabled", true);
  fireEvent.change(within(dialog).getByLabelText("Type ERASE to go on"), { target: { value: "erase" } });
  fireEvent.click(button);
  expect(await screen.findByText("All data erased")).toBeDefined();
  expect(erased).toEqual([{ today: AS_OF }]);
  expect(traces).toEqual(["erased"]);
});

test("what could not be erased is named", async () => {
  const eraseEverything = () => Promise.resolve(accepted({ ...STATUS, imports: 0, rows: 0 }));
  await draw({ methods: { eraseEverything } }, { onErased: () => Promise.resolve(["dipper.theme"]) });
  fireEvent.click(await screen.findByRole("button", { name: "Erase all data…" }));
  const dialog = await screen.findByRole("dialog", { name: "Erase all data?" });
  fireEvent.change(within(dialog).getByLabelText("Type ERASE to go on"), { target: { value: "ERASE" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Erase all data" }));
  expect(await screen.findAllByText(/Something is left: dipper\.theme/)).not.toHaveLength(0);
});

test("it speaks Chinese", async () => {
  await draw({ language: "zh" });
  expect(await screen.findByRole("group", { name: "新用户口径" })).toBeDefined();
});

test("a spread survives percent and back", () => {
  expect(ppmOfPercent(percentOfPpm(94_822))).toBe(94_822);
  expect(ppmOfPercent(null)).toBeNull();
});

test("zones begin with the default and hold the one in force", () => {
  expect(zoneOptions("Etc/GMT+3", ["Europe/Paris", "Asia/Shanghai"]).map(({ value }) => value)).toEqual([
    "Asia/Shanghai",
    "Etc/GMT+3",
    "Europe/Paris",
  ]);
});
