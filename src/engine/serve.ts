import type { Port } from "./port.ts";
import type { EngineMethod, EngineMethods, EngineReply, EngineRequest, OnProgress } from "./protocol.ts";

/** A port erases types: the client calls only methods of the protocol, with its arguments. */
type AnyMethod = (args: unknown, signal: AbortSignal, onProgress: OnProgress) => Promise<unknown>;

/** Answers a client's calls from `methods` and tells it whenever the stored data changes. */
export function serve(
  port: Port,
  methods: EngineMethods,
  watch: (onChange: (dataVersion: number) => void) => () => void,
): void {
  const running = new Map<number, AbortController>();
  const reply = (message: EngineReply): void => port.postMessage(message);

  async function call(id: number, method: EngineMethod, args: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      // See AnyMethod.
      const run = methods[method] as AnyMethod | undefined;
      if (run === undefined) throw new Error(`unknown method ${method}`);
      const value = await run.call(methods, args, controller.signal, (progress) =>
        reply({ type: "progress", id, progress }),
      );
      reply({ type: "answer", id, value });
    } catch (error) {
      const { name, message } =
        error instanceof Error || error instanceof DOMException ? error : new Error(String(error));
      reply({ type: "failure", id, name, message });
    } finally {
      running.delete(id);
    }
  }

  port.addEventListener("message", (event) => {
    // The other end is our own client.
    const request = event.data as EngineRequest;
    if (request.type === "cancel") running.get(request.id)?.abort();
    else void call(request.id, request.method, request.args);
  });
  watch((dataVersion) => reply({ type: "dataChanged", dataVersion }));
  port.start?.();
}
