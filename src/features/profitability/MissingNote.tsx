import { Link } from "@tanstack/react-router";

import { useStrings } from "#src/ui/language.tsx";
import { useUnreadTexts } from "#src/ui/unreadLoans.ts";

import type { ProfitPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";

/** Which columns keep what from being known, and what could not be read: a line each. */
export function MissingNote({ result }: Pick<ProfitPanelProps, "result">) {
  const words = useStrings(strings);
  const { missing, hasRepaid } = result;
  const lines = [
    ...missing.map((part) => ({ id: part, text: words.missingPart[part] })),
    ...(hasRepaid ? [] : [{ id: "repaid", text: words.missingRepaid }]),
  ];
  const { some: unread } = useUnreadTexts(result);
  if (lines.length === 0 && unread === null) return null;
  return (
    <ul
      aria-label={words.missingTitle}
      className="flex flex-col gap-1 rounded-card border border-line bg-sunken px-4 py-2.5 text-ink-2"
    >
      {lines.map(({ id, text }) => (
        <li key={id}>
          {text}{" "}
          <Link
            to="/data"
            className="font-strong whitespace-nowrap text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            {words.importFile}
          </Link>
        </li>
      ))}
      {unread !== null && <li className="text-warn">{unread}</li>}
    </ul>
  );
}
