import type { ImportOrigin } from "#src/domain/imports.ts";
import type { ImportOutcome, StoreRefusal } from "#src/engine/protocol.ts";
import type { EngineStore } from "#src/view/engine.tsx";
import { isRunning, type ImportJob, type ImportRunner } from "#src/view/importing.tsx";

import { createMeter, newJob } from "./importProgress.ts";
import type { Sample } from "./sampleFiles.ts";

/** Between two drawings of the progress. */
const DRAW_EVERY_MS = 100;

/** What the reader is told once, wherever they are. */
export type ImportNotice =
  | { readonly type: "finished"; readonly job: ImportJob }
  | { readonly type: "failed"; readonly origin: ImportOrigin; readonly error: Error }
  | { readonly type: "sampleRemoved" }
  | { readonly type: "refused"; readonly refusal: StoreRefusal };

export type SampleAnswer = "remove" | "keep" | "cancel";

export interface AppImportRunner extends ImportRunner {
  /** Own files that wait for the reader to say what becomes of the sample. */
  readonly question: () => readonly File[] | undefined;
  readonly answer: (answer: SampleAnswer) => void;
  readonly onNotice: (tell: (notice: ImportNotice) => void) => () => void;
}

export interface ImportRunnerParts {
  readonly engine: EngineStore;
  readonly sample: Sample;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether leaving the page would lose work. */
  readonly guardLeaving: (on: boolean) => void;
  readonly onOwnStored: () => void;
}

interface Work {
  readonly origin: ImportOrigin;
  /** Undefined is the sample, not fetched yet. */
  readonly files: readonly File[] | undefined;
}

/** Runs imports one after the other, outside of any screen. */
export function createImportRunner(parts: ImportRunnerParts): AppImportRunner {
  const { engine, sample, now, guardLeaving, onOwnStored } = parts;
  const listeners = new Set<() => void>();
  const tellers = new Set<(notice: ImportNotice) => void>();
  const queue: Work[] = [];
  let job: ImportJob | undefined;
  let asked: readonly File[] | undefined;
  let abort = new AbortController();
  let running: Work | undefined;
  let working: Promise<void> | undefined;
  let nextId = 1;

  function changed(): void {
    for (const onChange of listeners) onChange();
  }

  function update(change: Partial<ImportJob>): void {
    if (job) job = { ...job, ...change };
    changed();
  }

  function putAway(): void {
    job = undefined;
    changed();
  }

  function tell(notice: ImportNotice): void {
    for (const teller of tellers) teller(notice);
  }

  async function sampleFiles(signal: AbortSignal): Promise<readonly File[]> {
    const list = await sample.list(signal);
    job = newJob({ id: nextId++, origin: "sample", state: "fetching", files: list });
    return sample.fetch(list, { signal, onBytes: (doneBytes) => update({ doneBytes }) });
  }

  async function take(
    files: readonly File[],
    origin: ImportOrigin,
    signal: AbortSignal,
  ): Promise<readonly ImportOutcome[]> {
    const named = files.map(({ name, size }) => ({ name, sizeBytes: size }));
    job = newJob({ id: nextId++, origin, state: "importing", files: named });
    changed();
    const nowMs = now();
    const measure = createMeter(nowMs);
    let drawnMs = 0;
    return engine.methods.importFiles({ files, origin, today: engine.today(), nowMs }, signal, (progress) => {
      const state = measure(progress, now());
      if (now() - drawnMs < DRAW_EVERY_MS) return;
      drawnMs = now();
      update(state);
    });
  }

  async function run({ origin, files }: Work): Promise<void> {
    abort = new AbortController();
    const { signal } = abort;
    try {
      const ready = files ?? (await sampleFiles(signal));
      signal.throwIfAborted();
      const outcomes = await take(ready, origin, signal);
      await engine.refresh();
      update({ state: "finished", outcomes, current: undefined });
      if (job) tell({ type: "finished", job });
      if (origin === "own" && outcomes.some(({ type }) => type === "imported")) onOwnStored();
    } catch (error) {
      if (signal.aborted) return putAway();
      const fault = error instanceof Error ? error : new Error(String(error));
      update({ state: "failed", error: fault });
      tell({ type: "failed", origin, error: fault });
    }
  }

  async function workOff(): Promise<void> {
    guardLeaving(true);
    for (running = queue.shift(); running; running = queue.shift()) await run(running);
    guardLeaving(false);
    working = undefined;
  }

  function enqueue(work: Work): void {
    queue.push(work);
    working ??= workOff();
  }

  function sampleIsThere(): boolean {
    const phase = engine.phase();
    const stored = phase.type === "ready" && phase.status.origins.sample > 0;
    return stored || [running, ...queue].some((work) => work?.origin === "sample");
  }

  /** Resolves to false when the store refused. */
  async function withoutSample(): Promise<boolean> {
    if (running?.origin === "sample") abort.abort();
    await working;
    const records = await engine.methods.imports({});
    const importIds = records.filter(({ origin }) => origin === "sample").map(({ importId }) => importId);
    const deleted = await engine.methods.deleteImports({ importIds, today: engine.today() });
    if (!deleted.ok) {
      tell({ type: "refused", refusal: deleted.refusal });
      return false;
    }
    if (job?.origin === "sample") job = undefined;
    await engine.refresh();
    tell({ type: "sampleRemoved" });
    return true;
  }

  async function answerWith(files: readonly File[], answer: SampleAnswer): Promise<void> {
    if (answer === "cancel") return;
    if (answer === "keep" || (await withoutSample())) enqueue({ origin: "own", files });
  }

  return {
    job: () => job,
    question: () => asked,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    onNotice(teller) {
      tellers.add(teller);
      return () => tellers.delete(teller);
    },
    importFiles(files) {
      if (files.length === 0) return;
      if (!sampleIsThere()) return enqueue({ origin: "own", files });
      asked = [...(asked ?? []), ...files];
      changed();
    },
    answer(answer) {
      const files = asked ?? [];
      asked = undefined;
      changed();
      void answerWith(files, answer);
    },
    loadSample() {
      if (!sampleIsThere()) enqueue({ origin: "sample", files: undefined });
    },
    removeSample: () => void withoutSample(),
    cancel() {
      queue.length = 0;
      abort.abort();
      if (isRunning(job)) update({ state: "cancelling" });
    },
    dismiss() {
      if (!isRunning(job)) putAway();
    },
  };
}
