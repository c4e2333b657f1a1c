import type { ImportRecord } from "#src/domain/imports.ts";
import { datasetNames } from "#src/ui/datasetNames.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { Facts } from "./Facts.tsx";
import { historyStrings } from "./historyStrings.ts";
import { Section } from "./Section.tsx";
import { strings } from "./strings.ts";

export interface ImportLayoutProps {
  readonly record: ImportRecord;
}

/** How the file was understood, for comparing it with the file itself. */
export function ImportLayout({ record }: ImportLayoutProps) {
  const { layout, sha256, container, sizeBytes, dataset = "transactions", mode = "merge" } = record;
  const words = useStrings(strings);
  const history = useStrings(historyStrings);
  const datasets = useStrings(datasetNames);
  const format = useFormat();
  const facts = [
    [history.dataset, datasets[dataset]],
    [history.mode, history.modes[mode]],
    [words.encoding, words.encodings[layout.encoding]],
    [words.delimiter, words.delimiters[layout.delimiter]],
    [words.headerLine, layout.headerLine === 0 ? words.noHeader : format.count(layout.headerLine)],
    [words.amountUnit, words.amountUnits(layout.amountScaleFen)],
    [words.size, format.bytes(sizeBytes)],
    ...(container ? [[history.container, history.inside(container.fileName, container.member)] as const] : []),
  ] as const;
  return (
    <Section title={words.layout}>
      <Facts facts={facts} />
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
