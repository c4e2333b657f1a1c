import { SlidersHorizontal } from "lucide-react";
import { lazy, useState } from "react";

import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { LateLayer } from "#src/ui/LateLayer.tsx";
import { NARROW, useMediaQuery } from "#src/ui/useMediaQuery.ts";
import { useEngine } from "#src/view/engine.tsx";
import type { ViewSearch } from "#src/view/search.ts";
import { loanGrain, useView, useViewSearch, wholeGrain, type View } from "#src/view/view.ts";

import { CopyLinkButton } from "./CopyLinkButton.tsx";
import { FreshnessBadge } from "./FreshnessBadge.tsx";
import { isFirstRun, type ScreenEntry } from "./screens.ts";
import { strings } from "./strings.ts";
import {
  ComparisonControl,
  filterCount,
  FilterControls,
  GrainControl,
  PresetControl,
  RangeControl,
} from "./ViewControls.tsx";
import { ViewNotes } from "./ViewNotes.tsx";
import { WIDE } from "./widths.ts";

const ViewSheet = lazy(async () => ({ default: (await import("./ViewSheet.tsx")).ViewSheet }));

const NO_FILTER: View["filter"] = { products: [], channels: [] };

export interface ScreenBarProps {
  readonly screen: ScreenEntry;
}

/** Title, period, comparison, grain and filters; it stays in sight. */
export function ScreenBar({ screen }: ScreenBarProps) {
  const words = useStrings(strings);
  const { status } = useEngine();
  const search = useViewSearch();
  const view = useView();
  const shown = screen.bar === "none" || view === null ? null : viewOn(screen, view, search);
  // Without transactions there is no period to choose.
  const hasGrainAlone = view === null && screen.bar === "time" && !isFirstRun(screen, status);
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas px-4 py-2 md:px-6 print:static">
      <div className="mx-auto flex max-w-[1632px] flex-wrap items-start gap-x-3 gap-y-1.5 xl:flex-nowrap">
        <div className="contents min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1.5 xl:flex">
          <h1 className="mr-auto flex h-[30px] items-center text-page font-title xl:mr-2">
            {words.screens[screen.id]}
          </h1>
          {shown && <Controls view={shown} screen={screen} />}
          {hasGrainAlone && <GrainControl grain={wholeGrain(search)} />}
        </div>
        <div className="no-print flex shrink-0 items-center gap-1.5">
          {status.asOf !== null && <FreshnessBadge asOf={status.asOf} />}
          <CopyLinkButton />
        </div>
      </div>
      {shown && <ViewNotes view={shown} />}
    </header>
  );
}

/** What of the view holds on a screen: loans have no filter of lenders, and a grain of their own. */
function viewOn(screen: ScreenEntry, view: View, search: ViewSearch): View {
  if (hasFilters(screen)) return view;
  const grain = screen.enough === "loans" ? loanGrain(search, view) : view.grain;
  return { ...view, filter: NO_FILTER, grain };
}

interface ControlsProps {
  readonly view: View;
  readonly screen: ScreenEntry;
}

function Controls({ view, screen }: ControlsProps) {
  const wide = useMediaQuery(WIDE);
  const grain = screen.bar === "all" || screen.bar === "time";
  const periods = screen.bar !== "filters";
  const filters = hasFilters(screen);
  if (!wide) return <FoldedControls view={view} periods={periods} grain={grain} filters={filters} />;
  return (
    <>
      {periods && (
        <>
          <PresetControl view={view} />
          <RangeControl view={view} />
          {filters && <ComparisonControl view={view} />}
          {grain && <GrainControl grain={view.grain} />}
        </>
      )}
      {filters && (
        <div className="flex gap-2">
          <FilterControls view={view} />
        </div>
      )}
    </>
  );
}

function hasFilters({ bar }: ScreenEntry): boolean {
  return bar !== "time" && bar !== "days";
}

interface FoldedControlsProps {
  readonly view: View;
  readonly periods: boolean;
  readonly grain: boolean;
  readonly filters: boolean;
}

/** Below the title: what fits, and a button for the rest. */
function FoldedControls({ view, periods, grain, filters }: FoldedControlsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const narrow = useMediaQuery(NARROW);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const count = filterCount(view);
  const preset = view.preset === undefined ? "" : `${words.presets[view.preset]} · `;
  return (
    <div className="order-last flex w-full flex-wrap items-center gap-2">
      {periods && !narrow && (
        <>
          <PresetControl view={view} />
          <RangeControl view={view} />
        </>
      )}
      {(narrow || grain || filters) && (
        <Button icon={<SlidersHorizontal size={14} className="text-ink-3" aria-hidden />} onClick={() => setOpen(true)}>
          {narrow && periods ? `${preset}${format.period(view.period)}` : periods ? words.view : words.filters}
          {count > 0 && (
            <Badge>
              <span aria-hidden>{format.count(count)}</span>
              <span className="sr-only">{words.active(format.count(count))}</span>
            </Badge>
          )}
        </Button>
      )}
      {open && (
        <LateLayer onGiveUp={close}>
          <ViewSheet view={view} open onClose={close} periods={periods} grain={grain} filters={filters} />
        </LateLayer>
      )}
    </div>
  );
}
