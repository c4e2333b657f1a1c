import { abortError, EngineFault } from "./fault.ts";
import type { Port } from "./port.ts";
import type { EngineMethod, EngineMethods, EngineReply, EngineRequest, OnProgress } from "./protocol.ts";

const METHODS: readonly EngineMethod[] = [
  "open",
  "status",
  "importFiles",
  "openDrop",
  "sketchTable",
  "previewDrop",
  "importDrop",
  "closeDrop",
  "restatement",
  "rejectedFile",
  "attempts",
  "mappings",
  "saveMappings",
  "deleteMapping",
  "findings",
  "backup",
  "backupSummary",
  "restore",
  "compact",
  "imports",
  "rejectedRows",
  "deleteImports",
  "eraseEverything",
  "saveSettings",
  "series",
  "lenderSeries",
  "cohorts",
  "cohortSums",
  "growth",
  "lenderStates",
  "checks",
  "coverage",
  "rows",
  "acquisition",
  "hunters",
  "compareAcquisition",
  "cohortProjection",
  "renewalFit",
  "retention",
  "internalAccounts",
  "lenders",
  "lender",
  "openLots",
  "concentration",
  "activation",
  "targets",
  "annotations",
  "profitability",
  "profitWhatIf",
  "vintages",
  "loans",
  "loanSchedule",
  "matching",
  "leverage",
  "funds",
];

interface Call {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: OnProgress | undefined;
}

interface CallOptions {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress | undefined;
}

export interface EngineClient {
  readonly methods: EngineMethods;
  /** Calls back after every change of the stored data; returns how to stop. */
  watch(onChange: (dataVersion: number) => void): () => void;
}

/**
 * The engine as seen from the page. When the worker dies every waiting and later call rejects with
 * an EngineFault: never an endless wait.
 */
export function connect(port: Port): EngineClient {
  const calls = new Map<number, Call>();
  const watchers = new Set<(dataVersion: number) => void>();
  let nextId = 1;
  let dead: EngineFault | undefined;
  const send = (request: EngineRequest): void => port.postMessage(request);

  function call(method: EngineMethod, args: unknown, { signal, onProgress }: CallOptions): Promise<unknown> {
    if (dead) return Promise.reject(dead);
    if (signal?.aborted) return Promise.reject(abortError());
    const id = nextId++;
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        send({ type: "cancel", id });
        if (method !== "importFiles" && method !== "importDrop") settle(id)?.reject(abortError());
      };
      const forget = (): void => signal?.removeEventListener("abort", cancel);
      signal?.addEventListener("abort", cancel);
      calls.set(id, {
        resolve: (value) => (forget(), resolve(value)),
        reject: (error) => (forget(), reject(error)),
        onProgress,
      });
      send({ type: "call", id, method, args });
    });
  }

  function settle(id: number): Call | undefined {
    const waiting = calls.get(id);
    calls.delete(id);
    return waiting;
  }

  function receive(reply: EngineReply): void {
    switch (reply.type) {
      case "answer":
        settle(reply.id)?.resolve(reply.value);
        break;
      case "failure":
        settle(reply.id)?.reject(
          reply.name === "AbortError" ? abortError() : new EngineFault(`${reply.name}: ${reply.message}`),
        );
        break;
      case "progress":
        calls.get(reply.id)?.onProgress?.(reply.progress);
        break;
      case "dataChanged":
        for (const onChange of watchers) onChange(reply.dataVersion);
        break;
    }
  }

  function die(reason: string): void {
    dead = new EngineFault(reason);
    for (const id of [...calls.keys()]) settle(id)?.reject(dead);
  }

  // The other end is our own server.
  port.addEventListener("message", (event) => receive(event.data as EngineReply));
  port.addEventListener("error", () => die("the engine stopped"));
  port.addEventListener("messageerror", () => die("a message to or from the engine could not be read"));
  port.start?.();

  const entries = METHODS.map((method) => [
    method,
    (args: unknown, signal?: AbortSignal, onProgress?: OnProgress) => call(method, args, { signal, onProgress }),
  ]);
  return {
    // The port erases types; `METHODS` names every method of the protocol.
    methods: Object.fromEntries(entries) as EngineMethods,
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
