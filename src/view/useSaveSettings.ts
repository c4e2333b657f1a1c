import { useMutation } from "@tanstack/react-query";

import type { Result } from "#src/domain/result.ts";
import type { Settings } from "#src/domain/switches.ts";
import type { EngineStatus, StoreRefusal } from "#src/engine/protocol.ts";

import { useEngine, useEngineStore } from "./engine.tsx";

export interface SettingsChange {
  readonly change: Partial<Settings>;
  /** What is told once it is saved. */
  readonly done: { readonly title: string; readonly detail?: string };
}

/** Who tells the reader what became of a change. */
export interface SettingsTold {
  readonly outcome: (result: Result<EngineStatus, StoreRefusal>, done: SettingsChange["done"]) => void;
  readonly fault: (error: Error) => void;
}

/** Saves a change of the settings at once; every figure that depends on them is then asked for again. */
export function useSaveSettings(told: SettingsTold) {
  const { methods, status, refresh } = useEngine();
  const { today } = useEngineStore();
  return useMutation({
    mutationFn: async ({ change }: SettingsChange) => {
      const result = await methods.saveSettings({ settings: { ...status.settings, ...change }, today: today() });
      if (result.ok) await refresh();
      return result;
    },
    onSuccess: (result, { done }) => told.outcome(result, done),
    onError: told.fault,
  });
}
