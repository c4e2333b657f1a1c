import type { EpochDay } from "#src/domain/units.ts";
import type { LedgerStore, StoreState } from "#src/store/ledgerStore.ts";
import { withWriteLock } from "#src/store/writeLock.ts";

import { throwIfAborted } from "./fault.ts";
import { loadHeld, type Held, type LoadOptions } from "./held.ts";
import type { EngineStatus, OpenArgs } from "./protocol.ts";
import { statusOf } from "./status.ts";
import { valueOf } from "./storeFault.ts";
import { createTableCounts } from "./tableCounts.ts";

/** What the engine holds of the store, and who may change it. */
export class Holder {
  readonly store: LedgerStore;
  readonly #watchers = new Set<(dataVersion: number) => void>();
  readonly #tableCounts: ReturnType<typeof createTableCounts>;
  /** What the page asked to see, whether or not it could be shown. */
  #asked: OpenArgs | undefined;
  #held: Held | undefined;
  #isWriting = false;
  #isOutdated = false;
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(store: LedgerStore) {
    this.store = store;
    this.#tableCounts = createTableCounts(store);
    store.watch((dataVersion) => {
      // While this engine writes it holds the lock: the change is its own.
      if (this.#isWriting || !this.#held || dataVersion === this.#held.state.dataVersion) return;
      this.#isOutdated = true;
      this.#tell(dataVersion);
    });
  }

  watch(onChange: (dataVersion: number) => void): () => void {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  }

  async open(args: OpenArgs, options: LoadOptions): Promise<EngineStatus> {
    this.#asked = args;
    valueOf(await this.store.open());
    this.#held = await loadHeld(this.store, args, options);
    return this.status();
  }

  /** What is held, read anew when another tab changed the store. */
  async current(): Promise<Held> {
    if (!this.#held) throw new Error("open() comes first");
    return this.#isOutdated ? this.reload() : this.#held;
  }

  /** What is held, checked against the store: another tab may have written while this one waited for the lock. */
  async checked(): Promise<Held> {
    const { state } = await this.current();
    const stored = valueOf(await this.store.readState());
    return stored.dataVersion === state.dataVersion ? this.current() : this.reload();
  }

  /** What the store holds, whether or not figures can be made of it: a damaged import can be taken out unread. */
  async stored(): Promise<StoreState> {
    return this.#held ? (await this.checked()).state : valueOf(await this.store.readState());
  }

  /** @param today  undefined stays with the day before */
  async reload(today?: EpochDay, { isOther = false } = {}): Promise<Held> {
    if (!this.#asked) throw new Error("open() comes first");
    this.#isOutdated = false;
    this.#asked = { ...this.#asked, ...(today === undefined ? {} : { today }) };
    this.#held = await loadHeld(this.store, this.#asked, isOther ? {} : { previous: this.#held });
    return this.#held;
  }

  /** Reads everything again and says so. @param isOther  nothing read before is worth anything */
  async reopened(today: EpochDay, options: { readonly isOther?: boolean } = {}): Promise<EngineStatus> {
    const { state } = await this.reload(today, options);
    this.#tell(state.dataVersion);
    return this.status();
  }

  /** What was written is held from now on. */
  replace(held: Held): void {
    const isNews = held.state.dataVersion !== this.#held?.state.dataVersion;
    this.#held = held;
    if (isNews) this.#tell(held.state.dataVersion);
  }

  async status(): Promise<EngineStatus> {
    const held = await this.current();
    return { ...statusOf(held), ...(await this.#tableCounts(held.state)) };
  }

  /** Runs alone among all tabs. */
  writeAlone<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    return withWriteLock(async () => {
      this.#isWriting = true;
      try {
        return await work();
      } finally {
        this.#isWriting = false;
      }
    }, signal);
  }

  /** Runs alone among what takes names into the dictionaries: imports, and previews, which take them out again. */
  inTurn<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    const turn = this.#lastTurn.then(() => {
      throwIfAborted(signal);
      return work();
    });
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  #tell(dataVersion: number): void {
    for (const onChange of this.#watchers) onChange(dataVersion);
  }
}
