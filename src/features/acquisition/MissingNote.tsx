import { Link } from "@tanstack/react-router";

import type { MissingDataset } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";

import { strings } from "./strings.ts";

export interface MissingNoteProps {
  readonly missing: readonly MissingDataset[];
}

const LINK =
  "whitespace-nowrap font-strong text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink";

/** Which file or setting switches on what is not there: a line each. */
export function MissingNote({ missing }: MissingNoteProps) {
  const words = useStrings(strings);
  if (missing.length === 0) return null;
  return (
    <ul
      aria-label={words.missingTitle}
      className="flex flex-col gap-1 rounded-card border border-line bg-sunken px-4 py-2.5 text-ink-2"
    >
      {missing.map((dataset) => (
        <li key={dataset}>
          {words.missing[dataset]}{" "}
          {dataset === "spread" ? (
            <Link to="/settings" className={LINK}>
              {words.missingSetting}
            </Link>
          ) : (
            <Link to="/data" className={LINK}>
              {words.missingFile}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
