import type { ReactNode } from "react";

import { Button } from "#src/ui/Button.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";

import { strings } from "./strings.ts";
import type { Scan } from "./useScan.ts";

/** How far the search is, and a way to stop it or to begin again. */
export function ScanBar({ scan }: { readonly scan: Scan }) {
  const words = useStrings(strings);
  const { progress, isStopped, result } = scan;
  if (progress !== undefined)
    return (
      <Line>
        <ProgressBar label={words.searching} {...progress} />
        <Button onClick={scan.stop}>{words.stop}</Button>
      </Line>
    );
  if (!isStopped) return undefined;
  return (
    <Line>
      <p role="status" className="flex-1 text-ink-2">
        {result === undefined ? words.stopped : words.stoppedWithOld}
      </p>
      <Button onClick={scan.start}>{words.start}</Button>
    </Line>
  );
}

function Line({ children }: { readonly children: ReactNode }) {
  return (
    <div className="no-print flex items-center gap-4 rounded-card border border-line bg-surface px-4 py-3">
      {children}
    </div>
  );
}
