const waiting: (() => void)[] = [];
let running = false;

function next(run: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: 150 });
  else setTimeout(run, 0);
}

function runOne(): void {
  waiting.shift()?.();
  if (waiting.length > 0) next(runOne);
  else running = false;
}

/**
 * Runs one task in each idle slot, in order, so that a page of charts does not freeze while it is drawn.
 *
 * @returns a way to take the task back
 */
export function whenIdle(task: () => void): () => void {
  waiting.push(task);
  if (!running) {
    running = true;
    next(runOne);
  }
  return () => {
    const at = waiting.indexOf(task);
    if (at !== -1) waiting.splice(at, 1);
  };
}
