import { useEffect, useState } from "react";

import type { Progress } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";

import { FullPage } from "./FullPage.tsx";
import { strings } from "./strings.ts";

/** Opening is quicker than this nearly always; a page that flashes by would only disturb. */
const SHOWN_AFTER_MS = 300;

export interface OpeningScreenProps {
  readonly progress: Progress | undefined;
}

export function OpeningScreen({ progress }: OpeningScreenProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return <div className="min-h-dvh" />;
  const detail = progress && words.openingRows(format.count(progress.done), format.count(progress.total));
  return (
    <FullPage title={words.opening}>
      <ProgressBar label={words.opening} done={progress?.done ?? 0} total={progress?.total ?? 0} detail={detail} />
    </FullPage>
  );
}
