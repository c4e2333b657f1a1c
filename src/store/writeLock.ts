const LOCK_NAME = "dipper-write";

// Node before 24 has no Web Locks, nor do pages served without TLS; there the transactions alone keep order.
function webLocks(): LockManager | undefined {
  return typeof navigator === "undefined" ? undefined : navigator.locks;
}

/**
 * Does one piece of writing work at a time, over all tabs. It orders the work; that nothing is
 * half-written is the transactions' doing.
 *
 * @param signal  aborting gives up waiting with an AbortError; work that began is its own to stop
 */
export async function withWriteLock<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
  signal?.throwIfAborted();
  const locks = webLocks();
  if (!locks) return work();
  return locks.request(LOCK_NAME, signal ? { signal } : {}, work);
}

/** Does the work only when nobody is writing just now. */
export async function ifNobodyWrites(work: () => Promise<void>): Promise<void> {
  const locks = webLocks();
  if (!locks) return work();
  await locks.request(LOCK_NAME, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
