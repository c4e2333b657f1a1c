import { useFormat, useStrings } from "#src/ui/language.tsx";

import { findingsSentence } from "./findings.ts";
import type { ProfitPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";

/** What the figures say, before them. */
export function FindingsNote({ result }: Pick<ProfitPanelProps, "result">) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <section aria-label={words.findings} className="card rounded-card border border-line bg-surface px-4 py-3">
      <p className="text-page text-ink">{findingsSentence(result, { words, format })}</p>
    </section>
  );
}
