import { Download } from "lucide-react";

import { Button } from "./Button.tsx";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";
import { ProgressBar } from "./ProgressBar.tsx";
import { usePagedDownload, type PagedDownloadAsked } from "./usePagedDownload.ts";

const en = { downloading: "Writing CSV", cancel: "Cancel" };
const zh: typeof en = { downloading: "正在生成 CSV", cancel: "取消" };
const strings: Catalogue<typeof en> = { en, zh };

export interface DownloadButtonProps extends PagedDownloadAsked {
  readonly label: string;
  /** What will be in the file. */
  readonly hint: string;
  /** "2,000 of 12,000 rows". */
  readonly detail: (done: string, total: string) => string;
}

/** Downloads a list of any length; while it is written, how far it is and a way to stop it. */
export function DownloadButton({ label, hint, detail, ...asked }: DownloadButtonProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { progress, start, cancel } = usePagedDownload(asked);
  if (progress === null) {
    return (
      <Button onClick={start} title={hint} icon={<Download size={14} aria-hidden />}>
        {label}
      </Button>
    );
  }
  return (
    <>
      <div className="w-56">
        <ProgressBar
          label={words.downloading}
          done={progress.done}
          total={progress.total}
          detail={detail(format.count(progress.done), format.count(progress.total))}
        />
      </div>
      <Button onClick={cancel}>{words.cancel}</Button>
    </>
  );
}
