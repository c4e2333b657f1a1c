import { useQuery } from "@tanstack/react-query";

import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { findings, findingsSentence } from "./findings.ts";
import type { AcquisitionPanelProps } from "./panel.ts";
import { huntersQuery } from "./queries.ts";
import { strings } from "./strings.ts";

/** What the figures say, in a few sentences. */
export function FindingsNote({ args, result }: AcquisitionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { methods, revision, status } = useEngine();
  const { cohorts, filter } = args;
  const rules = status.settings.hunterRules;
  const hunters = useQuery(huntersQuery(methods, { by: "campaign", cohorts, filter, rules }, revision));
  const sentence = findingsSentence(findings(result, hunters.data ?? null), args.by, { words, format });
  if (sentence === "") return null;
  return (
    <section aria-label={words.findings} className="rounded-card border border-line bg-surface px-4 py-3">
      <p className="text-page text-ink">{sentence}</p>
    </section>
  );
}
