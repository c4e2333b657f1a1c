import { Badge } from "#src/ui/Badge.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ScrollTable } from "#src/ui/ScrollTable.tsx";

import { compareInfo, type ComparePanelProps } from "./comparePanel.ts";
import { differenceRows, differenceTable } from "./differenceRows.ts";
import { strings } from "./strings.ts";
import { TableExport } from "./TableExport.tsx";

/** By how much each pair differs, and how sure that is. */
export function DifferencesPanel({ result, names }: ComparePanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const spoken = { words, format };
  const headings = [words.difference, words.interval, words.verdict];
  return (
    <Card
      title={words.differences}
      subtitle={words.differencesSubtitle}
      padded={false}
      info={compareInfo(result.basis, {
        name: words.differences,
        sentence: words.differencesSentence,
        formula: words.differencesFormula,
        rule: "DF1",
      })}
      actions={
        <TableExport model={differenceTable(result.differences, names, spoken)} fileName="compare-differences" />
      }
    >
      <ScrollTable name={words.differences}>
        <table className="w-full text-right whitespace-nowrap">
          <caption className="sr-only">{words.differences}</caption>
          <thead className="text-label text-ink-2">
            <tr className="border-y border-line">
              <th scope="col" className="sticky left-0 z-10 bg-surface py-1.5 pr-3 pl-4 text-left font-medium">
                {words.pair}
              </th>
              {headings.map((heading) => (
                <th key={heading} scope="col" className="px-2.5 py-1.5 font-medium last:pr-4">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differenceRows(result.differences, names, spoken).map((row) => (
              <tr key={row.id} className="group border-b border-line last:border-0 hover:bg-hover">
                <th
                  scope="row"
                  className="sticky left-0 z-10 bg-surface py-1.5 pr-3 pl-4 text-left font-medium group-hover:bg-hover"
                >
                  <span className="block max-w-40 truncate sm:max-w-none" title={row.pair}>
                    {row.pair}
                  </span>
                  <span className="block text-micro font-regular text-ink-3">
                    {row.measure}
                    {row.shared !== null && ` · ${row.shared}`}
                  </span>
                </th>
                <td className="px-2.5 py-1.5 font-strong">{row.difference}</td>
                <td className="px-2.5 py-1.5 text-ink-2">{row.interval}</td>
                <td className="py-1.5 pr-4 pl-2.5">
                  <Badge tone={row.tone}>{row.verdict}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
    </Card>
  );
}
