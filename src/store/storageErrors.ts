import type { StoreRefusal } from "./ledgerStore.ts";
import { FULL, LOST } from "./refusals.ts";

/** The browser's storage failed; anything else that is thrown is a fault of ours. */
const STORAGE_ERRORS = new Set([
  "AbortError",
  "DatabaseClosedError",
  "InvalidStateError",
  "MissingAPIError",
  "NotReadableError",
  "OpenFailedError",
  "PrematureCommitError",
  "QuotaExceededError",
  "TimeoutError",
  "TransactionInactiveError",
  "UnknownError",
]);

/**
 * What a failure of IndexedDB means to the reader. The cause may lie deep: a full disk ends a
 * transaction with an AbortError whose `inner` has the reason.
 *
 * @param otherwise  what it means when room is not the reason
 * @throws the error itself when storage is not to blame
 */
export function refusalOf(error: unknown, otherwise: StoreRefusal = LOST): StoreRefusal {
  const causes = [...causesOf(error)];
  if (causes.some(isOutOfRoom)) return FULL;
  if (causes.some(({ name }) => STORAGE_ERRORS.has(name))) return otherwise;
  throw error;
}

// Chromium 156 tells a full disk by DataError "Failed to write blobs" or by words alone.
function isOutOfRoom({ name, message }: Error | DOMException): boolean {
  return name === "QuotaExceededError" || /QuotaExceeded|full disk|Failed to write blobs/i.test(message);
}

// Dexie keeps what it caught in `inner`, and what became of each row of a bulk write in `failures`.
function* causesOf(error: unknown, seen = new Set<unknown>()): Generator<Error | DOMException> {
  if (!isError(error) || seen.has(error)) return;
  seen.add(error);
  yield error;
  yield* causesOf("inner" in error ? error.inner : error.cause, seen);
  if (!("failures" in error) || !Array.isArray(error.failures)) return;
  for (const failure of error.failures) yield* causesOf(failure, seen);
}

function isError(value: unknown): value is Error | DOMException {
  return value instanceof Error || (typeof DOMException !== "undefined" && value instanceof DOMException);
}
