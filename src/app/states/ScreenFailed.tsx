import type { ErrorComponentProps } from "@tanstack/react-router";

import { useStrings } from "#src/ui/language.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";

import { strings } from "./strings.ts";

/** Stands in for a screen that could not be drawn; the shell around it stays. */
export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  const words = useStrings(strings);
  return <PanelFailed title={words.screenFailed} error={error} heightPx={320} onRetry={reset} />;
}
