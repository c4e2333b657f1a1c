import { accepted, refused, type Result } from "#src/domain/result.ts";

import { openDatabase, type LedgerDatabase, type MetaRow } from "./database.ts";
import type { StoreRefusal } from "./ledgerStore.ts";
import { DAMAGED_LEDGER, LOST } from "./refusals.ts";
import { refusalOf } from "./storageErrors.ts";

/** Thrown inside a read to end it with a refusal of its own. */
export class Refusing extends Error {
  readonly refusal: StoreRefusal;

  constructor(refusal: StoreRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** One open database, opened anew when the browser drops it, and never mistaken for another one. */
export class Connection {
  readonly #name: string;
  #opening: Promise<Result<LedgerDatabase, StoreRefusal>> | undefined;
  #generation: string | undefined;
  #firstDataVersion = 0;
  #isClosed = false;

  constructor(name: string) {
    this.#name = name;
  }

  /** Which database this is; undefined until it was opened. */
  get generation(): string | undefined {
    return this.#generation;
  }

  /** Allows use again after `close`. */
  reset(): void {
    this.#isClosed = false;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.drop();
  }

  async drop(): Promise<void> {
    const dropped = this.#opening;
    this.#opening = undefined;
    const opened = await dropped;
    if (opened?.ok) opened.value.close({ disableAutoOpen: true });
  }

  /** The database was deleted on purpose: the next one is ours, and counts on from here. */
  async forget(firstDataVersion: number): Promise<void> {
    this.#generation = undefined;
    this.#firstDataVersion = firstDataVersion;
    await this.drop();
  }

  async database(): Promise<Result<LedgerDatabase, StoreRefusal>> {
    if (this.#isClosed) return refused(LOST);
    const before = this.#opening;
    const held = await before;
    if (held?.ok && held.value.isOpen()) return held;
    if (this.#opening === before) this.#opening = this.#connect();
    return this.#opening ?? refused(LOST);
  }

  /**
   * Reads, once more on a new connection if the first attempt fails.
   *
   * @param onFailure  what it means when both fail and the database itself can be opened
   */
  async read<Value>(
    work: (db: LedgerDatabase) => Promise<Value>,
    onFailure: (db: LedgerDatabase) => Promise<StoreRefusal> = async () => LOST,
  ): Promise<Result<Value, StoreRefusal>> {
    const first = await this.#attempt(work);
    if (first !== undefined) return first;
    await this.drop();
    const second = await this.#attempt(work);
    if (second !== undefined) return second;
    const opened = await this.database();
    if (!opened.ok) return opened;
    try {
      return refused(await onFailure(opened.value));
    } catch (error) {
      return refused(refusalOf(error));
    }
  }

  /** The ledger's own row, refused when it is another ledger's. */
  async metaOf(db: LedgerDatabase): Promise<MetaRow> {
    const meta = await db.meta.get("ledger");
    if (!meta) throw new Refusing(DAMAGED_LEDGER);
    if (meta.generation !== this.#generation) throw new Refusing(LOST);
    return meta;
  }

  async #attempt<Value>(
    work: (db: LedgerDatabase) => Promise<Value>,
  ): Promise<Result<Value, StoreRefusal> | undefined> {
    const opened = await this.database();
    if (!opened.ok) return opened;
    try {
      return accepted(await work(opened.value));
    } catch (error) {
      if (error instanceof Refusing) return refused(error.refusal);
      refusalOf(error);
      return undefined;
    }
  }

  async #connect(): Promise<Result<LedgerDatabase, StoreRefusal>> {
    const mode = this.#generation === undefined ? { firstDataVersion: this.#firstDataVersion } : "existing";
    const opened = await openDatabase(this.#name, mode);
    if (!opened.ok) return mode === "existing" && opened.refusal.code === "STORAGE_LOST" ? refused(LOST) : opened;
    try {
      const meta = await opened.value.meta.get("ledger");
      this.#generation ??= meta?.generation;
      await this.metaOf(opened.value);
      return opened;
    } catch (error) {
      opened.value.close({ disableAutoOpen: true });
      return refused(error instanceof Refusing ? error.refusal : refusalOf(error));
    }
  }
}
