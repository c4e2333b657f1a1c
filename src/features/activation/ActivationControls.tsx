import { FilterMenu } from "#src/ui/FilterMenu.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useSetSearch } from "#src/view/view.ts";

import {
  ACTIONS,
  actionsChange,
  FOLLOW_UPS,
  TOPS,
  WINDOWS,
  windowsChange,
  type ActivationView,
} from "./activationView.ts";
import { strings } from "./strings.ts";

/** What is searched, in the link. */
export function ActivationControls({ view }: { readonly view: ActivationView }) {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  return (
    <div role="group" aria-label={words.controls} className="no-print flex flex-wrap items-center gap-2">
      <FilterMenu
        label={words.actions}
        options={ACTIONS.map((action) => ({ value: action, label: words.actionNames[action] }))}
        selected={view.actions}
        onChange={(actions) => setSearch(actionsChange(actions))}
      />
      <FilterMenu
        label={words.windows}
        options={WINDOWS.map((days) => ({ value: String(days), label: format.days(days) }))}
        selected={view.windows}
        onChange={(windows) => setSearch(windowsChange(windows))}
      />
      <Select
        label={words.thresholds}
        value={view.top}
        onChange={(top) => setSearch({ mtop: top === "10" ? undefined : top })}
        options={TOPS.map((top) => ({ value: top, label: words.upTo(top) }))}
      />
      <Segmented
        label={words.followUp}
        value={view.followUp}
        onChange={(days) => setSearch({ mdays: days === "90" ? undefined : days })}
        options={FOLLOW_UPS.map((days) => ({
          value: days,
          label: format.days(Number(days)),
          title: words.followUpHint(days),
        }))}
      />
    </div>
  );
}
