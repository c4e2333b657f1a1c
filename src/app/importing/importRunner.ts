import type { ImportOrigin } from "#src/domain/imports.ts";
import type { PartsPerMillion } from "#src/domain/units.ts";
import type { Drop, ImportOutcome, OnProgress, Progress, StoreRefusal, TableChoice } from "#src/engine/protocol.ts";
import type { EngineStore } from "#src/view/engine.tsx";
import { isRunning, type ImportJob, type ImportRunner } from "#src/view/importing.tsx";

import type { ImportIntent, IntentKeeper } from "./importIntent.ts";
import { createMeter, newJob, outcomesWhenCancelled } from "./importProgress.ts";
import { SAMPLE_SPREAD_PPM, type Sample } from "./sampleFiles.ts";

/** Between two drawings of the progress. */
const DRAW_EVERY_MS = 100;
/** Time for the reader to look at what was imported, and to undo it. */
const TIDY_AFTER_MS = 60_000;

/** What the reader is told once, wherever they are. */
export type ImportNotice =
  | { readonly type: "finished"; readonly job: ImportJob }
  | { readonly type: "failed"; readonly origin: ImportOrigin; readonly error: Error }
  /** Files dropped while others are imported or reviewed: their turn comes. */
  | { readonly type: "waiting"; readonly files: number }
  /** An earlier page was closed or died before its import was done. */
  | { readonly type: "interrupted"; readonly intent: ImportIntent }
  | { readonly type: "undone"; readonly imports: number }
  | { readonly type: "sampleRemoved" }
  | { readonly type: "refused"; readonly refusal: StoreRefusal };

export type SampleAnswer = "remove" | "keep" | "cancel";

/** Files that the reader looks over before anything of them is stored. */
export interface ImportReview {
  readonly id: number;
  readonly files: number;
  readonly progress: Progress | undefined;
  /** Undefined while the files are unpacked and looked at. */
  readonly drop: Drop | undefined;
}

export interface AppImportRunner extends ImportRunner {
  /** Own files that wait for the reader to say what becomes of the sample. */
  readonly question: () => readonly File[] | undefined;
  readonly answer: (answer: SampleAnswer) => void;
  readonly review: () => ImportReview | undefined;
  /** Imports what the reader chose of the drop under review. */
  readonly importReviewed: (choices: readonly TableChoice[]) => void;
  /** Ends the review, or the reading before it; nothing is imported. */
  readonly closeReview: () => void;
  /** Takes imports out again. */
  readonly undo: (importIds: readonly number[]) => void;
  /** What happened before anybody listened is told to the first who does. */
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
  readonly intents: IntentKeeper;
  /** Runs work in an idle moment after the time. */
  readonly later: (work: () => void, afterMs: number) => void;
}

/** Undefined files are the sample, not fetched yet; own files are reviewed first, but for those made here. */
type Work =
  | { readonly origin: "sample"; readonly files: undefined }
  | { readonly origin: "own"; readonly files: readonly File[]; readonly isMade?: true };

/** One call of the engine that imports. */
interface Taking {
  readonly origin: ImportOrigin;
  readonly files: ImportJob["files"];
  readonly call: (nowMs: number, onProgress: OnProgress) => Promise<readonly ImportOutcome[]>;
}

