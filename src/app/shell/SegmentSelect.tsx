import { Bookmark } from "lucide-react";

import type { Segment } from "#src/domain/segments.ts";
import { useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { strings } from "./strings.ts";

/** No saved segment has an empty id. */
const EVERYBODY = "";

export interface SegmentSelectProps {
  readonly segments: readonly Segment[];
  /** Id of the segment in force; it may be one that is no longer saved. */
  readonly value: string | undefined;
}

export function SegmentSelect({ segments, value }: SegmentSelectProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const isGone = value !== undefined && !segments.some(({ id }) => id === value);
  const options = [
    { value: EVERYBODY, label: words.everybody },
    ...segments.map(({ id, name }) => ({ value: id, label: name })),
    ...(isGone ? [{ value, label: words.segmentGone }] : []),
  ];
  return (
    <div className="max-w-60 min-w-0">
      <Select
        label={words.segment}
        value={value ?? EVERYBODY}
        onChange={(id) => setSearch({ sg: id === EVERYBODY ? undefined : id })}
        options={options}
        icon={<Bookmark size={14} className="shrink-0 text-ink-3" aria-hidden />}
      />
    </div>
  );
}
