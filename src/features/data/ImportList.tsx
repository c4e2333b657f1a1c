import { useEffect, useRef } from "react";

import type { ImportRecord } from "#src/domain/imports.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { spanOf } from "./importModel.ts";
import { ImportStatus } from "./ImportStatus.tsx";
import { strings } from "./strings.ts";
import { useCounted } from "./useCounted.ts";

export interface ImportListProps {
  readonly records: readonly ImportRecord[];
  /** The import that a link leads to; read when the list appears. */
  readonly marked: ImportRecord | undefined;
  readonly onOpen: (record: ImportRecord) => void;
}

/** The history on a phone, where its columns have no room: two lines an import. */
export function ImportList({ records, marked, onOpen }: ImportListProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const counted = useCounted();
  const line = useRef<HTMLButtonElement>(null);
  // Focus scrolls to it.
  useEffect(() => line.current?.focus(), []);
  return (
    <ul aria-label={words.history} className="max-h-[60dvh] divide-y divide-line overflow-y-auto border-t border-line">
      {records.map((record) => {
        const { importId, fileName, origin, counts } = record;
        const span = spanOf(record);
        return (
          <li key={importId} className="[contain-intrinsic-size:auto_56px] [content-visibility:auto]">
            <button
              ref={record === marked ? line : undefined}
              type="button"
              aria-current={record === marked || undefined}
              onClick={() => onOpen(record)}
              className={classes(
                "flex w-full flex-col gap-1 px-4 py-2.5 text-left hover:bg-hover",
                record === marked && "bg-hover shadow-[inset_2px_0_0_var(--focus)]",
              )}
            >
              <span className="flex w-full min-w-0 items-center gap-2">
                <span className="min-w-0 flex-1 truncate font-medium">{fileName}</span>
                {origin === "sample" && <Badge>{words.sample}</Badge>}
                <ImportStatus record={record} />
              </span>
              <span className="flex w-full justify-between gap-3 text-label text-ink-2">
                <span>{span === null ? "—" : format.period(span)}</span>
                <span>{counted(counts.read, words.rows)}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
