import { useEffect, useEffectEvent, useState } from "react";

import { droppedFiles } from "./droppedFiles.ts";

export interface FileDropOptions {
  /** In natural order of their names. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly disabled?: boolean | undefined;
}

function holdsFiles(event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } {
  return event.dataTransfer?.types.includes("Files") === true;
}

/** Takes files dropped anywhere on the window; true while some hover over it. */
export function useFileDrop({ onFiles, disabled = false }: FileDropOptions): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent((transfer: DataTransfer) => {
    void droppedFiles(transfer).then((files) => {
      if (files.length > 0) onFiles(files);
    });
  });

  useEffect(() => {
    if (disabled) return undefined;
    // Enter and leave come in pairs for every element that is crossed.
    let depth = 0;
    const stop = new AbortController();
    const on = (type: "dragenter" | "dragleave" | "dragover" | "drop", act: (event: DragEvent) => void) =>
      addEventListener(
        type,
        (event) => {
          if (!holdsFiles(event)) return;
          event.preventDefault();
          act(event);
          setOver(depth > 0);
        },
        { signal: stop.signal },
      );
    on("dragenter", () => {
      depth += 1;
    });
    on("dragleave", () => {
      depth = Math.max(0, depth - 1);
    });
    on("dragover", (event) => {
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
    });
    on("drop", (event) => {
      depth = 0;
      if (event.dataTransfer !== null) take(event.dataTransfer);
    });
    return () => {
      stop.abort();
      setOver(false);
    };
  }, [disabled]);

  return over;
}
