/** The engine is wrong or gone; shown by the panel's error boundary. */
export class EngineFault extends Error {
  override readonly name = "EngineFault";
}

/** What a call rejects with when its signal aborts. */
export function abortError(): DOMException {
  return new DOMException("the call was cancelled", "AbortError");
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortError();
}
