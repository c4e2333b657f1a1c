import { isoDay } from "#src/domain/calendar.ts";
import type { LoansArgs, TermPlace } from "#src/engine/protocol.ts";
import { DownloadButton } from "#src/ui/DownloadButton.tsx";
import { useLanguage, useStrings } from "#src/ui/language.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { RevealButton } from "#src/ui/RevealButton.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { termDays } from "./loanFacts.ts";
import { loansFile } from "./loansFile.ts";
import { strings } from "./strings.ts";

export type LoansToolbarProps = Pick<LoansArgs, "where" | "rules" | "sort">;

export function LoansToolbar({ where, rules, sort }: LoansToolbarProps) {
  const { methods } = useEngine();
  const words = useStrings(strings);
  const language = useLanguage();
  const borrowerText = useLenderText();
  return (
    <div className="flex min-h-[30px] flex-wrap items-center gap-2">
      {/* Borrowers' ids are as personal as lenders' are, and are shown by the same choice. */}
      <RevealButton of="borrowers" />
      <DownloadButton
        label={words.download}
        hint={words.downloadHint}
        detail={words.downloadDetail}
        fileName={fileName(where)}
        write={(options) => loansFile(methods, { where, rules, sort, language, borrowerText }, options)}
        finished={words.downloaded}
      />
      <p className="text-label text-ink-3">{words.openHint}</p>
    </div>
  );
}

function fileName({ disbursed, due }: LoansArgs["where"]): string {
  const name = disbursed === null ? "loans" : `loans_${isoDay(disbursed.from)}_${isoDay(disbursed.to)}`;
  return due === undefined ? name : `${name}_${dueName(due)}`;
}

function dueName(place: TermPlace): string {
  if (place === "overdue") return place;
  const { from, to } = termDays(place);
  return to === null ? `due-from-${from}` : `due-${from}-${to}`;
}
