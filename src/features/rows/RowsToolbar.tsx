import { isoDay } from "#src/domain/calendar.ts";
import type { RowsArgs } from "#src/engine/protocol.ts";
import { DownloadButton } from "#src/ui/DownloadButton.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { RevealButton } from "#src/ui/RevealButton.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { rowsFile } from "./rowsFile.ts";
import { strings } from "./strings.ts";

export type RowsToolbarProps = Pick<RowsArgs, "where" | "sort">;

export function RowsToolbar({ where, sort }: RowsToolbarProps) {
  const { methods } = useEngine();
  const words = useStrings(strings);
  const lenderText = useLenderText();
  return (
    <div className="flex min-h-[30px] flex-wrap items-center gap-2">
      <RevealButton of="lenders" />
      <DownloadButton
        label={words.download}
        hint={words.downloadHint}
        detail={words.downloadDetail}
        fileName={fileName(where)}
        write={(options) => rowsFile(methods, { where, sort, words, lenderText }, options)}
        finished={words.downloaded}
      />
    </div>
  );
}

function fileName({ period }: RowsArgs["where"]): string {
  return period ? `rows_${isoDay(period.from)}_${isoDay(period.to)}` : "rows";
}
