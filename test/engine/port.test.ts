import { describe, expect, it } from "vitest";

import { connect } from "#src/engine/client.ts";
import { EngineFault } from "#src/engine/fault.ts";
import type { Port } from "#src/engine/port.ts";
import type { EngineMethods } from "#src/engine/protocol.ts";
import { serve } from "#src/engine/serve.ts";

type Partly = Partial<Record<keyof EngineMethods, unknown>>;

/** Both ends over a real MessageChannel; only the methods under test exist. */
function bothEnds(methods: Partly) {
  const { port1, port2 } = new MessageChannel();
  let change: (dataVersion: number) => void = () => undefined;
  serve(port1 as unknown as Port, methods as EngineMethods, (onChange) => {
    change = onChange;
    return () => undefined;
  });
  const client = connect(port2 as unknown as Port);
  return { client, change: (dataVersion: number) => change(dataVersion), close: () => port1.close() };
}

describe("the port between page and engine", () => {
  it("EN1 answers each call with its own value, whatever the order", async () => {
    const waiting = new Map<number, (value: unknown) => void>();
    const rejectedRows = ({ importId }: { importId: number }) =>
      new Promise((resolve) => {
        waiting.set(importId, resolve);
        if (waiting.size === 2) for (const id of [2, 1]) waiting.get(id)!([`rows of ${id}`]);
      });
    const { client, close } = bothEnds({ rejectedRows });
    const answers = await Promise.all([1, 2].map((importId) => client.methods.rejectedRows({ importId })));
    expect(answers).toEqual([["rows of 1"], ["rows of 2"]]);
    close();
  });

  it("EN2 cancels the work when the caller's signal aborts", async () => {
    let stopped: () => void = () => undefined;
    const stop = new Promise<void>((resolve) => (stopped = resolve));
    const checks = (_: unknown, signal: AbortSignal) =>
      new Promise(() => signal.addEventListener("abort", () => stopped()));
    const { client, close } = bothEnds({ checks });
    const controller = new AbortController();
    const call = client.methods.checks({}, controller.signal);
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    await stop;
    close();
  });

  it("EN3 turns a throw in the engine into a fault that names it", async () => {
    const checks = () => Promise.reject(new RangeError("a broken invariant"));
    const { client, close } = bothEnds({ checks });
    await expect(client.methods.checks({})).rejects.toThrow(EngineFault);
    await expect(client.methods.checks({})).rejects.toThrow(/RangeError: a broken invariant/);
    close();
  });

  it("EN4 rejects waiting and later calls when the worker dies", async () => {
    const target = new EventTarget();
    const port = Object.assign(target, { postMessage: () => undefined }) as unknown as Port;
    const { methods } = connect(port);
    const waiting = methods.checks({});
    target.dispatchEvent(new Event("error"));
    await expect(waiting).rejects.toThrow(EngineFault);
    await expect(methods.imports({})).rejects.toThrow(EngineFault);
  });

  it("EN5 passes progress and changes of the data on", async () => {
    const seen: unknown[] = [];
    const growth = (_: unknown, __: unknown, onProgress: (progress: unknown) => void) => {
      onProgress({ done: 1, total: 2 });
      return Promise.resolve("grown");
    };
    const { client, change, close } = bothEnds({ growth });
    const versions: number[] = [];
    client.watch((dataVersion) => versions.push(dataVersion));
    change(7);
    const all = { products: [], channels: [] };
    expect(await client.methods.growth({ filter: all }, undefined, (progress) => seen.push(progress))).toBe("grown");
    expect(seen).toEqual([{ done: 1, total: 2 }]);
    expect(versions).toEqual([7]);
    close();
  });
});
