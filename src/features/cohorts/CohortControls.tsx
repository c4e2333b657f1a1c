import { useStrings } from "#src/ui/language.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { BracketsField } from "./BracketsField.tsx";
import { hasModes, isShare, MEASURES, SPLITS, type CohortView } from "./cohortView.ts";
import { strings } from "./strings.ts";

export interface CohortControlsProps {
  readonly view: CohortView;
}

/** What is shown, in the link. */
export function CohortControls({ view }: CohortControlsProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <div role="group" aria-label={words.controls} className="no-print flex flex-wrap items-center gap-2">
      <Select
        label={words.measure}
        value={view.measure}
        onChange={(measure) => setSearch({ measure })}
        options={MEASURES.map((measure) => ({ value: measure, label: words.measures[measure].name }))}
      />
      {!isShare(view.measure) && (
        <Segmented
          label={words.per}
          value={view.per}
          onChange={(per) => setSearch({ per })}
          options={[
            { value: "lender", label: words.perLender },
            { value: "total", label: words.perTotal },
          ]}
        />
      )}
      <Segmented
        label={words.by}
        value={view.grain}
        // Cohorts are chosen by their first day, which is another one.
        onChange={(by) => setSearch({ by, hide: undefined, lines: undefined })}
        options={[
          { value: "month", label: words.month },
          { value: "week", label: words.week },
        ]}
      />
      <SplitSelect view={view} />
      {hasModes(view) && <ModeControls view={view} />}
    </div>
  );
}

function SplitSelect({ view }: CohortControlsProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const { status } = useEngine();
  const hasLenders = (status.tables.lenders ?? 0) > 0;
  return (
    <Select
      label={words.split}
      value={view.splitBy}
      onChange={(split) => setSearch({ split: split === "none" ? undefined : split })}
      options={SPLITS.map((split) => {
        const needsLenders = split === "kind" || split === "campaign";
        const isOff = needsLenders && (!hasLenders || !hasModes(view));
        return {
          value: split,
          label: needsLenders && !hasLenders ? words.needsLenders(words.splits[split]) : words.splits[split],
          disabled: isOff,
        };
      })}
    />
  );
}

function ModeControls({ view }: CohortControlsProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <>
      <Select
        label={words.mode}
        value={view.mode}
        onChange={(mode) => setSearch({ retained: mode === "on" ? undefined : mode })}
        options={(["on", "on_or_after", "brackets"] as const).map((mode) => ({
          value: mode,
          label: words.modes[mode],
        }))}
      />
      {view.mode === "brackets" && <BracketsField key={view.brackets.join(",")} brackets={view.brackets} />}
      <Segmented
        label={words.clock}
        value={view.clock}
        onChange={(clock) => setSearch({ clock: clock === "calendar" ? undefined : clock })}
        options={(["calendar", "rolling"] as const).map((clock) => ({
          value: clock,
          label: words.clocks[clock],
          title: words.clockNotes[clock],
        }))}
      />
      <Segmented
        label={words.mean}
        value={view.mean}
        onChange={(mean) => setSearch({ mean: mean === "weighted" ? undefined : mean })}
        options={(["weighted", "simple"] as const).map((mean) => ({
          value: mean,
          label: words.means[mean],
          title: words.meanNotes[mean],
        }))}
      />
    </>
  );
}
