import { lazy, Suspense, useEffect, useRef, type ReactNode } from "react";

import { isRunning, useImportJob } from "#src/view/importing.tsx";

import { queueState } from "./queueState.ts";
import { useAppImportRunner, useImportReview, useSampleQuestion } from "./runnerContext.tsx";

const ImportQueuePanel = lazy(async () => ({
  default: (await import("#src/features/data/ImportQueuePanel.tsx")).ImportQueuePanel,
}));
const ReviewSheet = lazy(async () => ({
  default: (await import("#src/features/review/ReviewSheet.tsx")).ReviewSheet,
}));
const SampleQuestion = lazy(async () => ({ default: (await import("./SampleQuestion.tsx")).SampleQuestion }));

export interface ImportDockProps {
  /** The screen itself shows how far a running job is. */
  readonly hidden: boolean;
}

/** The review of dropped files, and the import queue at the lower right, over every screen and in no one's way. */
export function ImportDock({ hidden }: ImportDockProps) {
  const runner = useAppImportRunner();
  const job = useImportJob();
  const question = useSampleQuestion();
  const review = useImportReview();
  return (
    <Suspense>
      {job && !(hidden && isRunning(job)) && (
        <Dock>
          <ImportQueuePanel queue={queueState(job)} onCancel={runner.cancel} onClose={runner.dismiss} />
        </Dock>
      )}
      {review && (
        <ReviewSheet
          key={review.id}
          fileCount={review.files}
          drop={review.drop}
          progress={review.progress}
          onImport={runner.importReviewed}
          onClose={runner.closeReview}
        />
      )}
      {question && <SampleQuestion fileCount={question.length} onAnswer={runner.answer} />}
    </Suspense>
  );
}

/** Between the dock and the toasts, which stand on it. */
const GAP_PX = 28;

function Dock({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) style.setProperty("--toast-bottom", `${entry.contentRect.height + GAP_PX}px`);
    });
    if (box.current) observer.observe(box.current);
    return () => {
      observer.disconnect();
      style.removeProperty("--toast-bottom");
    };
  }, []);
  return (
    <div
      ref={box}
      className="no-print fixed right-4 bottom-4 z-30 flex max-h-[min(420px,60dvh)] w-[min(400px,calc(100vw-32px))] flex-col overflow-hidden rounded-card bg-raised shadow-float"
    >
      {children}
    </div>
  );
}
