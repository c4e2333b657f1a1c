import { throwIfAborted } from "./fault.ts";
import type { Ask } from "./analysis.ts";
import type { Progress } from "./protocol.ts";

/** Runs work that stops between its steps; each time the worker hears its messages, a cancel among them. */
export async function runSteps<Value>(steps: Generator<Progress, Value>, { signal, onProgress }: Ask): Promise<Value> {
  for (;;) {
    throwIfAborted(signal);
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
}
