import { useRef, useState } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import type { BackupSummary, EngineStatus, Progress, RestoreRefusal } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngineStore } from "#src/view/engine.tsx";

import { backupStrings } from "./backupStrings.ts";

type RestoreStep =
  | { readonly type: "choosing" }
  | { readonly type: "reading" }
  | { readonly type: "chosen"; readonly file: File; readonly summary: BackupSummary }
  | {
      readonly type: "restoring";
      readonly file: File;
      readonly summary: BackupSummary;
      readonly progress: Progress;
    };

export interface RestoreRun {
  readonly step: RestoreStep;
  readonly refusal: RestoreRefusal | null;
  readonly choose: (file: File) => Promise<void>;
  /** Resolves to what the store holds afterwards; undefined when it was left as it is. */
  readonly restore: (passphrase: string | null) => Promise<EngineStatus | undefined>;
  /** Calls off what runs and forgets the file. */
  readonly cancel: () => void;
}

const CHOOSING: RestoreStep = { type: "choosing" };

/** Works before the engine is ready, too: a lost store is what backups are for. */
export function useRestore(today: () => EpochDay): RestoreRun {
  const { methods } = useEngineStore();
  const words = useStrings(backupStrings);
  const format = useFormat();
  const toast = useToast();
  const running = useRef<AbortController | null>(null);
  const [step, setStep] = useState<RestoreStep>(CHOOSING);
  const [refusal, setRefusal] = useState<RestoreRefusal | null>(null);

  /** Runs one thing at a time; a fault is told and leaves `back` on the screen. */
  async function run<Value>(back: RestoreStep, work: (signal: AbortSignal) => Promise<Value>) {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setRefusal(null);
    try {
      return await work(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      setStep(back);
      const detail = error instanceof Error ? error.message : "";
      toast.show({ title: words.restoreFailed, detail, tone: "bad", timeoutMs: 0 });
      return undefined;
    }
  }

  return {
    step,
    refusal,
    choose: (file) =>
      run(CHOOSING, async (signal) => {
        setStep({ type: "reading" });
        const found = await methods.backupSummary({ file }, signal);
        if (signal.aborted) return;
        if (found.ok) setStep({ type: "chosen", file, summary: found.value });
        else {
          setStep(CHOOSING);
          setRefusal(found.refusal);
        }
      }),
    restore: async (passphrase) => {
      if (step.type !== "chosen") return undefined;
      const { file, summary } = step;
      return run(step, async (signal) => {
        const onProgress = (progress: Progress): void => setStep({ type: "restoring", file, summary, progress });
        onProgress({ done: 0, total: 0 });
        const restored = await methods.restore({ file, passphrase, today: today() }, signal, onProgress);
        if (!restored.ok) {
          setStep(step);
          setRefusal(restored.refusal);
          return undefined;
        }
        const { imports, rows } = restored.value;
        const detail = words.restoredDetail(format.count(imports), format.count(rows));
        toast.show({ title: words.restored, detail, tone: "good" });
        return restored.value;
      });
    },
    cancel() {
      running.current?.abort();
      setRefusal(null);
      setStep(CHOOSING);
    },
  };
}
