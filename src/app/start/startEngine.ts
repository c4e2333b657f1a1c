import { connect, type EngineClient } from "#src/engine/client.ts";

/**
 * Starts the engine in its worker.
 *
 * @param onDeath  the worker could not start, or threw what nobody caught
 */
export function startEngine(onDeath: (error: Error) => void): EngineClient {
  const worker = new Worker(new URL("../../engine/engine.worker.ts", import.meta.url), {
    type: "module",
    name: "engine",
  });
  worker.addEventListener("error", (event) => onDeath(new Error(event.message || "the engine could not be started")));
  return connect(worker);
}
