interface Change {
  readonly type: "changed" | "erased" | "replaced";
  /** Which ledger; news of one that was deleted or replaced since concerns nobody. */
  readonly generation: string | undefined;
  readonly dataVersion: number;
}

/** Tells the stores of other tabs, and the listeners of this one, that the ledger changed. */
export class ChangeSignal {
  readonly #name: string;
  readonly #generation: () => string | undefined;
  readonly #onGone: (dataVersion: number) => void;
  readonly #listeners = new Set<(dataVersion: number) => void>();
  #channel: BroadcastChannel | undefined;

  /**
   * @param generation  tells which ledger this tab knows
   * @param onGone      called, before the listeners, when another tab deleted or replaced that ledger
   */
  constructor(name: string, generation: () => string | undefined, onGone: (dataVersion: number) => void) {
    this.#name = name;
    this.#generation = generation;
    this.#onGone = onGone;
  }

  open(): void {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Change>) => {
      if (data.generation !== this.#generation()) return;
      if (data.type !== "changed") this.#onGone(data.dataVersion);
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
