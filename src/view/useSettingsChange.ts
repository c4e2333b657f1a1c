import type { Result } from "#src/domain/result.ts";
import type { Settings } from "#src/domain/switches.ts";
import type { EngineStatus, StoreRefusal } from "#src/engine/protocol.ts";

import { useEngine } from "./engine.tsx";

/** Saves a change of the settings; every figure that depends on them is then asked for again. */
export function useSettingsChange(): (change: Partial<Settings>) => Promise<Result<EngineStatus, StoreRefusal>> {
  const { methods, status, today, refresh } = useEngine();
  return async (change) => {
    const result = await methods.saveSettings({ settings: { ...status.settings, ...change }, today });
    if (result.ok) await refresh();
    return result;
  };
}
