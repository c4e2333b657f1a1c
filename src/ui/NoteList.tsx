import { useState } from "react";

import type { NoteMark } from "./chartNotes.ts";
import { classes } from "./classes.ts";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";

const en = {
  label: "Notes on the time axis",
  all: (count: number) => `Show all ${count}`,
  fewer: "Show fewer",
};
const zh: typeof en = { label: "时间轴注记", all: (count) => `显示全部 ${count} 条`, fewer: "收起" };
const strings: Catalogue<typeof en> = { en, zh };

/** A long list would be taller than its chart. */
const SHORT = 4;

export interface NoteListProps {
  readonly marks: readonly NoteMark[];
}

/** What the pins of a chart stand for. A long list is cut on the screen and whole on paper. */
export function NoteList({ marks }: NoteListProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  return (
    <section aria-label={words.label} className="pt-2 text-label text-ink-2">
      <ol className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        {marks.map(({ number, note }, index) => (
          <li
            key={number}
            className={classes(
              "min-w-0 items-baseline gap-1.5",
              isWhole || index < SHORT ? "flex" : "hidden print:flex",
            )}
          >
            <span className="inline-flex h-4 min-w-4 shrink-0 items-center justify-center rounded-full bg-ink-2 px-1 text-micro leading-none font-label text-surface">
              {number}
            </span>
            <span className="min-w-0">
              <span className="whitespace-nowrap text-ink-3">
                {note.endDay !== null && note.endDay > note.day
                  ? format.period({ from: note.day, to: note.endDay })
                  : format.day(note.day)}
              </span>{" "}
              {note.text}
            </span>
          </li>
        ))}
        {marks.length > SHORT && (
          <li className="no-print">
            <button
              type="button"
              aria-expanded={isWhole}
              onClick={() => setWhole(!isWhole)}
              className="min-h-6 rounded-cell px-1 font-medium text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
            >
              {isWhole ? words.fewer : words.all(marks.length)}
            </button>
          </li>
        )}
      </ol>
    </section>
  );
}
