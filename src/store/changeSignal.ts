interface Change {
  readonly type: "changed" | "erased";
  /** Which database; news of one that was deleted since concerns nobody. */
  readonly generation: string | undefined;
  readonly dataVersion: number;
}

/** Tells the stores of other tabs, and the listeners of this one, that the ledger changed. */
export class ChangeSignal {
  readonly #name: string;
  readonly #generation: () => string | undefined;
  readonly #onErased: (dataVersion: number) => void;
  readonly #listeners = new Set<(dataVersion: number) => void>();
  #channel: BroadcastChannel | undefined;

  /**
   * @param generation  tells which database this tab knows
   * @param onErased    called, before the listeners, when another tab deleted that database
   */
  constructor(name: string, generation: () => string | undefined, onErased: (dataVersion: number) => void) {
    this.#name = name;
    this.#generation = generation;
    this.#onErased = onErased;
  }

  open(): void {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Change>) => {
      if (data.generation !== this.#generation()) return;
      if (data.type === "erased") this.#onErased(data.dataVersion);
      this.#tell(data.dataVersion);
    });
  }

  send(change: Change): void {
    this.#channel?.postMessage(change);
    this.#tell(change.dataVersion);
  }

  watch(listener: (dataVersion: number) => void): () => void {
    this.open();
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.#listeners.clear();
  }

  #tell(dataVersion: number): void {
    for (const listener of this.#listeners) listener(dataVersion);
  }
}
