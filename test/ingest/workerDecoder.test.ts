import { MessageChannel } from "node:worker_threads";

import { gzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";

import type { DecodedBlock, DecodeFile } from "#src/ingest/decodedFile.ts";
import { decodeFile } from "#src/ingest/decodeFile.ts";
import { fileReading } from "#src/ingest/fileReading.ts";
import { serveDecoder } from "#src/ingest/serveDecoder.ts";
import { createWorkerDecoder, type DecoderThread } from "#src/ingest/workerDecoder.ts";
import type { DecoderPort } from "#src/ingest/workerMessages.ts";

import { decodeText, longTable, table } from "./decodeText.ts";

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close();
    port2.close();
  }
});

/** The worker's code behind a real channel; `die` is what a browser does when a worker fails. */
function thread(decode: DecodeFile = decodeFile): DecoderThread & { die(): void } {
  const channel = new MessageChannel();
  channels.push(channel);
  const errors: ((event: Event) => void)[] = [];
  serveDecoder(channel.port2 as unknown as DecoderPort, { ...fileReading, decode });
  const port = channel.port1 as unknown as DecoderPort;
  return {
    port: {
      postMessage: (message, transfer) => port.postMessage(message, transfer),
      addEventListener: (type: string, listener: (event: MessageEvent) => void) => {
        if (type === "error") errors.push(listener as unknown as (event: Event) => void);
        else if (type === "message") port.addEventListener("message", listener);
      },
      start: () => port.start?.(),
    },
    end: () => channel.port1.close(),
    die: () => errors.forEach((listener) => listener(new Event("error"))),
  };
}

const small = table("T1,U1,2024-01-05,lend,5,P,30,c", "T2,U2,2024-01-05,exit,5,P,30,c");
const large = longTable(Array.from({ length: 300_000 }, (_, at) => `T${at},U${at % 9},2024-01-05,lend,5,P,30,`));

test("gives what the decoder gives in place", async () => {
  const decoder = createWorkerDecoder(() => thread());
  const here = await decodeText(small);
  const there = await decodeText(small, { decode: decoder.decode });
  expect(there).toEqual(here);
  const refused = await decodeText("<html></html>", { decode: decoder.decode });
  expect(refused.refusal?.code).toBe("NOT_A_TABLE");
});

test("unpacks and sketches in the worker, and decodes as the reading says", async () => {
  const decoder = createWorkerDecoder(() => thread());
  const packed = new File([gzipSync(new TextEncoder().encode(small)).slice()], "june.csv.gz");
  const progress: number[] = [];
  const { tables } = await decoder.unpack(packed, { onProgress: (bytesDone) => progress.push(bytesDone) });
  const [unpacked] = tables;
  if (unpacked === undefined || !("content" in unpacked)) throw new Error("refused");
  expect(unpacked).toMatchObject({ fileName: "june.csv.gz", container: { kind: "gzip" } });
  expect(await unpacked.content.text()).toBe(small);
  expect(progress.at(-1)).toBe(packed.size);
  expect(await decoder.sketch(unpacked.content, {})).toEqual(await fileReading.sketch(unpacked.content, {}));

  const named = new Blob([`a,b,c,d\nU1,2024-01-05,lend,5\n`]);
  const columns = { user_id: 0, occurred_at: 1, type: 2, amount: 3 };
  const outcome = await decoder.decode(named, {
    zone: "Asia/Shanghai",
    reading: { columns },
    onBlock: () => undefined,
  });
  expect(outcome).toMatchObject({ type: "decoded", file: { rows: 1 } });
  const lenders = new Blob(["user_id,registered_at\nU1,2024-01-05\n"]);
  const decoded = await decoder.decode(lenders, {
    zone: "Asia/Shanghai",
    dataset: "lenders",
    onBlock: () => undefined,
  });
  expect(decoded).toMatchObject({ type: "decodedTable", table: { dataset: "lenders", read: 1 } });
  expect(decoded.sha256).toHaveLength(64);
});

test("aborting an unpacking rejects", async () => {
  const decoder = createWorkerDecoder(() => thread());
  const abort = new AbortController();
  const unpacking = decoder.unpack(new File([small], "a.csv"), { signal: abort.signal });
  abort.abort();
  await expect(unpacking).rejects.toMatchObject({ name: "AbortError" });
});

test("keeps one worker, and starts another only after it died", async () => {
  const threads: ReturnType<typeof thread>[] = [];
  const decoder = createWorkerDecoder(() => {
    const started = thread();
    threads.push(started);
    return started;
  });
  await Promise.all([decodeText(small, { decode: decoder.decode }), decodeText(small, { decode: decoder.decode })]);
  await decodeText(small, { decode: decoder.decode });
  expect(threads).toHaveLength(1);
  const dying = decodeText(large, { decode: decoder.decode });
  threads[0]!.die();
  await expect(dying).rejects.toThrow("died");
  expect((await decodeText(small, { decode: decoder.decode })).rows).toHaveLength(2);
  expect(threads).toHaveLength(2);
});

test("two blocks at most are under way, and the outcome waits for the last of them", async () => {
  let sent = 0;
  const counting: DecodeFile = (file, options) =>
    decodeFile(file, {
      ...options,
      onBlock: async (block) => {
        await options.onBlock(block);
        sent++;
      },
    });
  const decoder = createWorkerDecoder(() => thread(counting));
  let taken = 0;
  const ahead: number[] = [];
  const outcome = await decoder.decode(new Blob([large]), {
    zone: "Asia/Shanghai",
    onBlock: async (block: DecodedBlock) => {
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
      ahead.push(sent - taken);
      taken += 1;
      expect(block.columns.amount[0]).toBe(500);
    },
  });
  expect(outcome).toMatchObject({ type: "decoded", file: { rows: 300_000 } });
  expect(taken).toBe(3);
  expect(Math.max(...ahead)).toBeLessThanOrEqual(2);
});

test("aborting, closing and a failing reader all reject", async () => {
  const decoder = createWorkerDecoder(() => thread());
  const abort = new AbortController();
  const read = (onBlock: () => void, signal?: AbortSignal) =>
    decoder.decode(new Blob([large]), {
      zone: "Asia/Shanghai",
      onBlock,
      ...(signal && { signal }),
    });
  await expect(read(() => abort.abort(), abort.signal)).rejects.toMatchObject({ name: "AbortError" });
  await expect(read(() => undefined, abort.signal)).rejects.toMatchObject({ name: "AbortError" });
  const failing = read(() => {
    throw new Error("disk full");
  });
  await expect(failing).rejects.toThrow("disk full");
  const closing = read(() => decoder.close());
  await expect(closing).rejects.toMatchObject({ name: "AbortError" });
  expect((await decodeText(small, { decode: decoder.decode })).rows).toHaveLength(2);
});

test("a fault of the decoder rejects with its message", async () => {
  const decoder = createWorkerDecoder(() => thread(() => Promise.reject(new RangeError("broken"))));
  await expect(decodeText(small, { decode: decoder.decode })).rejects.toThrow("broken");
});
