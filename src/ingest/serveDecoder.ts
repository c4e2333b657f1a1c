import type { DecodedBlock, DecodeFile } from "./decodedFile.ts";
import { BLOCKS_IN_FLIGHT, type DecoderPort, type DecoderReply, type DecoderRequest } from "./workerMessages.ts";

interface Job {
  readonly abort: AbortController;
  inFlight: number;
  /** Wakes the decoder when the engine has taken a block. */
  wake: (() => void) | undefined;
}

/** Answers decode requests on a port, one file or several at a time. */
export function serveDecoder(port: DecoderPort, decode: DecodeFile): void {
  const jobs = new Map<number, Job>();
  const reply = (message: DecoderReply, transfer: Transferable[] = []): void => port.postMessage(message, transfer);

  const run = async ({ id, file, zone }: Extract<DecoderRequest, { type: "decode" }>): Promise<void> => {
    const job: Job = { abort: new AbortController(), inFlight: 0, wake: undefined };
    jobs.set(id, job);
    try {
      const outcome = await decode(file, {
        zone,
        signal: job.abort.signal,
        onBlock: async (block) => {
          while (job.inFlight >= BLOCKS_IN_FLIGHT && !job.abort.signal.aborted) await taken(job);
          job.inFlight++;
          reply({ type: "block", id, block }, buffersOf(block));
        },
        onProgress: (bytesDone) => reply({ type: "progress", id, bytesDone }),
      });
      reply({ type: "outcome", id, outcome });
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
    if (request.type === "decode") {
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
