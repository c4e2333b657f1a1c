import { useState } from "react";

import type { ProfitDriver } from "#src/engine/protocol.ts";
import { classes } from "#src/ui/classes.ts";
import { commitField } from "#src/ui/commitField.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";

import { strings } from "./strings.ts";
import { changeAt, LEAST_CHANGE, mostChange, sliderStep, withinReach } from "./whatIf.ts";

export interface DriverSliderProps {
  readonly driver: ProfitDriver;
  /** Whole per cents; 0 leaves the driver. */
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

/** By how much a driver of profit changes: a number, and a slider for it. A number out of reach is cut, and said to be. */
export function DriverSlider({ driver, percent, onChange }: DriverSliderProps) {
  const words = useStrings(strings);
  const format = useFormat();
  // While it is dragged it moves alone; the link, and with it the answer, follow when it is let go of.
  const [draft, setDraft] = useState<number | null>(null);
  // What a number that was too much or too little was cut to; said for as long as it stands.
  const [cutTo, setCutTo] = useState<number | null>(null);
  const shown = draft ?? percent;
  const name = words.drivers[driver];
  const most = mostChange(driver);
  const inWords = (change: number) => format.signedPercent(change / 100, 0);
  const isCut = cutTo !== null && cutTo === shown;

  function settle() {
    if (draft !== null && draft !== percent) onChange(draft);
    setDraft(null);
  }

  function enter(typed: number | null) {
    const change = withinReach(driver, typed ?? 0);
    setCutTo(typed !== null && (typed < LEAST_CHANGE || typed > most) ? change : null);
    onChange(change);
  }

  return (
    <form noValidate onSubmit={commitField} className="grid grid-cols-[auto_minmax(0,1fr)] items-end gap-x-3">
      {/* The number has a hidden twin, and Enter sends a form of two fields by its button alone. */}
      <button type="submit" hidden aria-label={name} />
      {/* Without limits of its own: it would cut what is typed unseen. */}
      <NumberField label={name} value={shown} onChange={enter} suffix="%" step={1} digits={0} />
      <input
        type="range"
        aria-label={words.sliderOf(name)}
        aria-valuetext={shown === 0 ? words.unchanged : inWords(shown)}
        min={LEAST_CHANGE}
        max={sliderStep(most)}
        step={1}
        value={sliderStep(shown)}
        onChange={({ currentTarget }) => setDraft(withinReach(driver, changeAt(currentTarget.valueAsNumber)))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
        className="mb-[3px] h-6 w-full min-w-0 accent-ink coarse:h-9"
      />
      <p aria-live="polite" className={classes("col-span-2 text-label", isCut ? "text-warn" : "text-ink-3")}>
        {isCut
          ? words.limited(inWords(LEAST_CHANGE), inWords(most), inWords(cutTo))
          : words.reach(inWords(LEAST_CHANGE), inWords(most))}
      </p>
    </form>
  );
}
