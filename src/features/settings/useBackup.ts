import { useState, useRef } from "react";

import { isoDay } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { Progress, StoreRefusal } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { backupStrings } from "./backupStrings.ts";
import { chooseWhere } from "./saveFile.ts";

export interface BackupRun {
  /** Null while none is running. */
  readonly progress: Progress | null;
  readonly refusal: StoreRefusal | null;
  /** Asks where to, then makes, checks and saves the file; resolves to whether it is there. */
  readonly start: (passphrase: string | null) => Promise<boolean>;
  /** Also forgets a refusal. */
  readonly cancel: () => void;
}

export function useBackup(today: () => EpochDay): BackupRun {
  const { methods, refresh } = useEngine();
  const words = useStrings(backupStrings);
  const format = useFormat();
  const toast = useToast();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [refusal, setRefusal] = useState<StoreRefusal | null>(null);

  async function make(passphrase: string | null, signal: AbortSignal): Promise<boolean> {
    const fileName = `dipper-${isoDay(today())}.dipper`;
    const save = await chooseWhere(fileName, words.fileKind);
    if (!save || signal.aborted) return false;
    setProgress({ done: 0, total: 0 });
    const made = await methods.backup({ passphrase, nowMs: Date.now() }, signal, setProgress);
    if (!made.ok) {
      setRefusal(made.refusal);
      return false;
    }
    await save(made.value);
    await refresh();
    const detail = words.doneDetail(fileName, format.bytes(made.value.size));
    toast.show({ title: words.done, detail, tone: "good" });
    return true;
  }

  async function start(passphrase: string | null): Promise<boolean> {
    if (running.current) return false;
    const controller = new AbortController();
    running.current = controller;
    setRefusal(null);
    try {
      return await make(passphrase, controller.signal);
    } catch (error) {
      const detail = error instanceof Error ? error.message : "";
      if (!controller.signal.aborted) toast.show({ title: words.failed, detail, tone: "bad", timeoutMs: 0 });
      return false;
    } finally {
      running.current = null;
      setProgress(null);
    }
  }

  return {
    progress,
    refusal,
    start,
    cancel: () => {
      running.current?.abort();
      setRefusal(null);
    },
  };
}
