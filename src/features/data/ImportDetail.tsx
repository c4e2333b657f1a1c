import type { ReactNode } from "react";

import type { ImportRecord } from "#src/domain/imports.ts";
import { errorText } from "#src/ui/errorText.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";

import { ImportCounts } from "./ImportCounts.tsx";
import { RejectedRows } from "./RejectedRows.tsx";
import { strings } from "./strings.ts";

export interface ImportDetailProps {
  readonly record: ImportRecord;
}

export function ImportDetail({ record }: ImportDetailProps) {
  return (
    <div className="flex flex-col gap-6">
      <ImportCounts counts={record.counts} />
      {record.counts.rejected > 0 && <RejectedRows record={record} />}
      <UnknownTypes record={record} />
      <Warnings record={record} />
      <Layout record={record} />
      <SkippedLines record={record} />
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Section({ title, hint, children }: SectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="text-card font-strong">{title}</h3>
      {hint !== undefined && <p className="-mt-1 text-label text-ink-3">{hint}</p>}
      {children}
    </section>
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
                    .map(({ line, value }) => `${words.line(format.count(line))}${value === "" ? "" : ` “${value}”`}`)
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

function Layout({ record: { layout, sha256 } }: ImportDetailProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const facts = [
    [words.encoding, words.encodings[layout.encoding]],
    [words.delimiter, words.delimiters[layout.delimiter]],
    [words.headerLine, format.count(layout.headerLine)],
    [words.amountUnit, words.amountUnits(layout.amountScaleFen)],
  ] as const;
  return (
    <Section title={words.layout}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-label text-ink-3">{name}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <table className="mt-1 w-full">
        <thead className="text-left text-label text-ink-3">
          <tr>
            <th className="w-1/2 py-1 font-regular">{words.mappingHeader}</th>
            <th className="py-1 font-regular">{words.mappingColumn}</th>
          </tr>
        </thead>
        <tbody>
          {layout.mapping.map(({ column, header }) => (
            <tr key={column} className="border-t border-line">
              <td className="py-1.5 pr-3 font-medium break-words">{header}</td>
              <td className="py-1.5 font-mono text-label">{column}</td>
            </tr>
          ))}
          {layout.unused.map((header) => (
            <tr key={`unused ${header}`} className="border-t border-line text-ink-3">
              <td className="py-1.5 pr-3 break-words">{header}</td>
              <td className="py-1.5">{words.unused}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-label break-all text-ink-3">
        {words.checksum} <code className="font-mono text-micro">{sha256}</code>
      </p>
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
