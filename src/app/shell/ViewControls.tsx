import { Bookmark, ChevronDown, ListFilter, X } from "lucide-react";
import { lazy, Suspense } from "react";

import type { Grain } from "#src/domain/calendar.ts";
import { Button } from "#src/ui/Button.tsx";
import { FilterMenu } from "#src/ui/FilterMenu.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { RangePicker } from "#src/ui/RangePicker.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { Preset } from "#src/view/search.ts";
import { filterChange, periodChange, presetChange, useSetSearch, type View } from "#src/view/view.ts";

import { strings } from "./strings.ts";

const PRESETS: readonly Preset[] = ["7d", "30d", "90d", "qtd", "ytd", "12m", "all"];
const GRAINS: readonly Grain[] = ["day", "week", "month"];

const SegmentSelect = lazy(async () => ({ default: (await import("./SegmentSelect.tsx")).SegmentSelect }));
const ComparisonSelect = lazy(async () => ({ default: (await import("./ComparisonSelect.tsx")).ComparisonSelect }));

interface ControlProps {
  readonly view: View;
}

export function PresetControl({ view }: ControlProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <Segmented
      label={words.period}
      value={view.preset ?? null}
      onChange={(preset) => setSearch(presetChange(preset))}
      options={PRESETS.map((value) => ({ value, label: words.presets[value], title: words.presetHints[value] }))}
    />
  );
}

export function RangeControl({ view }: ControlProps) {
  const { status } = useEngine();
  const setSearch = useSetSearch();
  return (
    <RangePicker
      period={view.period}
      onChange={(period) => setSearch(periodChange(period))}
      min={status.firstDay ?? undefined}
      max={status.asOf ?? undefined}
      weekStart={status.settings.weekStart}
    />
  );
}

export function ComparisonControl({ view }: ControlProps) {
  const words = useStrings(strings);
  const waiting = (
    <Button>
      {words.comparison[view.comparison]}
      <ChevronDown size={14} className="text-ink-3" aria-hidden />
    </Button>
  );
  return (
    <Suspense fallback={waiting}>
      <ComparisonSelect value={view.comparison} />
    </Suspense>
  );
}

export function GrainControl({ grain }: { readonly grain: Grain }) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <Segmented
      label={words.grain.label}
      value={grain}
      onChange={(g) => setSearch({ g })}
      options={GRAINS.map((value) => ({ value, label: words.grain[value] }))}
    />
  );
}

export function filterCount({ filter }: View): number {
  return filter.products.length + filter.channels.length + (filter.segment === undefined ? 0 : 1);
}

export function FilterControls({ view }: ControlProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { status } = useEngine();
  const setSearch = useSetSearch();
  const { filter } = view;
  const optionsOf = (names: readonly string[]) => names.map((name) => ({ value: name, label: name || words.unnamed }));
  const count = filterCount(view);
  return (
    <>
      <FilterMenu
        label={words.products}
        options={optionsOf(status.products)}
        selected={filter.products}
        onChange={(products) => setSearch(filterChange({ ...filter, products }))}
        icon={<ListFilter size={14} className="text-ink-3" aria-hidden />}
      />
      <FilterMenu
        label={words.channels}
        options={optionsOf(status.channels)}
        selected={filter.channels}
        onChange={(channels) => setSearch(filterChange({ ...filter, channels }))}
        icon={<ListFilter size={14} className="text-ink-3" aria-hidden />}
      />
      <SegmentControl view={view} />
      {count > 0 && (
        <Button
          variant="ghost"
          icon={<X size={14} aria-hidden />}
          onClick={() => setSearch(filterChange({ products: [], channels: [] }))}
        >
          {words.clearCount(format.count(count))}
        </Button>
      )}
    </>
  );
}

/** Not there until a segment is saved, or a link asks for one. */
function SegmentControl({ view: { filter } }: ControlProps) {
  const words = useStrings(strings);
  const { segments } = useEngine().status.settings;
  if (segments.length === 0 && filter.segment === undefined) return null;
  const name = segments.find(({ id }) => id === filter.segment)?.name;
  const waiting = (
    <Button icon={<Bookmark size={14} className="text-ink-3" aria-hidden />}>
      {name ?? (filter.segment === undefined ? words.everybody : words.segmentGone)}
      <ChevronDown size={14} className="text-ink-3" aria-hidden />
    </Button>
  );
  return (
    <Suspense fallback={waiting}>
      <SegmentSelect segments={segments} value={filter.segment} />
    </Suspense>
  );
}
