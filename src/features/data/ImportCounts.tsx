import type { RowCounts } from "#src/domain/imports.ts";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { ROW_FATES } from "./importModel.ts";
import { strings } from "./strings.ts";

export interface ImportCountsProps {
  readonly counts: RowCounts;
}

/** The rows read as a sum, so that a reader sees that none is lost. */
export function ImportCounts({ counts }: ImportCountsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <dl
      aria-label={words.rowsRead}
      className="flex flex-wrap items-end gap-x-3 gap-y-3 rounded-node bg-sunken px-4 py-3"
    >
      <Term name={words.read} value={format.count(counts.read)} strong />
      {ROW_FATES.map((fate, at) => (
        <div key={fate} className="flex items-end gap-3">
          <span aria-hidden className="pb-0.5 text-ink-3">
            {at === 0 ? "=" : "+"}
          </span>
          <Term
            name={words[fate]}
            value={format.count(counts[fate])}
            tone={counts[fate] === 0 ? "text-ink-3" : fate === "rejected" ? "text-warn" : undefined}
          />
        </div>
      ))}
    </dl>
  );
}

interface TermProps {
  readonly name: string;
  readonly value: string;
  readonly strong?: boolean;
  readonly tone?: string | undefined;
}

function Term({ name, value, strong = false, tone }: TermProps) {
  return (
    <div>
      <dt className="text-label text-ink-2">{name}</dt>
      <dd className={classes("text-leaf", strong ? "font-strong" : "font-medium", tone)}>{value}</dd>
    </div>
  );
}