/** Reviews and imports one drop after the other, outside of any screen. */
export function createImportRunner(parts: ImportRunnerParts): AppImportRunner {
  const { engine, sample, now, guardLeaving, onOwnStored, intents, later } = parts;
  const listeners = new Set<() => void>();
  const tellers = new Set<(notice: ImportNotice) => void>();
  const untold: ImportNotice[] = [];
  const queue: Work[] = [];
  let job: ImportJob | undefined;
  let review: ImportReview | undefined;
  let decide: ((choices: readonly TableChoice[] | undefined) => void) | undefined;
  let asked: readonly File[] | undefined;
  let abort = new AbortController();
  let running: { readonly work: Work; readonly done: Promise<void> } | undefined;
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

  function show(next: ImportReview | undefined): void {
    review = next;
    changed();
  }

  function tell(notice: ImportNotice): void {
    if (tellers.size === 0) untold.push(notice);
    for (const teller of tellers) teller(notice);
  }

  function failed(origin: ImportOrigin, error: unknown): void {
    const fault = faultOf(error);
    update({ state: "failed", error: fault });
    tell({ type: "failed", origin, error: fault });
  }

  async function finish(outcomes: readonly ImportOutcome[], origin: ImportOrigin): Promise<void> {
    if (origin === "sample") await setSpread(null, SAMPLE_SPREAD_PPM);
    await engine.refresh();
    update({ state: "finished", outcomes, current: undefined });
    if (job) tell({ type: "finished", job });
    if (origin === "own" && outcomes.some(({ type }) => type === "imported")) {
      onOwnStored();
      later(tidyUp, TIDY_AFTER_MS);
    }
  }

  /** The sample comes with its platform's spread and takes it along; a spread that the reader has set is left alone. */
  async function setSpread(from: PartsPerMillion | null, to: PartsPerMillion | null): Promise<void> {
    const phase = engine.phase();
    if (phase.type !== "ready" || phase.status.settings.spreadPpm !== from) return;
    const settings = { ...phase.status.settings, spreadPpm: to };
    const saved = await engine.methods.saveSettings({ settings, today: engine.today() });
    if (!saved.ok) tell({ type: "refused", refusal: saved.refusal });
  }

  /** Drops what no figure is made of; it may fail or be cut off without anybody's noticing. */
  function tidyUp(): void {
    if (running) return;
    const { signal } = abort;
    engine.methods.compact({}, signal).catch(() => undefined);
  }

  async function take({ origin, files, call }: Taking, signal: AbortSignal): Promise<void> {
    job = newJob({ id: nextId++, origin, state: "importing", files });
    changed();
    const nowMs = now();
    const measure = createMeter(nowMs);
    let drawnMs = 0;
    let latest: Partial<ImportJob> = {};
    try {
      const outcomes = await call(nowMs, (progress) => {
        latest = measure(progress, now());
        if (now() - drawnMs < DRAW_EVERY_MS && progress.importStep?.outcome === undefined) return;
        drawnMs = now();
        update(latest);
      });
      await finish(outcomes, origin);
    } catch (error) {
      if (!signal.aborted) return failed(origin, error);
      if (origin === "sample") return putAway();
      await finish(outcomesWhenCancelled(files, latest.outcomes ?? []), origin);
    }
  }

  async function runSample(signal: AbortSignal): Promise<void> {
    const ended = intents.begin({ fileName: "", files: 0, origin: "sample" });
    guardLeaving(true);
    try {
      const list = await sample.list(signal);
      job = newJob({ id: nextId++, origin: "sample", state: "fetching", files: list });
      const files = await sample.fetch(list, { signal, onBytes: (doneBytes) => update({ doneBytes }) });
      signal.throwIfAborted();
      const named = files.map(({ name, size }) => ({ name, sizeBytes: size }));
      const args = { files, origin: "sample", today: engine.today() } as const;
      await take(
        {
          origin: "sample",
          files: named,
          call: (nowMs, onProgress) => engine.methods.importFiles({ ...args, nowMs }, signal, onProgress),
        },
        signal,
      );
    } catch (error) {
      if (signal.aborted) putAway();
      else failed("sample", error);
    } finally {
      ended();
      guardLeaving(false);
    }
  }

  /** Undefined when the reader gave up, or the files could not be opened. */
  async function openDrop(files: readonly File[], signal: AbortSignal): Promise<Drop | undefined> {
    const id = nextId++;
    show({ id, files: files.length, progress: undefined, drop: undefined });
    try {
      const drop = await engine.methods.openDrop({ files }, signal, (progress) => {
        if (review?.id === id) show({ ...review, progress });
      });
      signal.throwIfAborted();
      show({ id, files: drop.tables.length, progress: undefined, drop });
      return drop;
    } catch (error) {
      show(undefined);
      if (!signal.aborted) tell({ type: "failed", origin: "own", error: faultOf(error) });
      return undefined;
    }
  }

  async function runOwn(files: readonly File[], signal: AbortSignal): Promise<void> {
    const drop = await openDrop(files, signal);
    if (drop === undefined) return;
    const choices = await new Promise<readonly TableChoice[] | undefined>((resolve) => {
      decide = resolve;
    });
    decide = undefined;
    show(undefined);
    const { dropId } = drop;
    if (choices === undefined) {
      await engine.methods.closeDrop({ dropId, nowMs: now() }).catch((error: unknown) => failed("own", error));
      return;
    }
    const chosen = choices.flatMap(({ table }) => drop.tables[table] ?? []);
    const named = chosen.map(({ fileName, sizeBytes }) => ({ name: fileName, sizeBytes }));
    const args = { dropId, choices, origin: "own", today: engine.today() } as const;
    const ended = intents.begin({ fileName: named[0]?.name ?? "", files: named.length });
    guardLeaving(true);
    await take(
      {
        origin: "own",
        files: named,
        call: (nowMs, onProgress) => engine.methods.importDrop({ ...args, nowMs }, signal, onProgress),
      },
      signal,
    );
    ended();
    guardLeaving(false);
  }

  /** What is entered beside nothing but the sample belongs to it, and goes with it. */
  async function runMade(files: readonly File[], signal: AbortSignal): Promise<void> {
    const phase = engine.phase();
    const isOfSample = phase.type === "ready" && phase.status.origins.sample > 0 && phase.status.origins.own === 0;
    const args = { files, origin: isOfSample ? "sample" : "own", today: engine.today() } as const;
    await take(
      {
        origin: "own",
        files: files.map(({ name, size }) => ({ name, sizeBytes: size })),
        call: (nowMs, onProgress) => engine.methods.importFiles({ ...args, nowMs }, signal, onProgress),
      },
      signal,
    );
  }

  async function run(work: Work): Promise<void> {
    abort.abort();
    abort = new AbortController();
    if (work.origin === "sample") await runSample(abort.signal);
    else if (work.isMade) await runMade(work.files, abort.signal);
    else await runOwn(work.files, abort.signal);
  }

  async function workOff(): Promise<void> {
    for (let work = queue.shift(); work; work = queue.shift()) {
      const done = run(work);
      running = { work, done };
      await done;
    }
    running = undefined;
  }

  function enqueue(work: Work): void {
    queue.push(work);
    if (running === undefined) void workOff();
    else if (work.origin === "own") tell({ type: "waiting", files: work.files.length });
  }

  function sampleIsThere(): boolean {
    const phase = engine.phase();
    const stored = phase.type === "ready" && phase.status.origins.sample > 0;
    return stored || running?.work.origin === "sample" || queue.some(({ origin }) => origin === "sample");
  }

  /** Resolves to false when the store refused. */
  async function withoutSample(): Promise<boolean> {
    if (running?.work.origin === "sample") {
      abort.abort();
      await running.done;
    }
    const records = await engine.methods.imports({});
    const importIds = records.filter(({ origin }) => origin === "sample").map(({ importId }) => importId);
    const deleted = await engine.methods.deleteImports({ importIds, today: engine.today() });
    if (!deleted.ok) {
      tell({ type: "refused", refusal: deleted.refusal });
      return false;
    }
    if (job?.origin === "sample") job = undefined;
    if (deleted.value.origins.own === 0) await setSpread(SAMPLE_SPREAD_PPM, null);
    await engine.refresh();
    tell({ type: "sampleRemoved" });
    return true;
  }

  async function answerWith(files: readonly File[], answer: SampleAnswer): Promise<void> {
    if (answer === "cancel") return;
    if (answer === "keep" || (await withoutSample())) enqueue({ origin: "own", files });
  }

  async function undo(importIds: readonly number[]): Promise<void> {
    try {
      const deleted = await engine.methods.deleteImports({ importIds, today: engine.today() });
      if (!deleted.ok) return tell({ type: "refused", refusal: deleted.refusal });
      await engine.refresh();
      tell({ type: "undone", imports: importIds.length });
    } catch (error) {
      tell({ type: "failed", origin: "own", error: faultOf(error) });
    }
  }

  void intents.unfinished().then((intent) => intent && tell({ type: "interrupted", intent }));

  return {
    job: () => job,
    question: () => asked,
    review: () => review,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    onNotice(teller) {
      tellers.add(teller);
      for (const notice of untold.splice(0)) teller(notice);
      return () => tellers.delete(teller);
    },
    importFiles(files) {
      if (files.length === 0) return;
      if (!sampleIsThere()) return enqueue({ origin: "own", files });
      asked = [...(asked ?? []), ...files];
      changed();
    },
    importMade(files) {
      if (files.length > 0) enqueue({ origin: "own", files, isMade: true });
    },
    answer(answer) {
      const files = asked ?? [];
      asked = undefined;
      changed();
      void answerWith(files, answer);
    },
    importReviewed: (choices) => decide?.(choices),
    closeReview() {
      if (decide) decide(undefined);
      else if (review) abort.abort();
    },
    undo: (importIds) => void undo(importIds),
    loadSample() {
      if (!sampleIsThere()) enqueue({ origin: "sample", files: undefined });
    },
    removeSample: () => void withoutSample(),
    cancel() {
      abort.abort();
      if (isRunning(job)) update({ state: "cancelling" });
    },
    dismiss() {
      if (!isRunning(job)) putAway();
    },
  };
}

function faultOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
