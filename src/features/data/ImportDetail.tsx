import type { ImportRecord } from "#src/domain/imports.ts";
import { errorText } from "#src/ui/errorText.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";

import { ControlTotals } from "./ControlTotals.tsx";
import { ImportCounts } from "./ImportCounts.tsx";
import { ImportLayout } from "./ImportLayout.tsx";
import { warningValue } from "./importModel.ts";
import { RejectedRows } from "./RejectedRows.tsx";
import { RestatementSection } from "./RestatementSection.tsx";
import { Section } from "./Section.tsx";
import { strings } from "./strings.ts";

export interface ImportDetailProps {
  readonly record: ImportRecord;
}

export function ImportDetail({ record }: ImportDetailProps) {
  return (
    <div className="flex flex-col gap-6">
      <ImportCounts counts={record.counts} />
      <ControlTotals record={record} />
      {record.counts.rejected > 0 && <RejectedRows record={record} />}
      <UnknownTypes record={record} />
      <Warnings record={record} />
      {(record.dataset ?? "transactions") === "transactions" && <RestatementSection record={record} />}
      <ImportLayout record={record} />
      <SkippedLines record={record} />
    </div>
  );
}

function UnknownTypes({ record: { unknownTypes } }: ImportDetailProps) {
  const words = useStrings(strings);
  const format = useFormat();
  if (unknownTypes.length === 0) return null;
  return (
    <Section title={words.unknownTypes} hint={words.unknownTypesHint}>
      <ul className="flex flex-wrap gap-1.5">
        {unknownTypes.map(({ value, count }) => (
          <li key={value} className="flex gap-2 rounded-control border border-line px-2 py-1">
            <span className="font-medium">{value === "" ? words.emptyValue : value}</span>
            <span className="text-ink-3">{format.count(count)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Warnings({ record: { warnings } }: ImportDetailProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const language = useLanguage();
  const lenderText = useLenderText();
  if (warnings.length === 0) return null;
  return (
    <Section title={words.warningList}>
      <ul className="flex flex-col divide-y divide-line rounded-control border border-line">
        {warnings.map(({ code, count, examples }) => {
          const { what, fix } = errorText({ code }, language);
          return (
            <li key={code} className="flex gap-3 px-3 py-2">
              <span className="min-w-10 text-right font-strong">{format.count(count)}</span>
              <span className="min-w-0">
                <span className="font-medium">{what}</span> <span className="text-micro text-ink-3">{code}</span>
                <span className="block text-ink-2">{fix}</span>
                <span className="block text-label break-words text-ink-3">
                  {examples
                    .slice(0, 3)
                    .map(({ line, value }) => ({ line, shown: warningValue(code, value, lenderText) }))
                    .map(({ line, shown }) => `${words.line(format.count(line))}${shown === "" ? "" : ` “${shown}”`}`)
                    .join(" · ")}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function SkippedLines({ record: { skippedLines } }: ImportDetailProps) {
  const words = useStrings(strings);
  const format = useFormat();
  if (skippedLines.length === 0) return null;
  return (
    <Section title={words.skipped} hint={words.skippedHint}>
      <ol className="flex flex-col gap-1">
        {skippedLines.map(({ line, text }) => (
          <li key={line} className="flex gap-3">
            <span className="w-10 shrink-0 text-right text-ink-3">{format.count(line)}</span>
            <code className="min-w-0 font-mono text-label break-all text-ink-2">{text}</code>
          </li>
        ))}
      </ol>
    </Section>
  );
}
