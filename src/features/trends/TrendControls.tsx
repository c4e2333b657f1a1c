import { Segmented } from "#src/ui/Segmented.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { choiceChange, type TrendChoices } from "./choices.ts";
import { strings } from "./strings.ts";

export interface TrendControlsProps {
  readonly choices: TrendChoices;
}

export function TrendControls({ choices }: TrendControlsProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const { draws, scales, rollings } = words;
  return (
    <div role="group" aria-label={words.controls} className="no-print flex flex-wrap items-center gap-x-3 gap-y-2">
      <Segmented
        label={words.draw}
        value={choices.draw}
        onChange={(draw) => setSearch(choiceChange({ draw }))}
        options={(["stacked", "lines"] as const).map((value) => ({ value, label: draws[value], title: words.applies }))}
      />
      <Segmented
        label={words.scale}
        value={choices.scale}
        onChange={(scale) => setSearch(choiceChange({ scale }))}
        options={(["totals", "shares"] as const).map((value) => ({
          value,
          label: scales[value],
          title: words.applies,
        }))}
      />
      <div className="flex items-center gap-2">
        <span aria-hidden className="text-label text-ink-2">
          {words.rolling}
        </span>
        <Segmented
          label={words.rolling}
          value={String(choices.rolling)}
          onChange={(days) => setSearch(choiceChange({ rolling: days === "7" ? 7 : days === "28" ? 28 : 0 }))}
          options={(["0", "7", "28"] as const).map((value) => ({ value, label: rollings[value] }))}
        />
      </div>
    </div>
  );
}
