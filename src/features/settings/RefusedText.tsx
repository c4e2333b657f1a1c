import { CircleAlert } from "lucide-react";

import type { RestoreRefusal } from "#src/engine/protocol.ts";
import { useLanguage } from "#src/ui/language.tsx";

import { backupError } from "./backupError.ts";

export interface RefusedTextProps {
  readonly refusal: RestoreRefusal;
}

/** Why a backup was not made or not restored, and what to do. */
export function RefusedText({ refusal }: RefusedTextProps) {
  const { what, fix } = backupError(refusal, useLanguage());
  return (
    <div role="alert" className="flex gap-2.5 rounded-control border border-line px-3 py-2.5">
      <CircleAlert size={16} className="mt-0.5 shrink-0 text-bad" aria-hidden />
      <div className="min-w-0">
        <p className="font-label">
          {what} <code className="font-mono text-micro font-regular text-ink-3">{refusal.code}</code>
        </p>
        <p className="text-ink-2">{fix}</p>
      </div>
    </div>
  );
}
