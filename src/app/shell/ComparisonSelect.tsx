import type { Comparison } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { strings } from "./strings.ts";

const COMPARISONS: readonly Comparison[] = ["previous", "last_year", "none"];

export interface ComparisonSelectProps {
  readonly value: Comparison;
}

export function ComparisonSelect({ value }: ComparisonSelectProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <Select
      label={words.comparison.label}
      value={value}
      onChange={(cmp) => setSearch({ cmp })}
      options={COMPARISONS.map((comparison) => ({ value: comparison, label: words.comparison[comparison] }))}
    />
  );
}
