import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router";

import { OverviewScreen } from "#src/features/overview/OverviewScreen.tsx";
import { parseSearch, stringifySearch, viewSearch } from "#src/view/search.ts";

import { logFault } from "./report.ts";
import { Root } from "./Root.tsx";
import { NotFound } from "./states/NotFound.tsx";
import { ScreenFailed } from "./states/ScreenFailed.tsx";

const { id: _, ...kept } = viewSearch.entries;
// The keys of an object of ours are those that its type names.
const RETAINED = Object.keys(kept) as (keyof typeof kept)[];

const root = createRootRoute({
  validateSearch: viewSearch,
  // A view goes with the reader from screen to screen; whose page it was stays there.
  search: { middlewares: [retainSearchParams(RETAINED)] },
  component: Root,
});

const getParentRoute = () => root;

const routeTree = root.addChildren([
  createRoute({ getParentRoute, path: "/", component: OverviewScreen }),
  createRoute({
    getParentRoute,
    path: "/trends",
    component: lazyRouteComponent(() => import("#src/features/trends/TrendsScreen.tsx"), "TrendsScreen"),
  }),
  createRoute({
    getParentRoute,
    path: "/cohorts",
    component: lazyRouteComponent(() => import("#src/features/cohorts/CohortsScreen.tsx"), "CohortsScreen"),
  }),
  createRoute({
    getParentRoute,
    path: "/growth",
    component: lazyRouteComponent(() => import("#src/features/growth/GrowthScreen.tsx"), "GrowthScreen"),
  }),
  createRoute({
    getParentRoute,
    path: "/targets",
    component: lazyRouteComponent(() => import("#src/features/targets/TargetsScreen.tsx"), "TargetsScreen"),
  }),
  createRoute({
    getParentRoute,
    path: "/acquisition",
    component: lazyRouteComponent(() => import("#src/features/acquisition/AcquisitionScreen.tsx"), "AcquisitionScreen"),
  }),
  createRoute({
    getParentRoute,
    path: "/compare",
    component: lazyRouteComponent(() => import("#src/features/compare/CompareScreen.tsx"), "CompareScreen"),
  }),
  createRoute({
    getParentRoute,
    path: "/activation",
    component: lazyRouteComponent(() => import("#src/features/activation/ActivationScreen.tsx"), "ActivationScreen"),
  }),
  createRoute({
    getParentRoute,
    path: "/lenders",
    component: lazyRouteComponent(() => import("#src/features/lenders/LendersScreen.tsx"), "LendersScreen"),
  }),
  createRoute({
    getParentRoute,
    path: "/lender",
    component: lazyRouteComponent(() => import("#src/features/lender/LenderScreen.tsx"), "LenderScreen"),
  }),
  createRoute({
    getParentRoute,
    path: "/concentration",
    component: lazyRouteComponent(
      () => import("#src/features/concentration/ConcentrationScreen.tsx"),
      "ConcentrationScreen",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/profitability",
    component: lazyRouteComponent(() => import("./routes/ProfitabilityRoute.tsx"), "ProfitabilityRoute"),
  }),
  createRoute({
    getParentRoute,
    path: "/vintages",
    component: lazyRouteComponent(() => import("./routes/VintagesRoute.tsx"), "VintagesRoute"),
  }),
  createRoute({
    getParentRoute,
    path: "/matching",
    component: lazyRouteComponent(() => import("./routes/MatchingRoute.tsx"), "MatchingRoute"),
  }),
  createRoute({
    getParentRoute,
    path: "/leverage",
    component: lazyRouteComponent(() => import("#src/features/leverage/LeverageScreen.tsx"), "LeverageScreen"),
  }),
  createRoute({
    getParentRoute,
    path: "/data",
    component: lazyRouteComponent(() => import("./routes/DataRoute.tsx"), "DataRoute"),
  }),
  createRoute({
    getParentRoute,
    path: "/settings",
    component: lazyRouteComponent(() => import("./routes/SettingsRoute.tsx"), "SettingsRoute"),
  }),
  createRoute({
    getParentRoute,
    path: "/definitions",
    component: lazyRouteComponent(() => import("#src/features/definitions/DefinitionsScreen.tsx"), "DefinitionsScreen"),
  }),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultErrorComponent: ScreenFailed,
  defaultNotFoundComponent: NotFound,
  defaultOnCatch: (error) => logFault(error, "screen"),
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
