import { useState } from "react";

import { commitField } from "./commitField.ts";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";
import { NumberField } from "./NumberField.tsx";
import type { NumberFieldProps } from "./NumberField.tsx";

const en = {
  limited: (least: string, most: string, set: string) => `Only between ${least} and ${most}: set to ${set}.`,
};
const zh: typeof en = {
  limited: (least, most, set) => `只能在 ${least} 至 ${most} 之间：已设为 ${set}。`,
};
const strings: Catalogue<typeof en> = { en, zh };

const LEAST = 0;
const MOST = 100;
const HUNDREDTHS = 100;

export type PercentFieldProps = Pick<
  NumberFieldProps,
  "label" | "value" | "onChange" | "hint" | "digits" | "placeholder"
>;

/** A share from 0 to 100 per cent, taken with Enter or when it is left. What lies beyond is cut, and said to be. */
export function PercentField({ label, value, onChange, ...rest }: PercentFieldProps) {
  const words = useStrings(strings);
  const format = useFormat();
  // What a number that was too much or too little was cut to; said for as long as it stands.
  const [cutTo, setCutTo] = useState<number | null>(null);
  const inWords = (percent: number) => format.percent(percent / HUNDREDTHS, 0);

  function enter(typed: number | null) {
    const percent = typed === null ? null : Math.min(MOST, Math.max(LEAST, typed));
    setCutTo(percent === typed ? null : percent);
    onChange(percent);
  }

  return (
    <form noValidate onSubmit={commitField} className="flex flex-col gap-1">
      {/* Without limits of its own: it would cut what is typed unseen. */}
      <NumberField {...rest} label={label} value={value} onChange={enter} suffix="%" />
      {/* The number has a hidden twin, and Enter sends a form of two fields by its button alone. */}
      <button type="submit" hidden aria-label={label} />
      <p aria-live="polite" className="text-label text-warn empty:hidden">
        {cutTo !== null && cutTo === value && words.limited(inWords(LEAST), inWords(MOST), inWords(cutTo))}
      </p>
    </form>
  );
}
