import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { createEngineStore, type AppEngineStore } from "#src/app/start/engineStore.ts";
import { createSentinel } from "#src/app/start/sentinel.ts";
import { RefusedScreen } from "#src/app/states/RefusedScreen.tsx";
import { accepted, refused } from "#src/domain/result.ts";
import type { EngineMethods, StoreRefusal } from "#src/engine/protocol.ts";
import { ImportRunnerContext } from "#src/view/importing.tsx";
import { drawScreen } from "#test/features/overview/screen.tsx";

import { clientWith, EMPTY_STATUS, statusWith } from "./fakeEngine.ts";

afterEach(() => {
  vi.useRealTimers();
});

const runner = {
  subscribe: () => () => {},
  job: () => undefined,
  importFiles: () => {},
  importMade: () => {},
  loadSample: () => {},
  removeSample: () => {},
  cancel: () => {},
  dismiss: () => {},
};

async function draw(refusal: StoreRefusal, given: Partial<EngineMethods> = {}, store = storeWith(refusal, given)) {
  await store.open();
  await drawScreen(
    // The screens ask nothing of the queue but that it takes files.
    <ImportRunnerContext value={runner as never}>
      <RefusedScreen refusal={refusal} store={store} />
    </ImportRunnerContext>,
    { methods: given },
  );
  return store;
}

function storeWith(refusal: StoreRefusal, given: Partial<EngineMethods>): AppEngineStore {
  const client = clientWith({ open: () => Promise.resolve(refused(refusal)), ...given });
  return createEngineStore({ client, sentinel: createSentinel(undefined), now: () => 1_795_000_000_000 });
}

const DAMAGED: StoreRefusal = { code: "STORAGE_CORRUPT", message: "m", importId: 4, fileName: "june.csv" };

test("damaged data names its import, and goes on without it", async () => {
  const store = await draw(DAMAGED, { deleteImports: () => Promise.resolve(accepted(statusWith(2))) });
  expect(await screen.findByRole("heading", { name: "The stored data of june.csv is damaged" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Remove this import" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Remove june.csv?" }));
  fireEvent.click(dialog.getByRole("button", { name: "Remove this import" }));
  await expect.poll(() => store.phase()).toEqual({ type: "ready", status: statusWith(2) });
});

test("damage of everything offers a backup and a new beginning, and no import to remove", async () => {
  const store = await draw(
    { code: "STORAGE_CORRUPT", message: "m" },
    { eraseEverything: () => Promise.resolve(accepted(EMPTY_STATUS)) },
  );
  expect(await screen.findByRole("button", { name: "Restore a backup…" })).toBeDefined();
  expect(screen.queryByRole("button", { name: "Remove this import" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Erase all stored data" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Erase all stored data?" }));
  fireEvent.click(dialog.getByRole("button", { name: "Erase all stored data" }));
  await expect.poll(() => store.phase()).toMatchObject({ type: "ready" });
});

test("a lost store is brought back from a backup", async () => {
  const summary = { madeAtMs: 0, imports: 3, rows: 30, isEncrypted: false };
  const store = await draw(
    { code: "STORAGE_LOST", message: "m" },
    {
      backupSummary: () => Promise.resolve(accepted(summary)),
      restore: () => Promise.resolve(accepted(statusWith(3))),
    },
  );
  expect(await screen.findByRole("heading", { name: "The browser has removed your stored data" })).toBeDefined();
  expect(screen.getByRole("button", { name: "Import files again" })).toBeDefined();
  expect(screen.getByRole("button", { name: "Start fresh" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Restore a backup…" }));
  const dialog = await screen.findByRole("dialog", { name: "Restore from a backup" });
  fireEvent.change(dialog.querySelector("input[type=file]")!, { target: { files: [new File(["x"], "a.dipper")] } });
  fireEvent.click(await within(dialog).findByRole("button", { name: "Replace and restore" }));
  await expect.poll(() => store.phase()).toEqual({ type: "ready", status: statusWith(3) });
});

test("a blocked store goes on by itself", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const blocked = { code: "STORAGE_BLOCKED", message: "m" } as const;
  const answers = [refused(blocked), accepted(statusWith(1))];
  const store = await draw(blocked, { open: () => Promise.resolve(answers.shift() ?? accepted(statusWith(1))) });
  expect(store.phase().type).toBe("refused");
  expect(await screen.findByText(/goes on by itself/)).toBeDefined();
  await vi.advanceTimersByTimeAsync(2_000);
  await expect.poll(() => store.phase().type).toBe("ready");
});

test("a full disk and a newer version say what to do", async () => {
  await draw({ code: "STORAGE_FULL", message: "m" });
  expect(await screen.findByRole("heading", { name: "The disk is full" })).toBeDefined();
  expect(screen.getByText(/Nothing was written meanwhile/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});

test("data of a newer version asks for a reload, and offers nothing that writes", async () => {
  await draw({ code: "STORAGE_NEWER", message: "m" });
  expect(await screen.findByRole("button", { name: "Reload the page" })).toBeDefined();
  expect(screen.queryByRole("button", { name: /Erase|Restore|Try/ })).toBeNull();
});
