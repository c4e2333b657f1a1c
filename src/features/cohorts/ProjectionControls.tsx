import { isoDay } from "#src/domain/calendar.ts";
import type { ProjectionResult } from "#src/engine/protocol.ts";
import { Checkbox } from "#src/ui/Checkbox.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { HORIZONS, PROJECTED, type ProjectionView } from "./projectionView.ts";
import { projectionStrings } from "./projectionStrings.ts";
import { strings } from "./strings.ts";

export interface ProjectionControlsProps {
  readonly view: ProjectionView;
  /** Undefined while it is on its way. */
  readonly result: ProjectionResult | undefined;
}

const ALL = "all";

export function ProjectionControls({ view, result }: ProjectionControlsProps) {
  const words = useStrings(projectionStrings);
  const common = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const { args, per, cohortDay } = view;
  const cohorts = result?.cohorts ?? [];
  const shown = cohorts.find(({ cohort }) => cohort.from === cohortDay);
  const horizons = [...new Set([...HORIZONS, args.horizonMonths])].toSorted((a, b) => a - b);
  return (
    <div role="group" aria-label={words.controls} className="no-print flex flex-wrap items-center gap-2">
      <Segmented
        label={common.measure}
        value={args.measure}
        onChange={(measure) => setSearch({ projected: measure === "volume" ? undefined : measure })}
        options={PROJECTED.map((measure) => ({ value: measure, label: words.measures[measure] }))}
      />
      <Segmented
        label={common.per}
        value={per}
        onChange={(next) => setSearch({ per: next })}
        options={[
          { value: "lender", label: common.perLender },
          { value: "total", label: common.perTotal },
        ]}
      />
      <Select
        label={words.shown}
        value={shown === undefined ? ALL : isoDay(shown.cohort.from)}
        onChange={(day) => setSearch({ projectedCohort: day === ALL ? undefined : day })}
        options={[
          { value: ALL, label: words.allCohorts },
          ...cohorts.map(({ cohort }) => ({ value: isoDay(cohort.from), label: format.month(cohort.from) })),
        ]}
      />
      <Select
        label={words.horizon}
        value={String(args.horizonMonths)}
        onChange={(horizon) => setSearch({ horizon })}
        options={horizons.map((months) => ({
          value: String(months),
          label: words.upTo(format.age(months, "month")),
        }))}
      />
      <Segmented
        label={words.discount}
        value={args.discountPpm === 0 ? "0" : "10"}
        onChange={(discount) => setSearch({ discount: discount === "10" ? "10" : undefined })}
        options={[
          { value: "0", label: words.noDiscount, title: words.discountHint },
          { value: "10", label: words.yearly(format.percent(0.1, 0)), title: words.discountHint },
        ]}
      />
      <Checkbox
        label={words.lastDiagonals}
        checked={args.lastDiagonalsOnly}
        onChange={(on) => setSearch({ diagonals: on ? "6" : undefined })}
      />
    </div>
  );
}
