import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";

import { chooseFiles } from "#src/app/importing/chooseFiles.ts";
import { ImportDock } from "#src/app/importing/ImportDock.tsx";
import { DropOverlay } from "#src/ui/DropOverlay.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { LateLayer } from "#src/ui/LateLayer.tsx";
import { useFileDrop } from "#src/ui/useFileDrop.ts";
import { NARROW, useMediaQuery } from "#src/ui/useMediaQuery.ts";
import { useEngine } from "#src/view/engine.tsx";
import { useImportRunner } from "#src/view/importing.tsx";

import { useShortcuts } from "./keyboard.ts";
import { PhoneBar } from "./PhoneBar.tsx";
import { RowsDrawerHost } from "./RowsDrawerHost.tsx";
import { SampleBanner } from "./SampleBanner.tsx";
import { ScreenBar } from "./ScreenBar.tsx";
import { isFirstRun, screenAt, type ScreenEntry } from "./screens.ts";
import { Rail, Sidebar } from "./Sidebar.tsx";
import { strings } from "./strings.ts";
import { WIDE } from "./widths.ts";

const ImportNotices = lazy(async () => ({
  default: (await import("#src/app/importing/ImportNotices.tsx")).ImportNotices,
}));
const BackupReminder = lazy(async () => ({ default: (await import("./BackupReminder.tsx")).BackupReminder }));
const FirstRun = lazy(async () => ({ default: (await import("#src/app/states/FirstRun.tsx")).FirstRun }));
const CommandPalette = lazy(async () => ({
  default: (await import("#src/app/palette/CommandPalette.tsx")).CommandPalette,
}));
const HelpDialog = lazy(async () => ({ default: (await import("./HelpDialog.tsx")).HelpDialog }));

/** Everything around a screen. */
export function Shell() {
  const words = useStrings(strings);
  const screen = useScreen();
  const { status } = useEngine();
  const { importFiles } = useImportRunner();
  const over = useFileDrop({ onFiles: importFiles });
  const [layer, setLayer] = useState<"palette" | "help">();
  const close = (): void => setLayer(undefined);
  const openPalette = (): void => setLayer("palette");
  const chooseAndImport = (): void => chooseFiles(importFiles);
  useShortcuts({ onPalette: openPalette, onHelp: () => setLayer("help") });
  const firstRun = screen !== undefined && isFirstRun(screen, status);

  return (
    <RowsDrawerHost>
      <a
        href="#main"
        className="sr-only rounded-control bg-ink px-3 py-2 text-on-ink focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-70"
      >
        {words.skip}
      </a>
      <Frame onSearch={openPalette} onImport={chooseAndImport}>
        {status.origins.sample > 0 && <SampleBanner />}
        <Suspense>{status.origins.own > 0 && <BackupReminder />}</Suspense>
        {screen && <ScreenBar screen={screen} />}
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[1680px] flex-1 p-4 md:p-6">
          <Suspense>{firstRun ? <FirstRun imports={status.imports} /> : <Outlet />}</Suspense>
        </main>
      </Frame>
      <ImportDock hidden={firstRun} />
      <DropOverlay open={over} />
      <Suspense>
        <ImportNotices />
      </Suspense>
      <LateLayer onGiveUp={close}>
        {layer === "palette" && <CommandPalette onClose={close} onImport={chooseAndImport} />}
        {layer === "help" && <HelpDialog onClose={close} />}
      </LateLayer>
    </RowsDrawerHost>
  );
}

interface FrameProps {
  readonly onSearch: () => void;
  readonly onImport: () => void;
  readonly children: ReactNode;
}

/** Sidebar from 1280 px, rail from 768, a bar above on phones. */
function Frame({ onSearch, onImport, children }: FrameProps) {
  const narrow = useMediaQuery(NARROW);
  const wide = useMediaQuery(WIDE);
  return (
    <div className="flex min-h-dvh">
      {wide && <Sidebar onSearch={onSearch} />}
      {!wide && !narrow && <Rail onSearch={onSearch} onImport={onImport} />}
      <div className="flex min-w-0 flex-1 flex-col">
        {narrow && <PhoneBar onSearch={onSearch} />}
        {children}
      </div>
    </div>
  );
}

/** The screen of the address; it names the page, too. */
function useScreen(): ScreenEntry | undefined {
  const words = useStrings(strings);
  const screen = useLocation({ select: ({ pathname }) => screenAt(pathname) });
  const title = screen ? `${words.screens[screen.id]} · ${words.name}` : words.name;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return screen;
}
