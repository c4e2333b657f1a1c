import { smallStorage } from "./smallStorage.ts";

const OURS = "dipper";

export interface Traces {
  readonly storage: Storage | undefined;
  readonly caches: Pick<CacheStorage, "keys" | "delete"> | undefined;
  readonly serviceWorkers: Pick<ServiceWorkerContainer, "getRegistrations"> | undefined;
  /** The page's databases beside the engine's. */
  readonly forgetFolder: () => Promise<void>;
}

/** What this browser has of the page's. */
export function pageTraces(forgetFolder: () => Promise<void>): Traces {
  return {
    storage: smallStorage(),
    caches: "caches" in globalThis ? caches : undefined,
    serviceWorkers: "serviceWorker" in navigator ? navigator.serviceWorker : undefined,
    forgetFolder,
  };
}

/**
 * Removes what the page keeps outside of the engine's database: small storage, the backup folder, and the saved copy of
 * the app.
 *
 * @returns what is left, by name; empty when nothing is
 */
export async function eraseTraces({
  storage,
  caches: copies,
  serviceWorkers,
  forgetFolder,
}: Traces): Promise<string[]> {
  for (const key of ownKeys(storage)) storage?.removeItem(key);
  await forgetFolder();
  for (const worker of (await serviceWorkers?.getRegistrations()) ?? []) await worker.unregister();
  for (const name of (await copies?.keys()) ?? []) await copies?.delete(name);
  return [...ownKeys(storage), ...((await copies?.keys()) ?? [])];
}

function ownKeys(storage: Storage | undefined): string[] {
  if (!storage) return [];
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
  return keys.filter((key) => key.startsWith(`${OURS}.`));
}
