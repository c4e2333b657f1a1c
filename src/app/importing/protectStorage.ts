export interface StorageUse {
  /** Null where the browser does not tell. */
  readonly usedBytes: number | null;
  /** The browser will not remove the data by itself. */
  readonly persisted: boolean;
}

/** Old browsers, and pages that are not secure, have none. */
function storageManager(): StorageManager | undefined {
  return "storage" in navigator ? navigator.storage : undefined;
}

/**
 * Asks the browser to keep the data when it runs short of room. It remembers a yes by itself, and a no may turn into a
 * yes when the page is used more, so that asking again is right.
 */
export async function protectStorage(): Promise<boolean> {
  const storage = storageManager();
  if (!storage) return false;
  return (await storage.persisted()) || storage.persist();
}

/** The quota that browsers tell is made up, so only what is used is asked. */
export async function storageUse(): Promise<StorageUse> {
  const storage = storageManager();
  if (!storage) return { usedBytes: null, persisted: false };
  const [{ usage }, persisted] = await Promise.all([storage.estimate(), storage.persisted()]);
  return { usedBytes: usage ?? null, persisted };
}
