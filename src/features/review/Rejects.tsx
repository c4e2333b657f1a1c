import type { DatasetName } from "#src/domain/datasets.ts";
import type { Drop } from "#src/engine/protocol.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { rowErrorText } from "#src/ui/rowErrorText.ts";

import { columnWords } from "./columnWords.ts";
import type { GroupOutcome } from "./outcome.ts";
import { Section } from "./Section.tsx";
import { strings } from "./strings.ts";

export interface RejectsProps {
  readonly drop: Drop;
  readonly dataset: DatasetName | undefined;
  /** Of tables of which no row is left. */
  readonly isLost?: boolean;
  readonly outcome: Pick<GroupOutcome, "tables" | "rejects">;
}

/** Why rows would be left out, by what has to be mended, with a few of each. */
export function Rejects({ drop, dataset, isLost = false, outcome: { rejects, tables } }: RejectsProps) {
  const words = useStrings(strings);
  const names = useStrings(columnWords);
  const format = useFormat();
  const language = useLanguage();
  if (rejects.length === 0) return null;
  const place = (table: number, line: number): string =>
    tables > 1
      ? words.atLineOf(drop.tables[table]?.fileName ?? "", format.count(line))
      : words.atLine(format.count(line));
  return (
    <Section title={words.rejects} hint={isLost ? words.lostHint : words.rejectsHint}>
      <ul className="flex flex-col divide-y divide-line rounded-node border border-line">
        {rejects.map(({ code, column, count, examples }) => {
          const { what, fix } = rowErrorText({ code, column, dataset }, language);
          return (
            <li key={`${code} ${column ?? ""}`} className="flex gap-3 px-4 py-2.5">
              <span className="min-w-12 text-right font-strong text-warn">{format.count(count)}</span>
              <div className="min-w-0 flex-1">
                <p>
                  <span className="font-medium">{what}</span>{" "}
                  <span className="text-micro text-ink-3">
                    {code}
                    {column !== null && ` · ${names[column]}`}
                  </span>
                </p>
                <p className="text-ink-2">{fix}</p>
                <ul className="mt-1 flex flex-col gap-0.5 text-label text-ink-3">
                  {examples.map(({ table, line, value, text }) => (
                    <li key={`${table} ${line}`} className="flex min-w-0 gap-3">
                      <span className="shrink-0">{place(table, line)}</span>
                      {value !== "" && <span className="shrink-0 font-medium text-ink-2">“{value.slice(0, 40)}”</span>}
                      <code className="min-w-0 truncate font-mono text-micro leading-[17px]" title={text}>
                        {text}
                      </code>
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
