import { Eye, EyeOff } from "lucide-react";

import { isoDay } from "#src/domain/calendar.ts";
import type { RowsArgs } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { DownloadButton } from "#src/ui/DownloadButton.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { useLenderText, useReveal } from "#src/ui/reveal.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { rowsFile } from "./rowsFile.ts";
import { strings } from "./strings.ts";

export type RowsToolbarProps = Pick<RowsArgs, "where" | "sort">;

export function RowsToolbar({ where, sort }: RowsToolbarProps) {
  const { methods } = useEngine();
  const words = useStrings(strings);
  const lenderText = useLenderText();
  const { revealed, setRevealed } = useReveal();
  return (
    <div className="flex min-h-[30px] flex-wrap items-center gap-2">
      <Button
        onClick={() => setRevealed(!revealed)}
        pressed={revealed}
        icon={revealed ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
      >
        {revealed ? words.hide : words.reveal}
      </Button>
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
