import type { RowWarning } from "#src/domain/codes.ts";
import type { Drop } from "#src/engine/protocol.ts";
import { errorText } from "#src/ui/errorText.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";

import type { GroupOutcome } from "./outcome.ts";
import { Section } from "./Section.tsx";
import { strings } from "./strings.ts";

/** Warnings that only their rows can settle, and whose values are words of the file and nobody's id. */
const WITH_EXAMPLES: readonly RowWarning[] = ["UNKNOWN_METHOD", "UNKNOWN_KIND"];

export interface NotesProps {
  readonly drop: Drop;
  readonly outcome: Pick<GroupOutcome, "tables" | "warnings">;
}

/** What a reader should know of rows that would be taken. */
export function Notes({ drop, outcome: { tables, warnings } }: NotesProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const language = useLanguage();
  if (warnings.length === 0) return null;
  const place = (table: number, line: number): string =>
    tables > 1
      ? words.atLineOf(drop.tables[table]?.fileName ?? "", format.count(line))
      : words.atLine(format.count(line));
  return (
    <Section title={words.notes}>
      <ul className="flex flex-col divide-y divide-line rounded-node border border-line">
        {warnings.map(({ code, count, examples }) => {
          const { what, fix } = errorText({ code }, language);
          return (
            <li key={code} className="flex gap-3 px-4 py-2">
              <span className="min-w-12 text-right font-strong">{format.count(count)}</span>
              <span className="min-w-0">
                <span className="font-medium">{what}</span> <span className="text-micro text-ink-3">{code}</span>
                <span className="block text-ink-2">{fix}</span>
                {WITH_EXAMPLES.includes(code) &&
                  examples.map(({ table, line, value }) => (
                    <span key={`${table} ${line}`} className="flex gap-3 text-label text-ink-3">
                      <span className="shrink-0">{place(table, line)}</span>
                      <span className="min-w-0 truncate font-medium text-ink-2">“{value}”</span>
                    </span>
                  ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
