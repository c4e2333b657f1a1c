import type { FileSketch } from "#src/domain/reading.ts";
import { Select } from "#src/ui/Select.tsx";

import { headerLabel } from "./QuestionList.tsx";

export interface PlaceSelectProps {
  readonly label: string;
  /** Without it a header must be chosen. */
  readonly noneLabel?: string | undefined;
  readonly sketch: FileSketch;
  readonly place: number | undefined;
  readonly onChange: (place: number | undefined) => void;
}

/** One of the file's own columns. */
export function PlaceSelect({ label, noneLabel, sketch, place, onChange }: PlaceSelectProps) {
  const headers = sketch.headers.map((header, at) => ({ value: String(at), label: headerLabel(sketch, header, at) }));
  return (
    <Select
      showLabel
      label={label}
      value={place === undefined ? "" : String(place)}
      options={noneLabel === undefined ? headers : [{ value: "", label: noneLabel }, ...headers]}
      onChange={(value) => onChange(value === "" ? undefined : Number(value))}
    />
  );
}
