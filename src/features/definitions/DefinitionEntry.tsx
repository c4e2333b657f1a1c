import { Badge } from "#src/ui/Badge.tsx";
import { useLanguage, useStrings } from "#src/ui/language.tsx";

import type { MeasureDefinition } from "./definition.ts";
import { strings } from "./strings.ts";

export interface DefinitionEntryProps {
  readonly definition: MeasureDefinition;
}

export function DefinitionEntry({ definition }: DefinitionEntryProps) {
  const words = useStrings(strings);
  const language = useLanguage();
  const other = language === "en" ? "zh" : "en";
  const { id, name, sentence, formula, switches, rule } = definition;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-name`}
      className="grid scroll-mt-20 gap-x-6 gap-y-2 px-4 py-3.5 md:grid-cols-2"
    >
      <div className="min-w-0">
        <h3 id={`${id}-name`} className="flex flex-wrap items-baseline gap-x-2 font-strong">
          {name[language]}
          <span lang={other === "zh" ? "zh-CN" : "en"} className="text-label font-regular text-ink-3">
            {name[other]}
          </span>
          <span className="ml-auto font-mono text-micro font-regular text-ink-3">{rule}</span>
        </h3>
        <p className="mt-1 max-w-prose text-ink-2">{sentence[language]}</p>
      </div>
      <div className="flex min-w-0 flex-col items-start gap-2 empty:hidden">
        {formula !== null && (
          <p className="w-full rounded-control bg-sunken px-3 py-2 text-label font-medium">
            <span className="sr-only">{words.formula}: </span>
            {formula[language]}
          </p>
        )}
        {switches.length > 0 && (
          <p className="flex flex-wrap items-center gap-1.5 text-label text-ink-3">
            {words.switches}
            {switches.map((changer) => (
              <Badge key={changer}>{words.switchNames[changer]}</Badge>
            ))}
          </p>
        )}
      </div>
    </article>
  );
}
