type OnFault = (fault: Error) => void;

const listeners = new Set<OnFault>();

/** A cancelled call is nobody's fault. */
function isCancelled(error: unknown): boolean {
  return (error instanceof DOMException || error instanceof Error) && error.name === "AbortError";
}

/** For support; for faults that the screen itself shows. */
export function logFault(error: unknown, where: string): void {
  if (!isCancelled(error)) console.error(`${where}:`, error);
}

/** For faults that no screen shows: in the console, and with whoever tells the reader. */
export function reportFault(error: unknown, where: string): void {
  if (isCancelled(error)) return;
  logFault(error, where);
  const fault = error instanceof Error ? error : new Error(String(error));
  for (const onFault of listeners) onFault(fault);
}

export function watchFaults(onFault: OnFault): () => void {
  listeners.add(onFault);
  return () => listeners.delete(onFault);
}
