import { Download, Eye, EyeOff } from "lucide-react";

import type { RowsArgs } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";
import { useReveal } from "#src/ui/reveal.tsx";

import { strings } from "./strings.ts";
import { useRowsDownload } from "./useRowsDownload.ts";

export type RowsToolbarProps = Pick<RowsArgs, "where" | "sort">;

export function RowsToolbar(asked: RowsToolbarProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { revealed, setRevealed } = useReveal();
  const { progress, start, cancel } = useRowsDownload(asked);
  return (
    <div className="flex min-h-[30px] flex-wrap items-center gap-2">
      <Button
        onClick={() => setRevealed(!revealed)}
        pressed={revealed}
        icon={revealed ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
      >
        {revealed ? words.hide : words.reveal}
      </Button>
      {progress === null ? (
        <Button onClick={start} title={words.downloadHint} icon={<Download size={14} aria-hidden />}>
          {words.download}
        </Button>
      ) : (
        <>
          <div className="w-56">
            <ProgressBar
              label={words.downloading}
              done={progress.done}
              total={progress.total}
              detail={words.downloadDetail(format.count(progress.done), format.count(progress.total))}
            />
          </div>
          <Button onClick={cancel}>{words.cancel}</Button>
        </>
      )}
    </div>
  );
}
