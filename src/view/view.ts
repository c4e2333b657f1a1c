import { useNavigate, useSearch } from "@tanstack/react-router";

import { isoDay, parseIsoDay, type Grain } from "#src/domain/calendar.ts";
import { daysIn, type Period } from "#src/domain/period.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { Comparison, EngineStatus, Filter, SeriesArgs } from "#src/engine/protocol.ts";

import { useEngine } from "./engine.tsx";
import { presetPeriod } from "./presets.ts";
import { namesToText, textToNames, type Preset, type ViewSearch } from "./search.ts";

/** What the bar at the top of every screen says. */
export interface View extends SeriesArgs {
  /** Undefined for a period picked by hand. */
  readonly preset: Preset | undefined;
}

/** Changes to the link; undefined takes a parameter out. */
export type SearchChange = Partial<{ readonly [Key in keyof ViewSearch]: ViewSearch[Key] | undefined }>;

/** The link's own parameters, before any default. */
export function useViewSearch(): ViewSearch {
  return useSearch({ strict: false });
}

/** Puts choices into the link, so that a reload or a copy of it shows the same view. */
export function useSetSearch(): (change: SearchChange) => void {
  const navigate = useNavigate();
  return (change) => {
    void navigate({
      to: ".",
      replace: true,
      resetScroll: false,
      search: (search: ViewSearch) => ({ ...search, ...change }),
    });
  };
}

/** Null while there is no data to look at. */
export function useView(): View | null {
  const search = useViewSearch();
  const { status } = useEngine();
  return viewOf(search, status);
}

export function viewOf(search: ViewSearch, status: Pick<EngineStatus, "firstDay" | "asOf">): View | null {
  const { firstDay, asOf } = status;
  if (firstDay === null || asOf === null) return null;
  const picked = pickedPeriod(search);
  const preset = picked ? undefined : (search.p ?? "90d");
  const period = picked ?? presetPeriod(preset ?? "90d", firstDay, asOf);
  return {
    preset,
    period,
    grain: search.g ?? defaultGrain(period),
    comparison: comparisonOf(search),
    filter: filterOf(search),
  };
}

function pickedPeriod({ from, to }: ViewSearch): Period | undefined {
  const [first, last] = [from && parseIsoDay(from), to && parseIsoDay(to)];
  return first !== undefined && first !== "" && last !== undefined && last !== "" && first <= last
    ? { from: first, to: last }
    : undefined;
}

/** By what grain all there is stands, which no period bounds. */
export function wholeGrain({ g }: ViewSearch): Grain {
  return g ?? "month";
}

/** By what grain loans stand: all of them as {@link wholeGrain} says, those of a period by the grain of the bar. */
export function loanGrain(search: ViewSearch, view: View | null): Grain {
  return view === null || search.loansIn !== "period" ? wholeGrain(search) : view.grain;
}

function defaultGrain(period: Period): Grain {
  if (daysIn(period) <= 100) return "day";
  return daysIn(period) <= 400 ? "week" : "month";
}

function comparisonOf(search: ViewSearch): Comparison {
  return search.cmp ?? "previous";
}

export function filterOf(search: ViewSearch): Filter {
  const names = { products: textToNames(search.products), channels: textToNames(search.channels) };
  return search.sg === undefined ? names : { ...names, segment: search.sg };
}

export function filterChange(filter: Filter): SearchChange {
  return {
    products: namesToText(filter.products),
    channels: namesToText(filter.channels),
    sg: filter.segment,
  };
}

/** A period picked by hand, as link parameters. */
export function periodChange(period: { readonly from: EpochDay; readonly to: EpochDay }): SearchChange {
  return { p: undefined, from: isoDay(period.from), to: isoDay(period.to) };
}

export function presetChange(preset: Preset): SearchChange {
  return { p: preset, from: undefined, to: undefined };
}
