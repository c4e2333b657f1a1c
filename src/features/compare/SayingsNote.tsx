import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";

import type { ComparePanelProps } from "./comparePanel.ts";
import { lookingBack, sayings } from "./sayings.ts";
import { strings } from "./strings.ts";

/** What the data says and what it cannot, in a few sentences. */
export function SayingsNote({ result, names }: ComparePanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { segments } = useEngine().status.settings;
  const spoken = { words, format };
  const warning = lookingBack(result.sides, { names, segments }, spoken);
  return (
    <section aria-label={words.say.sayings} className="rounded-card border border-line bg-surface px-4 py-3">
      <p className="text-page text-ink">{sayings(result, names, spoken)}</p>
      {warning !== null && <p className="pt-1 font-strong text-warn">{warning}</p>}
    </section>
  );
}
