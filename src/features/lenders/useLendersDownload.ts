import { useEffect, useRef, useState } from "react";

import { download } from "#src/ui/csv.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { lendersFile, type LendersFile } from "./lendersFile.ts";
import type { LendersView } from "./lendersView.ts";
import { strings } from "./strings.ts";

export interface LendersDownload {
  /** Null while none is running. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Writes the whole list to a file, page by page; leaving the screen cancels it. */
export function useLendersDownload(view: LendersView): LendersDownload {
  const { methods } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const lenderText = useLenderText();
  const toast = useToast();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<LendersDownload["progress"]>(null);
  useEffect(() => () => running.current?.abort(), []);

  function finish(file: LendersFile) {
    if (file.type === "changed") {
      toast.show({ title: words.downloadFailed, detail: words.changed, tone: "bad" });
      return;
    }
    download(`${words.fileName}.csv`, file.blob);
    toast.show({ title: words.downloaded(format.count(file.lenders)), tone: "good" });
  }

  async function run(controller: AbortController) {
    const { signal } = controller;
    const onProgress = (done: number, total: number) => setProgress({ done, total });
    setProgress({ done: 0, total: 0 });
    try {
      finish(await lendersFile(methods, { view, language: format.language, lenderText }, { signal, onProgress }));
    } catch (error) {
      const detail = error instanceof Error ? error.message : "";
      toast.show(
        signal.aborted ? { title: words.downloadCancelled } : { title: words.downloadFailed, detail, tone: "bad" },
      );
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
