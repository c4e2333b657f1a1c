import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  CalendarRange,
  FileUp,
  FlaskConical,
  HandCoins,
  Languages,
  Megaphone,
  Package,
  type LucideIcon,
} from "lucide-react";

import { THEME_ICONS } from "#src/app/shell/themeIcons.ts";
import { SCREENS } from "#src/app/shell/screens.ts";
import { strings as shellStrings } from "#src/app/shell/strings.ts";
import { profitArgs, selectChange } from "#src/features/profitability/profitView.ts";
import { profitabilityQuery } from "#src/features/profitability/queries.ts";
import { useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useImportRunner } from "#src/view/importing.tsx";
import { LANGUAGES, THEMES, usePreferences, useSetPreferences } from "#src/view/preferences.ts";
import { PRESETS, type ViewSearch } from "#src/view/search.ts";
import { filterChange, filterOf, presetChange, useSetSearch, useView, useViewSearch } from "#src/view/view.ts";

import { ALIASES } from "./aliases.ts";
import { strings } from "./strings.ts";

export interface Command {
  readonly id: string;
  readonly label: string;
  /** Other words that find it; never shown. */
  readonly aliases?: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
  /** Whether it is in force now; undefined where that means nothing. */
  readonly on?: boolean;
  /** The keys that do the same. */
  readonly keys?: string;
}

export interface CommandGroup {
  readonly value: string;
  readonly items: readonly Command[];
}

/** @param onImport  opens the browser's file dialog */
export function useCommands(onImport: () => void): readonly CommandGroup[] {
  const words = useStrings(strings);
  const groups: readonly CommandGroup[] = [
    { value: words.groups.screens, items: useScreenCommands() },
    { value: words.groups.periods, items: usePeriodCommands() },
    { value: words.groups.channels, items: useFilterCommands("channels", Megaphone) },
    { value: words.groups.products, items: useFilterCommands("products", Package) },
    { value: words.groups.loanProducts, items: useLoanProductCommands() },
    { value: words.groups.data, items: useDataCommands(onImport) },
    { value: words.groups.look, items: useLookCommands() },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function useScreenCommands(): Command[] {
  const shell = useStrings(shellStrings);
  const navigate = useNavigate();
  return SCREENS.map(({ id, path, icon, chord }) => ({
    id: `screen ${id}`,
    label: shell.screens[id],
    aliases: `${shellStrings.en.screens[id]} ${shellStrings.zh.screens[id]} ${ALIASES[id]}`,
    icon,
    run: () => void navigate({ to: path }),
    ...(chord === undefined ? {} : { keys: `G ${chord.toUpperCase()}` }),
  }));
}

function usePeriodCommands(): Command[] {
  const shell = useStrings(shellStrings);
  const { status } = useEngine();
  const { p } = useViewSearch();
  const setSearch = useSetSearch();
  if (status.asOf === null) return [];
  return PRESETS.map((preset) => ({
    id: `preset ${preset}`,
    label: shell.presetHints[preset],
    icon: CalendarRange,
    run: () => setSearch(presetChange(preset)),
    on: p === preset,
  }));
}

/** Each switches one name of the filter on or off. */
function useFilterCommands(dimension: "channels" | "products", icon: LucideIcon): Command[] {
  const shell = useStrings(shellStrings);
  const { status } = useEngine();
  const filter = filterOf(useViewSearch());
  const setSearch = useSetSearch();
  return status[dimension].map((name) => {
    const chosen = filter[dimension];
    const on = chosen.includes(name);
    const next = on ? chosen.filter((other) => other !== name) : [...chosen, name];
    return {
      id: `${dimension} ${name}`,
      label: name || `${shell[dimension]}: ${shell.unnamed}`,
      icon,
      run: () => setSearch(filterChange({ ...filter, [dimension]: next })),
      on,
    };
  });
}

/** Each leads to what a product of loans earns; that and no other choice of loans, so that it is there. */
function useLoanProductCommands(): Command[] {
  const words = useStrings(strings);
  const { methods, revision, status } = useEngine();
  const navigate = useNavigate();
  const args = profitArgs(useViewSearch(), useView());
  // The answer that the screen will ask for.
  const { data } = useQuery({
    ...profitabilityQuery(methods, args, revision),
    enabled: (status.tables.loans ?? 0) > 0,
  });
  return (data?.result.allProducts ?? []).map((product) => ({
    id: `loan product ${product}`,
    label: words.profitOf(product),
    aliases: ALIASES.profitability,
    icon: HandCoins,
    run: () =>
      void navigate({
        to: "/profitability",
        search: (search: ViewSearch) => ({
          ...search,
          ...selectChange(product, null),
          loansIn: undefined,
          lp: undefined,
        }),
      }),
  }));
}

function useDataCommands(onImport: () => void): Command[] {
  const words = useStrings(strings);
  const { status } = useEngine();
  const { loadSample, removeSample } = useImportRunner();
  const { own, sample } = status.origins;
  return [
    { id: "import", label: words.importFiles, icon: FileUp, run: onImport },
    ...(sample > 0 ? [{ id: "remove sample", label: words.removeSample, icon: FlaskConical, run: removeSample }] : []),
    ...(own + sample === 0
      ? [{ id: "load sample", label: words.loadSample, icon: FlaskConical, run: loadSample }]
      : []),
  ];
}

function useLookCommands(): Command[] {
  const words = useStrings(strings);
  const shell = useStrings(shellStrings);
  const preferences = usePreferences();
  const setPreferences = useSetPreferences();
  return [
    ...LANGUAGES.map((language) => ({
      id: `language ${language}`,
      label: shell.language[language],
      icon: Languages,
      run: () => setPreferences({ language }),
      on: preferences.language === language,
    })),
    ...THEMES.map((theme) => ({
      id: `theme ${theme}`,
      label: words.theme(shell.theme[theme]),
      icon: THEME_ICONS[theme],
      run: () => setPreferences({ theme }),
      on: preferences.theme === theme,
    })),
  ];
}
