import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";

import { errorText } from "#src/ui/errorText.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import type { ToastContent } from "#src/ui/toastQueue.ts";

import type { ImportNotice } from "./importRunner.ts";
import { importSummary, wentWell } from "./importSummary.ts";
import { useAppImportRunner } from "./runnerContext.tsx";
import { strings } from "./strings.ts";

/** Long enough to see that it was the wrong file. */
const UNDO_MS = 10_000;

/** Says at the end of an import what came of it, on whatever screen the reader is. */
export function ImportNotices() {
  const runner = useAppImportRunner();
  const toast = useToast();
  const contentOf = useNoticeContent();
  const onNotice = useEffectEvent((notice: ImportNotice) => {
    const content = contentOf(notice);
    if (content) toast.show(content);
    // A list of nothing but successes has nothing left to say.
    if (notice.type === "finished" && wentWell(importSummary(notice.job.outcomes))) runner.dismiss();
  });
  useEffect(() => runner.onNotice(onNotice), [runner]);
  return null;
}

function useNoticeContent(): (notice: ImportNotice) => ToastContent | undefined {
  const words = useStrings(strings);
  const language = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const runner = useAppImportRunner();
  const seeImports = { label: words.seeImports, onClick: () => void navigate({ to: "/data" }) };
  return (notice) => {
    switch (notice.type) {
      case "failed":
        return {
          title: notice.origin === "sample" ? words.sampleFailed : words.failed,
          detail: words.tryAgain,
          tone: "bad",
        };
      case "sampleRemoved":
        return { title: words.sampleRemoved, detail: words.sampleRemovedDetail, tone: "good" };
      case "refused": {
        const { what, fix } = errorText(notice.refusal, language);
        return { title: what, detail: fix, tone: "bad", timeoutMs: 0 };
      }
      case "waiting":
        return { title: words.waiting(notice.files, format.count(notice.files)), detail: words.waitingDetail };
      case "interrupted": {
        const { fileName, files, origin } = notice.intent;
        if (origin === "sample") {
          return {
            title: words.sampleInterrupted,
            detail: words.sampleInterruptedDetail,
            tone: "bad",
            timeoutMs: 0,
          };
        }
        // English counts the others, Chinese all of them.
        const count = format.count(language === "zh" ? files : files - 1);
        return {
          title: words.interrupted,
          detail: words.interruptedDetail(fileName, files - 1, count),
          tone: "bad",
          timeoutMs: 0,
          action: seeImports,
        };
      }
      case "undone":
        return {
          title: words.undone(notice.imports, format.count(notice.imports)),
          detail: words.undoneDetail,
          tone: "good",
        };
      case "finished": {
        const { outcomes, origin } = notice.job;
        const summary = importSummary(outcomes);
        const importIds = outcomes.flatMap((outcome) => (outcome.type === "imported" ? [outcome.record.importId] : []));
        const undo =
          origin === "own" && importIds.length > 0
            ? { label: words.undo, onClick: () => runner.undo(importIds) }
            : undefined;
        if (summary.cancelled > 0) {
          return {
            title: words.cancelled,
            detail: words.cancelledDetail(format.count(summary.imported), format.count(summary.cancelled)),
            otherAction: undo,
            timeoutMs: UNDO_MS,
          };
        }
        // The list stays open and says it file by file.
        if (!wentWell(summary)) return undefined;
        const details = [
          ...(summary.rows > 0 ? [words.rows(format.count(summary.rows))] : []),
          ...(summary.known > 0 ? [words.known(summary.known, format.count(summary.known))] : []),
        ];
        return {
          title:
            summary.imported > 0 ? words.imported(summary.imported, format.count(summary.imported)) : words.nothingNew,
          detail: details.join(" · "),
          tone: "good",
          otherAction: undo,
          timeoutMs: UNDO_MS,
          action: seeImports,
        };
      }
    }
  };
}
