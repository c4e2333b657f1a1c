import { CircleAlert, RotateCw } from "lucide-react";

import { Button } from "./Button.tsx";
import { Card } from "./Card.tsx";
import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";

const en = {
  fault: "This panel could not be drawn",
  advice: "Your data is safe. Try again; if it fails again, reload the page.",
  retry: "Try again",
  code: "Code",
};
const zh: typeof en = {
  fault: "此面板无法显示",
  advice: "数据没有受到影响。请重试；如仍失败，请刷新页面。",
  retry: "重试",
  code: "代码",
};
const strings: Catalogue<typeof en> = { en, zh };

export interface PanelFailedProps {
  /** Draws the whole card; without it, the inside of one. */
  readonly title?: string | undefined;
  /** A fault: its message is for support. */
  readonly error?: unknown;
  readonly heightPx?: number | undefined;
  readonly onRetry?: (() => void) | undefined;
}

export function PanelFailed({ title, error, heightPx = 160, onRetry }: PanelFailedProps) {
  const words = useStrings(strings);
  const code = error instanceof Error ? `${error.name}: ${error.message}` : "";
  const inside = (
    <div
      role="alert"
      style={{ minHeight: heightPx }}
      className="flex flex-col items-center justify-center gap-1 py-4 text-center"
    >
      <CircleAlert size={18} className="mb-1 text-bad" aria-hidden />
      <p className="font-label text-ink">{words.fault}</p>
      <p className="max-w-md text-ink-2">{words.advice}</p>
      {code !== "" && (
        <p className="max-w-md text-micro break-words text-ink-3">
          {words.code}: <code className="font-mono">{code}</code>
        </p>
      )}
      {onRetry !== undefined && (
        <div className="pt-2">
          <Button onClick={onRetry} icon={<RotateCw size={14} aria-hidden />}>
            {words.retry}
          </Button>
        </div>
      )}
    </div>
  );
  return title === undefined ? inside : <Card title={title}>{inside}</Card>;
}
