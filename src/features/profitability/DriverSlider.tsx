import { useState } from "react";

import { commitField } from "#src/ui/commitField.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";

import { strings } from "./strings.ts";
import { LEAST_CHANGE, MOST_CHANGE, withinReach } from "./whatIf.ts";

export interface DriverSliderProps {
  readonly name: string;
  /** Whole per cents; 0 leaves the driver. */
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

/** By how much a driver of profit changes: a number, and a slider for it. */
export function DriverSlider({ name, percent, onChange }: DriverSliderProps) {
  const words = useStrings(strings);
  const format = useFormat();
  // While it is dragged it moves alone; the link, and with it the answer, follow when it is let go of.
  const [draft, setDraft] = useState<number | null>(null);
  const shown = draft ?? percent;

  function settle() {
    if (draft !== null && draft !== percent) onChange(draft);
    setDraft(null);
  }

  return (
    <form onSubmit={commitField} className="grid grid-cols-[auto_minmax(0,1fr)] items-end gap-x-3">
      <NumberField
        label={name}
        value={shown}
        onChange={(next) => onChange(withinReach(next ?? 0))}
        suffix="%"
        min={LEAST_CHANGE}
        max={MOST_CHANGE}
        step={1}
        digits={0}
      />
      <input
        type="range"
        aria-label={words.sliderOf(name)}
        aria-valuetext={shown === 0 ? words.unchanged : format.signedPercent(shown / 100, 0)}
        min={LEAST_CHANGE}
        max={MOST_CHANGE}
        step={1}
        value={shown}
        onChange={({ currentTarget }) => setDraft(withinReach(currentTarget.valueAsNumber))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
        className="mb-[3px] h-6 w-full min-w-0 accent-ink coarse:h-9"
      />
    </form>
  );
}
