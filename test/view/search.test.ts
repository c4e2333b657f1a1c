import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  retainSearchParams,
} from "@tanstack/react-router";
import fc from "fast-check";
import { parse } from "valibot";
import { expect, test } from "vitest";

import {
  namesToText,
  parseSearch,
  stringifySearch,
  textToNames,
  viewSearch,
  type ViewSearch,
} from "#src/view/search.ts";

/** The search of the app's router, without its screens. */
function routerAt(address: string) {
  const root = createRootRoute({ validateSearch: viewSearch, search: { middlewares: [retainSearchParams(true)] } });
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: () => root, path: "/" }),
    createRoute({ getParentRoute: () => root, path: "/trends" }),
  ]);
  const history = createMemoryHistory({ initialEntries: [address] });
  return createRouter({ routeTree, parseSearch, stringifySearch, history });
}

test("a whole view survives the link", async () => {
  const link =
    "/trends?p=90d&g=week&cmp=last_year&products=M3%252CM6%2CM12&channels=(none)&lang=zh&theme=dark&draw=lines&scale=shares&rolling=7&measure=balance&per=total&by=month&split=channel";
  const router = routerAt(link);
  await router.load();
  expect(router.state.location.search).toMatchObject({
    p: "90d",
    g: "week",
    cmp: "last_year",
    lang: "zh",
    theme: "dark",
  });
  expect(parseSearch(router.state.location.searchStr)).toEqual(parseSearch(link.slice(link.indexOf("?"))));
});

test("what is not understood takes its default, and breaks nothing", () => {
  const search = parse(viewSearch, parseSearch("?p=tomorrow&g=7&lang=fr&other=x&cmp=none"));
  expect(search).toEqual({ cmp: "none" });
});

test("a view goes along from screen to screen, and can be taken out", async () => {
  const router = routerAt("/?p=7d&lang=zh&from=2026-01-01");
  await router.load();
  const trends = router.buildLocation({ to: "/trends" });
  expect(trends.pathname).toBe("/trends");
  expect(parseSearch(trends.searchStr)).toEqual({ p: "7d", from: "2026-01-01", lang: "zh" });
  const change = { p: undefined, g: "month" } as const;
  const changed = router.buildLocation({ to: ".", search: (search: ViewSearch) => ({ ...search, ...change }) });
  expect(parseSearch(changed.searchStr)).toEqual({ from: "2026-01-01", lang: "zh", g: "month" });
});

const ODD = ["", "a,b", ",", "50%", "%2C", "%", "a=b&c", "a+b c", "(none)", "(无)", "渠道", "😀", "\ufeff甲", "#?/"];

test("names are kept whatever they hold", () => {
  const name = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
  const examples: [string[]][] = [[[]], [ODD], ...ODD.map((odd): [string[]] => [[odd]])];
  fc.assert(
    fc.property(fc.array(name), (names) => {
      const link = stringifySearch({ channels: namesToText(names) });
      expect(textToNames(parseSearch(link)["channels"])).toEqual(names);
    }),
    { examples },
  );
});

test("an escape that stands for nothing is left out, and the other names are kept", () => {
  expect(textToNames("a,%,%E4%A0,b")).toEqual(["a", "b"]);
});

test("a query keeps texts and drops what is empty or no text", () => {
  const search = fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", minLength: 1 }));
  fc.assert(
    fc.property(search, (some) => {
      expect(parseSearch(stringifySearch(some))).toEqual({ ...some });
    }),
  );
  expect(stringifySearch({ p: "7d", from: "", to: undefined, n: 3 })).toBe("?p=7d");
  expect(stringifySearch({})).toBe("");
});
