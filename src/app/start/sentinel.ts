import { number, object, safeParse, string, type InferOutput } from "valibot";

import type { EngineStatus } from "#src/engine/protocol.ts";

const KEY = "dipper.ledger";

const sentinelShape = object({
  dataVersion: number(),
  imports: number(),
  rows: number(),
  /** Of the platform, so that the day is right before the engine has answered. */
  zone: string(),
});

/** What the store last held, kept apart from it: a browser short of room drops the one and keeps the other. */
export type Sentinel = InferOutput<typeof sentinelShape>;

export interface SentinelKeeper {
  read(): Sentinel | undefined;
  write(status: EngineStatus): void;
}

/**
 * An empty store leaves nothing to lose, and nothing behind.
 *
 * @param storage  undefined where the browser allows none: nothing is remembered then
 */
export function createSentinel(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | undefined,
): SentinelKeeper {
  return {
    read() {
      const found = safeParse(sentinelShape, fromJson(storage?.getItem(KEY) ?? null));
      return found.success ? found.output : undefined;
    },
    write({ dataVersion, imports, rows, settings }) {
      if (imports === 0) {
        storage?.removeItem(KEY);
        return;
      }
      const sentinel: Sentinel = { dataVersion, imports, rows, zone: settings.zone };
      keep(storage, JSON.stringify(sentinel));
    },
  };
}

/**
 * Whether the browser has removed what was stored. A store that was emptied on purpose has counted on; one that was
 * made anew begins again.
 */
export function isLost(sentinel: Sentinel | undefined, status: Pick<EngineStatus, "imports" | "dataVersion">): boolean {
  if (sentinel === undefined || sentinel.imports === 0) return false;
  return status.imports === 0 && status.dataVersion <= sentinel.dataVersion;
}

/** Without it the reader is not warned of a loss; nothing else depends on it. */
function keep(storage: Pick<Storage, "setItem"> | undefined, text: string): void {
  try {
    storage?.setItem(KEY, text);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function fromJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
