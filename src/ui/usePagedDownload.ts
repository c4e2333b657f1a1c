import { useEffect, useRef, useState } from "react";

import { download } from "./csv.ts";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";
import type { PagedFile, PagedFileOptions } from "./pagedFile.ts";
import { useToast } from "./ToastHost.tsx";

const en = {
  cancelled: "Download cancelled",
  failed: "The download failed",
  changed: "The data changed meanwhile. Start the download again.",
};
const zh: typeof en = {
  cancelled: "下载已取消",
  failed: "下载失败",
  changed: "数据在此期间发生了变化，请重新下载。",
};
const strings: Catalogue<typeof en> = { en, zh };

export interface PagedDownloadAsked {
  /** Without an ending. */
  readonly fileName: string;
  readonly write: (options: PagedFileOptions) => Promise<PagedFile>;
  /** "12 rows downloaded". */
  readonly finished: (rows: string) => string;
}

export interface PagedDownload {
  /** Null while none is running. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Writes a whole list to a file, page by page; leaving the screen cancels it. */
export function usePagedDownload({ fileName, write, finished }: PagedDownloadAsked): PagedDownload {
  const words = useStrings(strings);
  const format = useFormat();
  const toast = useToast();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<PagedDownload["progress"]>(null);
  useEffect(() => () => running.current?.abort(), []);

  function finish(file: PagedFile) {
    if (file.type === "changed") {
      toast.show({ title: words.failed, detail: words.changed, tone: "bad" });
      return;
    }
    download(`${fileName}.csv`, file.blob);
    toast.show({ title: finished(format.count(file.rows)), tone: "good" });
  }

  async function run(controller: AbortController) {
    const { signal } = controller;
    setProgress({ done: 0, total: 0 });
    try {
      finish(await write({ signal, onProgress: (done, total) => setProgress({ done, total }) }));
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
