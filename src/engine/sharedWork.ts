import type { Ask } from "./analysis.ts";
import { abortError, throwIfAborted } from "./fault.ts";

/** Work that several callers wait for at once; when the last of them has gone away, it is stopped. */
export class SharedWork<Value> {
  readonly #controller = new AbortController();
  readonly #waiting = new Set<{ readonly ask: Ask }>();
  readonly #value: Promise<Value>;

  constructor(work: (ask: Ask) => Promise<Value>) {
    this.#value = work({
      signal: this.#controller.signal,
      onProgress: (progress) => {
        for (const { ask } of this.#waiting) ask.onProgress?.(progress);
      },
    });
    // Whoever waits hears of a failure; there may be nobody left.
    this.#value.catch(() => undefined);
  }

  /** Nobody gets a value from it any more. */
  get isStopped(): boolean {
    return this.#controller.signal.aborted;
  }

  /** The value; rejects at once when the caller's own signal aborts. */
  async wait(ask: Ask): Promise<Value> {
    const waiter = { ask };
    this.#waiting.add(waiter);
    let giveUp = (): void => undefined;
    const given = new Promise<never>((_, reject) => {
      giveUp = () => reject(abortError());
    });
    ask.signal?.addEventListener("abort", giveUp);
    try {
      throwIfAborted(ask.signal);
      return await Promise.race([this.#value, given]);
    } catch (error) {
      if (this.#waiting.size === 1) this.#controller.abort();
      throw error;
    } finally {
      this.#waiting.delete(waiter);
      ask.signal?.removeEventListener("abort", giveUp);
    }
  }
}
