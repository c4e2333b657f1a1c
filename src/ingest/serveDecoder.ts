import type { DecodedBlock, FileReading } from "./decodedFile.ts";
import {
  BLOCKS_IN_FLIGHT,
  type DecoderAnswers,
  type DecoderPort,
  type DecoderQuestion,
  type DecoderReply,
  type DecoderRequest,
} from "./workerMessages.ts";

interface Job {
  readonly abort: AbortController;
  inFlight: number;
  /** Wakes the decoder when the engine has taken a block. */
  wake: (() => void) | undefined;
}

/** Answers questions about files on a port, one or several at a time. */
export function serveDecoder(port: DecoderPort, reading: FileReading): void {
  const jobs = new Map<number, Job>();
  const reply = (message: DecoderReply, transfer: Transferable[] = []): void => port.postMessage(message, transfer);

  const answerTo = (question: DecoderQuestion, job: Job): Promise<DecoderAnswers[keyof DecoderAnswers]> => {
    const { id, file } = question;
    const { signal } = job.abort;
    const onProgress = (bytesDone: number): void => reply({ type: "progress", id, bytesDone });
    switch (question.type) {
      case "unpack":
        return reading.unpack(new File([file], question.name), { signal, onProgress });
      case "sketch":
        return reading.sketch(file, { signal, ...(question.reading && { reading: question.reading }) });
      case "decode":
        return reading.decode(file, {
          zone: question.zone,
          ...(question.reading && { reading: question.reading }),
          ...(question.dataset && { dataset: question.dataset }),
          signal,
          onBlock: async (block) => {
            while (job.inFlight >= BLOCKS_IN_FLIGHT && !signal.aborted) await taken(job);
            job.inFlight++;
            reply({ type: "block", id, block }, buffersOf(block));
          },
          onProgress,
        });
    }
  };

  const run = async (question: DecoderQuestion): Promise<void> => {
    const { id } = question;
    const job: Job = { abort: new AbortController(), inFlight: 0, wake: undefined };
    jobs.set(id, job);
    try {
      reply({ type: "answer", id, answer: await answerTo(question, job) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      reply({ type: "failure", id, name, message });
    } finally {
      jobs.delete(id);
    }
  };

  port.addEventListener("message", (event) => {
    // The port erases types; the engine's end sends nothing else.
    const request = event.data as DecoderRequest;
    if (request.type !== "cancel" && request.type !== "taken") {
      void run(request);
      return;
    }
    const job = jobs.get(request.id);
    if (job === undefined) return;
    if (request.type === "cancel") job.abort.abort();
    else job.inFlight--;
    job.wake?.();
  });
  port.start?.();
}

function taken(job: Job): Promise<void> {
  return new Promise((resolve) => {
    job.wake = resolve;
  });
}

/** Every array of a block, so that the block moves and is not copied. */
function buffersOf({ columns, identity, lines }: DecodedBlock): ArrayBuffer[] {
  const parts = [columns, identity, identity.ids ?? {}, identity.lots ?? {}, { lines }];
  const values = parts.flatMap((part): unknown[] => Object.values(part));
  const buffers = values.flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer] : []));
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
