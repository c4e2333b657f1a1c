import { useFormat, useStrings } from "#src/ui/language.tsx";

import type { ComparePanelProps } from "./comparePanel.ts";
import { sayings } from "./sayings.ts";
import { strings } from "./strings.ts";

/** What the data says and what it cannot, in a few sentences. */
export function SayingsNote({ result, names }: ComparePanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <section aria-label={words.say.sayings} className="rounded-card border border-line bg-surface px-4 py-3">
      <p className="text-page text-ink">{sayings(result, names, { words, format })}</p>
    </section>
  );
}
