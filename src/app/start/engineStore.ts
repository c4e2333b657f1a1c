import { DEFAULT_ZONE, dayInZone } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { EngineClient } from "#src/engine/client.ts";
import type { EngineStatus } from "#src/engine/protocol.ts";
import type { EnginePhase, EngineStore } from "#src/view/engine.tsx";

import { isLost, type Sentinel, type SentinelKeeper } from "./sentinel.ts";

export interface EngineStoreParts {
  readonly client: EngineClient;
  readonly sentinel: SentinelKeeper;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface AppEngineStore extends EngineStore {
  open(): Promise<void>;
  /** Opens once more without a word on the screen: what stood in the way may be gone. */
  retry(): Promise<void>;
  /** Goes on with what a restored backup holds. */
  adopt(status: EngineStatus): void;
  /** Takes a damaged import away and opens what is left. */
  removeImport(importId: number): Promise<void>;
  /** The answer to "stored data was removed": goes on with an empty store. */
  startFresh(): Promise<void>;
  /** What the store held when it last answered. */
  lastKnown(): Sentinel | undefined;
  /** The engine is dead. */
  fail(error: Error): void;
  /** Opens anew when a new day has begun: rows dated ahead may now count. */
  checkDay(): Promise<void>;
}

/** The engine as an outside source for React: one phase, changed by what the engine says. */
export function createEngineStore({ client, sentinel, now }: EngineStoreParts): AppEngineStore {
  const { methods } = client;
  const listeners = new Set<() => void>();
  let phase: EnginePhase = { type: "opening", progress: undefined };
  let zone = sentinel.read()?.zone ?? DEFAULT_ZONE;
  let openedOn: EpochDay | undefined;
  /** What an emptied store said of itself, until the reader has decided. */
  let emptied: EngineStatus | undefined;

  const today = (): EpochDay => dayInZone(now(), zone);

  function enter(next: EnginePhase): void {
    if (phase.type === "failed") return;
    phase = next;
    for (const onChange of listeners) onChange();
  }

  function fail(error: unknown): void {
    enter({ type: "failed", error: error instanceof Error ? error : new Error(String(error)) });
  }

  function ready(status: EngineStatus): void {
    if (phase.type === "ready" && status.dataVersion < phase.status.dataVersion) return;
    ({ zone } = status.settings);
    sentinel.write(status);
    enter({ type: "ready", status });
  }

  async function read(): Promise<void> {
    openedOn = today();
    const opened = await methods.open({ today: openedOn }, undefined, (progress) => {
      if (phase.type === "opening") enter({ type: "opening", progress });
    });
    if (!opened.ok) return enter({ type: "refused", refusal: opened.refusal });
    const status = opened.value;
    if (phase.type !== "ready" && isLost(sentinel.read(), status)) {
      emptied = status;
      const message = "the stored data was removed by the browser";
      return enter({ type: "refused", refusal: { code: "STORAGE_LOST", message } });
    }
    ready(status);
    if (today() !== openedOn) await read();
  }

  async function open(): Promise<void> {
    enter({ type: "opening", progress: undefined });
    await read().catch(fail);
  }

  async function refresh(): Promise<void> {
    if (phase.type !== "ready") return;
    try {
      ready(await methods.status({}));
    } catch {
      // A refusal of the store arrives here as a fault; opening again says which it was, or fails as well.
      await read().catch(fail);
    }
  }

  client.watch(() => void refresh());

  return {
    methods,
    phase: () => phase,
    today,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    open,
    retry: () => read().catch(fail),
    adopt(status) {
      emptied = undefined;
      ready(status);
    },
    async removeImport(importId) {
      try {
        const left = await methods.deleteImports({ importIds: [importId], today: today() });
        if (left.ok) ready(left.value);
        else enter({ type: "refused", refusal: left.refusal });
      } catch (error) {
        fail(error);
      }
    },
    refresh,
    async startFresh() {
      if (emptied) return ready(emptied);
      try {
        const erased = await methods.eraseEverything({ today: today() });
        if (erased.ok) ready(erased.value);
        else enter({ type: "refused", refusal: erased.refusal });
      } catch (error) {
        fail(error);
      }
    },
    lastKnown: () => sentinel.read(),
    fail,
    async checkDay() {
      if (phase.type === "ready" && openedOn !== undefined && today() !== openedOn) await read().catch(fail);
    },
  };
}
