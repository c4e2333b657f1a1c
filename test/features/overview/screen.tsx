import { keepPreviousData, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { act, render } from "@testing-library/react";
import type { ReactNode } from "react";

import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import type { EngineMethods, EngineStatus } from "#src/engine/protocol.ts";
import type { Language } from "#src/ui/signs.ts";
import { UiProviders } from "#src/ui/UiProviders.tsx";
import { EngineProvider, type EngineStore } from "#src/view/engine.tsx";
import { RowsDrawerContext, type RowsRequest } from "#src/view/rowsDrawer.tsx";
import { parseSearch, stringifySearch } from "#src/view/search.ts";

/** 2026-11-20, a Friday. */
export const AS_OF = epochDay(20_777);
export const FIRST_DAY = epochDay(20_700);

export const STATUS: EngineStatus = {
  dataVersion: 1,
  imports: 1,
  rows: 100,
  rejectedRows: 0,
  futureRows: 0,
  lenders: 10,
  firstDay: FIRST_DAY,
  asOf: AS_OF,
  warmUpUntil: null,
  products: [],
  channels: [],
  origins: { own: 1, sample: 0 },
  checksFailing: 0,
  settings: DEFAULT_SETTINGS,
  tables: {},
  internalLenders: null,
  lastBackupMs: null,
};

export interface ScreenOptions {
  readonly methods: Partial<EngineMethods>;
  readonly status?: Partial<EngineStatus>;
  readonly language?: Language;
  /** The link's query: `?g=week`. */
  readonly search?: string;
}

export interface DrawnScreen {
  /** What was asked of the list of rows, in order. */
  readonly asked: readonly RowsRequest[];
  /** The link's query now. */
  readonly search: () => string;
}

/** A screen inside everything it expects around it; methods that are not given never answer. */
export async function drawScreen(screen: ReactNode, options: ScreenOptions): Promise<DrawnScreen> {
  const { methods, status, language = "en", search = "" } = options;
  const asked: RowsRequest[] = [];
  const phase = { type: "ready", status: { ...STATUS, ...status } } as const;
  const store: EngineStore = {
    methods: withSilence(methods),
    subscribe: () => () => {},
    phase: () => phase,
    today: () => AS_OF,
    refresh: () => Promise.resolve(),
  };
  const root = createRootRoute({ component: Outlet });
  const page = createRoute({ getParentRoute: () => root, path: "/", component: () => screen });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: [`/${search}`] }),
    parseSearch,
    stringifySearch,
  });
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false, placeholderData: keepPreviousData } },
  });
  await router.load();
  await act(async () => {
    render(
      <QueryClientProvider client={client}>
        <UiProviders language={language}>
          <EngineProvider store={store}>
            <RowsDrawerContext value={(request) => void asked.push(request)}>
              <RouterProvider router={router} />
            </RowsDrawerContext>
          </EngineProvider>
        </UiProviders>
      </QueryClientProvider>,
    );
    await Promise.resolve();
  });
  return { asked, search: () => router.state.location.searchStr };
}

const never = () => new Promise<never>(() => {});

/** Methods that are not given are there, and never answer. */
function withSilence(methods: Partial<EngineMethods>): EngineMethods {
  const silent = { get: (own: Partial<EngineMethods>, name: keyof EngineMethods) => own[name] ?? never };
  // The proxy has every method that it is asked for.
  return new Proxy(methods, silent as ProxyHandler<Partial<EngineMethods>>) as EngineMethods;
}
