import type { DecodeFile, DecodeOptions, DecodeOutcome } from "./decodedFile.ts";
import { READ_PLAN } from "./fileBytes.ts";
import { withHash } from "./fileHash.ts";
import type { DecoderPort, DecoderReply, DecoderRequest } from "./workerMessages.ts";

/** A decoder that runs in its own worker, so that decoding and storing go on side by side. */
export interface WorkerDecoder {
  readonly decodeFile: DecodeFile;
  /** Starts the worker ahead of the first file. */
  warm(): void;
  /** Ends the worker; whatever it was reading rejects. */
  close(): void;
}

/** The far end of a decoder, and how to end it. */
export interface DecoderThread {
  readonly port: DecoderPort;
  end(): void;
}

interface Job {
  readonly options: DecodeOptions;
  /** What the engine does with the blocks, one after another. */
  work: Promise<void>;
  readonly resolve: (outcome: DecodeOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** Starts the worker at the first file and keeps it warm; after its death the next file starts another. */
export function createWorkerDecoder(startThread: () => DecoderThread = startWorker): WorkerDecoder {
  const jobs = new Map<number, Job>();
  let thread: DecoderThread | undefined;
  let lastId = 0;

  const send = (request: DecoderRequest): void => thread?.port.postMessage(request);

  const settle = (id: number): Job | undefined => {
    const job = jobs.get(id);
    jobs.delete(id);
    return job;
  };

  const endAll = (reason: Error): void => {
    thread?.end();
    thread = undefined;
    for (const id of [...jobs.keys()]) settle(id)?.reject(reason);
  };

  const fail = (id: number, reason: unknown): void => {
    const job = settle(id);
    if (job === undefined) return;
    send({ type: "cancel", id });
    job.reject(reason);
  };

  /** Puts work behind the work before it; a failure of it is the file's. */
  const queue = (id: number, job: Job, work: () => void | Promise<void>): void => {
    job.work = job.work.then(() => (jobs.has(id) ? work() : undefined)).catch((error: unknown) => fail(id, error));
  };

  const receive = (reply: DecoderReply): void => {
    const job = jobs.get(reply.id);
    if (job === undefined) return;
    switch (reply.type) {
      case "block":
        queue(reply.id, job, async () => {
          await job.options.onBlock(reply.block);
          send({ type: "taken", id: reply.id });
        });
        break;
      case "progress":
        job.options.onProgress?.(reply.bytesDone);
        break;
      case "outcome":
        queue(reply.id, job, () => settle(reply.id)?.resolve(reply.outcome));
        break;
      case "failure":
        settle(reply.id)?.reject(faultOf(reply.name, reply.message));
        break;
    }
  };

  const startedThread = (): DecoderThread => {
    if (thread !== undefined) return thread;
    const started = startThread();
    const die = (event: Event): void => {
      // A thread that was given up already has nobody waiting for it.
      if (thread !== started) return;
      endAll(new Error("The decoder's worker died.", { cause: event }));
    };
    // The port erases types; the worker's end sends nothing else.
    started.port.addEventListener("message", (event) => receive(event.data as DecoderReply));
    started.port.addEventListener("error", die);
    started.port.addEventListener("messageerror", die);
    started.port.start?.();
    thread = started;
    return started;
  };

  const decodeFile: DecodeFile = (file, options) =>
    new Promise<DecodeOutcome>((resolve, reject) => {
      options.signal?.throwIfAborted();
      const id = ++lastId;
      const onAbort = (): void => fail(id, options.signal?.reason);
      const done =
        <Value>(settleWith: (value: Value) => void) =>
        (value: Value): void => {
          options.signal?.removeEventListener("abort", onAbort);
          settleWith(value);
        };
      options.signal?.addEventListener("abort", onAbort);
      jobs.set(id, { options, work: Promise.resolve(), resolve: done(resolve), reject: done(reject) });
      const request: DecoderRequest = { type: "decode", id, file, zone: options.zone };
      startedThread().port.postMessage(request);
    });

  return {
    decodeFile: withHash(decodeFile, READ_PLAN),
    warm: () => void startedThread(),
    close: () => endAll(new DOMException("The decoder was closed.", "AbortError")),
  };
}

function faultOf(name: string, message: string): Error {
  return name === "AbortError" ? new DOMException(message, name) : Object.assign(new Error(message), { name });
}

function startWorker(): DecoderThread {
  const worker = new Worker(new URL("./ingest.worker.ts", import.meta.url), { type: "module" });
  return { port: worker, end: () => worker.terminate() };
}
