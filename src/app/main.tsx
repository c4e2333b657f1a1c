// First of all: ECharts and the worker meet the policy as soon as they load.
import "./start/trustedTypes.ts";
import "#src/ui/theme.css";

import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { registerSW } from "virtual:pwa-register";

import { AutomaticBackupContext } from "#src/view/automaticBackup.tsx";
import { EngineProvider } from "#src/view/engine.tsx";
import { ImportRunnerContext } from "#src/view/importing.tsx";

import { createIntentKeeper } from "./importing/importIntent.ts";
import { createImportRunner } from "./importing/importRunner.ts";
import { guardLeaving } from "./importing/leaveGuard.ts";
import { protectStorage } from "./importing/protectStorage.ts";
import { sampleBesideThePage } from "./importing/sampleFiles.ts";
import { logFault, reportFault } from "./report.ts";
import { router } from "./router.tsx";
import { createAutomaticBackup } from "./start/automaticBackup.ts";
import { createFolderKeeper } from "./start/backupFolder.ts";
import { createEngineStore } from "./start/engineStore.ts";
import { folderPicker, whenIdle } from "./start/folderPicker.ts";
import { createQueryClient } from "./start/queryClient.ts";
import { createSentinel } from "./start/sentinel.ts";
import { smallStorage } from "./start/smallStorage.ts";
import { startEngine } from "./start/startEngine.ts";
import { updates } from "./start/updates.ts";
import { watchDay } from "./start/watchDay.ts";

addEventListener("unhandledrejection", ({ reason }) => reportFault(reason, "unhandled rejection"));
addEventListener("error", ({ error }) => reportFault(error, "uncaught error"));

const store = createEngineStore({
  client: startEngine((error) => {
    logFault(error, "engine");
    store.fail(error);
  }),
  sentinel: createSentinel(smallStorage()),
  now: Date.now,
});
const backup = createAutomaticBackup({
  methods: store.methods,
  keeper: createFolderKeeper("indexedDB" in globalThis ? indexedDB : undefined),
  pick: folderPicker(),
  now: Date.now,
  later: whenIdle,
  onWritten: () => void store.refresh(),
});
const runner = createImportRunner({
  engine: store,
  sample: sampleBesideThePage,
  now: Date.now,
  guardLeaving,
  onOwnStored: () => {
    void protectStorage();
    backup.onImported();
  },
  intents: createIntentKeeper(smallStorage(), "locks" in navigator ? navigator.locks : undefined),
  later: whenIdle,
});

void store.open();
void backup.start();
watchDay(() => void store.checkDay());

if (import.meta.env.PROD) {
  const update = registerSW({
    onNeedRefresh: () => updates.announce(() => void update(true)),
    onRegisterError: (error) => logFault(error, "service worker"),
  });
}

const host = document.getElementById("root");
if (!host) throw new Error("index.html has no #root");
createRoot(host, {
  onUncaughtError: (error) => reportFault(error, "screen"),
  onCaughtError: (error) => logFault(error, "panel"),
}).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <EngineProvider store={store}>
        <ImportRunnerContext value={runner}>
          <AutomaticBackupContext value={backup}>
            <RouterProvider router={router} />
          </AutomaticBackupContext>
        </ImportRunnerContext>
      </EngineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
