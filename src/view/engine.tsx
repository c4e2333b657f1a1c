import { createContext, useContext, useSyncExternalStore, type ReactNode } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import type { EngineMethods, EngineStatus, Progress, StoreRefusal } from "#src/engine/protocol.ts";

/** How far the engine is. A screen is drawn only when it is ready. */
export type EnginePhase =
  | { readonly type: "opening"; readonly progress: Progress | undefined }
  | { readonly type: "refused"; readonly refusal: StoreRefusal }
  | { readonly type: "failed"; readonly error: Error }
  | { readonly type: "ready"; readonly status: EngineStatus };

/** An outside source of the engine's state, made once in `app`. */
export interface EngineStore {
  readonly methods: EngineMethods;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly phase: () => EnginePhase;
  /** The device's day in the platform's zone. */
  readonly today: () => EpochDay;
  /** Asks the engine for its status again, after something changed it. */
  readonly refresh: () => Promise<void>;
}

const EngineContext = createContext<EngineStore | undefined>(undefined);

export function EngineProvider({ store, children }: { readonly store: EngineStore; readonly children: ReactNode }) {
  return <EngineContext value={store}>{children}</EngineContext>;
}

export function useEngineStore(): EngineStore {
  const store = useContext(EngineContext);
  if (!store) throw new Error("EngineProvider is missing");
  return store;
}

export function useEnginePhase(): EnginePhase {
  const store = useEngineStore();
  return useSyncExternalStore(store.subscribe, store.phase);
}

export interface ReadyEngine {
  readonly methods: EngineMethods;
  readonly status: EngineStatus;
  /** Part of every query key: it changes with the data and with the settings that shape figures. */
  readonly revision: string;
  /** The device's day in the platform's zone, for methods that ask for it. */
  readonly today: EpochDay;
  readonly refresh: () => Promise<void>;
}

/** The engine, inside screens: they are drawn only once it is ready. */
export function useEngine(): ReadyEngine {
  const { methods, refresh, today } = useEngineStore();
  const phase = useEnginePhase();
  if (phase.type !== "ready") throw new Error("the engine is not ready");
  const { status } = phase;
  return { methods, status, revision: revisionOf(status), today: today(), refresh };
}

function revisionOf({ dataVersion, asOf, settings }: EngineStatus): string {
  // Every setting shapes figures; their names and rules are short.
  return `${dataVersion}/${asOf ?? "-"}/${JSON.stringify(settings)}`;
}
