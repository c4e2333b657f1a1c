import { useEffect, useRef, useState } from "react";

import { isoDay } from "#src/domain/calendar.ts";
import type { RowsArgs } from "#src/engine/protocol.ts";
import { download } from "#src/ui/csv.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { rowsFile, type RowsFile } from "./rowsFile.ts";
import { strings } from "./strings.ts";

export interface RowsDownload {
  /** Null while none is running. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Writes all rows to a file, page by page; leaving the list cancels it. */
export function useRowsDownload({ where, sort }: Pick<RowsArgs, "where" | "sort">): RowsDownload {
  const { methods } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const lenderText = useLenderText();
  const toast = useToast();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<RowsDownload["progress"]>(null);
  useEffect(() => () => running.current?.abort(), []);

  function finish(file: RowsFile) {
    if (file.type === "changed") {
      toast.show({ title: words.failed, detail: words.changed, tone: "bad" });
      return;
    }
    download(`${fileName(where)}.csv`, file.blob);
    toast.show({ title: words.downloaded(format.count(file.rows)), tone: "good" });
  }

  async function run(controller: AbortController) {
    const { signal } = controller;
    const onProgress = (done: number, total: number) => setProgress({ done, total });
    setProgress({ done: 0, total: 0 });
    try {
      finish(await rowsFile(methods, { where, sort, words, lenderText }, { signal, onProgress }));
    } catch (error) {
      const detail = error instanceof Error ? error.message : "";
      toast.show(signal.aborted ? { title: words.cancelled } : { title: words.failed, detail, tone: "bad" });
    } finally {
      running.current = null;
      setProgress(null);
    }
  }

  return {
    progress,
    start: () => {
      if (running.current) return;
      running.current = new AbortController();
      void run(running.current);
    },
    cancel: () => running.current?.abort(),
  };
}

function fileName({ period }: RowsArgs["where"]): string {
  return period ? `rows_${isoDay(period.from)}_${isoDay(period.to)}` : "rows";
}
