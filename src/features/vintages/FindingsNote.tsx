import { useFormat, useStrings } from "#src/ui/language.tsx";

import { dominantMonth, vintageFindings } from "./findings.ts";
import type { ModelPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";

/** What the figures say, before them. */
export function FindingsNote({ result, model }: Pick<ModelPanelProps, "result" | "model">) {
  const words = useStrings(strings);
  const format = useFormat();
  const sentence = vintageFindings(result, { words, format });
  if (sentence === "") return null;
  const caution = dominantMonth(model, { words, format });
  return (
    <section aria-label={words.findings.title} className="rounded-card border border-line bg-surface px-4 py-3">
      <p className="text-page text-ink">{sentence}</p>
      {caution !== null && <p className="pt-1 text-ink-2">{caution}</p>}
    </section>
  );
}
