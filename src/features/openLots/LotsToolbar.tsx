import type { LotDue, OpenLotsArgs } from "#src/engine/protocol.ts";
import { DownloadButton } from "#src/ui/DownloadButton.tsx";
import { useLanguage, useStrings } from "#src/ui/language.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { RevealButton } from "#src/ui/RevealButton.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { lotsFile } from "./lotsFile.ts";
import { strings } from "./strings.ts";

export type LotsToolbarProps = Pick<OpenLotsArgs, "due" | "sort">;

export function LotsToolbar({ due, sort }: LotsToolbarProps) {
  const { methods } = useEngine();
  const words = useStrings(strings);
  const language = useLanguage();
  const lenderText = useLenderText();
  return (
    <div className="flex min-h-[30px] flex-wrap items-center gap-2">
      <RevealButton of="lenders" />
      <DownloadButton
        label={words.download}
        hint={words.downloadHint}
        detail={words.downloadDetail}
        fileName={`lots_${dueName(due)}`}
        write={(options) => lotsFile(methods, { due, sort, language, lenderText }, options)}
        finished={words.downloaded}
      />
      <p className="text-label text-ink-3">{words.openHint}</p>
    </div>
  );
}

function dueName(due: LotDue): string {
  if (due.type !== "term") return due.type;
  return due.to === null ? `due-from-${due.from}` : `due-${due.from}-${due.to}`;
}
