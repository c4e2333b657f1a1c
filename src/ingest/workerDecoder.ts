import type { DecodeFile, DecodeOptions, FileReading, SketchFile, UnpackFile } from "./decodedFile.ts";
import { READ_PLAN } from "#src/ingest/text/fileBytes.ts";
import { withHash } from "#src/ingest/text/fileHash.ts";
import type { DecoderAnswers, DecoderPort, DecoderQuestion, DecoderReply, DecoderRequest } from "./workerMessages.ts";

/** Reading of files in a worker of its own, so that decoding and storing go on side by side. */
export interface WorkerDecoder extends FileReading {
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

/** What a job may tell while it goes on. */
type Waiting = Pick<DecodeOptions, "signal" | "onProgress"> & Partial<Pick<DecodeOptions, "onBlock">>;

interface Job {
  readonly waiting: Waiting;
  /** What the engine does with the blocks, one after another. */
  work: Promise<void>;
  readonly resolve: (answer: DecoderAnswers[keyof DecoderAnswers]) => void;
  readonly reject: (reason: unknown) => void;
}

/** A question before it has its number. */
type Asked<Type extends DecoderQuestion["type"]> = Omit<Extract<DecoderQuestion, { type: Type }>, "id"> & {
  readonly type: Type;
};

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
          await job.waiting.onBlock?.(reply.block);
          send({ type: "taken", id: reply.id });
        });
        break;
      case "progress":
        job.waiting.onProgress?.(reply.bytesDone);
        break;
      case "answer":
        queue(reply.id, job, () => settle(reply.id)?.resolve(reply.answer));
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

  const ask = <Type extends DecoderQuestion["type"]>(
    asked: Asked<Type>,
    waiting: Waiting,
  ): Promise<DecoderAnswers[Type]> =>
    new Promise((resolve, reject) => {
      const { signal } = waiting;
      signal?.throwIfAborted();
      const id = ++lastId;
      const onAbort = (): void => fail(id, signal?.reason);
      const done =
        <Value>(settleWith: (value: Value) => void) =>
        (value: Value): void => {
          signal?.removeEventListener("abort", onAbort);
          settleWith(value);
        };
      signal?.addEventListener("abort", onAbort);
      // The far end answers a question of each type with the answer of that type.
      const answer = done((value: DecoderAnswers[keyof DecoderAnswers]) => resolve(value as DecoderAnswers[Type]));
      jobs.set(id, { waiting, work: Promise.resolve(), resolve: answer, reject: done(reject) });
      startedThread().port.postMessage({ ...asked, id });
    });

  const unpack: UnpackFile = (file, options) => ask({ type: "unpack", file, name: file.name }, options);
  const sketch: SketchFile = (file, { reading, signal }) =>
    ask({ type: "sketch", file, reading }, signal === undefined ? {} : { signal });
  const decode: DecodeFile = (file, options) => {
    const { zone, reading, dataset } = options;
    const asked = { type: "decode", file, zone, ...(reading && { reading }), ...(dataset && { dataset }) } as const;
    return ask(asked, options);
  };

  return {
    unpack,
    sketch,
    decode: withHash(decode, READ_PLAN),
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
