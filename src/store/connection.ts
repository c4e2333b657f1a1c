import { accepted, refused, type Result } from "#src/domain/result.ts";

import { openDatabase, type LedgerDatabase, type MetaRow } from "./database.ts";
import type { StoreRefusal } from "./ledgerStore.ts";
import { DAMAGED_LEDGER, LOST, UNAVAILABLE } from "./refusals.ts";
import { refusalOf } from "./storageErrors.ts";

/** Thrown inside a read or a write to end it with a refusal of its own. */
export class Refusing extends Error {
  readonly refusal: StoreRefusal;

  constructor(refusal: StoreRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** The answer inside a piece of work that a refusal ends. @throws Refusing */
export function orRefuse<Value>(result: Result<Value, StoreRefusal>): Value {
  if (!result.ok) throw new Refusing(result.refusal);
  return result.value;
}

/** A browser that lost its storage process has it back in a moment; ask no more often than this. */
export const WAITS_MS: readonly number[] = [0, 100, 400];

export async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

/** One open database, opened anew when the browser drops it, and never mistaken for another one. */
export class Connection {
  readonly #name: string;
  #opening: Promise<Result<LedgerDatabase, StoreRefusal>> | undefined;
  #generation: string | undefined;
  #nextGeneration: string | undefined;
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

  /** @param failed  only this one; another call may have opened a new one since */
  async drop(failed?: LedgerDatabase): Promise<void> {
    const dropped = this.#opening;
    const opened = await dropped;
    if (failed && opened?.ok && opened.value !== failed) return;
    if (this.#opening === dropped) this.#opening = undefined;
    if (opened?.ok) opened.value.close({ disableAutoOpen: true });
  }

  /** The database was deleted or replaced on purpose: the next one is ours, and counts on from here. */
  async forget(firstDataVersion: number): Promise<void> {
    this.#generation = undefined;
    this.#firstDataVersion = firstDataVersion;
    await this.drop();
  }

  /** A change of ours is about to give the ledger this generation; whether it did is seen in its own row. */
  expect(generation: string): void {
    this.#nextGeneration = generation;
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
   * Reads, up to twice more on a new connection where an attempt fails.
   *
   * @param onFailure  what it means when all fail and the database itself can be opened
   */
  async read<Value>(
    work: (db: LedgerDatabase) => Promise<Value>,
    onFailure: (db: LedgerDatabase) => Promise<StoreRefusal> = async () => LOST,
  ): Promise<Result<Value, StoreRefusal>> {
    for (const waitMs of WAITS_MS) {
      await pause(waitMs);
      const result = await this.#attempt(work);
      if (result !== undefined) return result;
    }
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
    if (meta.generation === this.#nextGeneration) this.#generation = meta.generation;
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
      const refusal = refusalOf(error);
      await this.drop(opened.value);
      return refusal.code === "STORAGE_FULL" ? refused(refusal) : undefined;
    }
  }

  async #connect(): Promise<Result<LedgerDatabase, StoreRefusal>> {
    const isOurs = this.#generation !== undefined;
    const mode = isOurs ? "existing" : { firstDataVersion: this.#firstDataVersion };
    let opened = await openDatabase(this.#name, mode);
    for (const waitMs of WAITS_MS.slice(1)) {
      if (opened.ok || opened.refusal !== UNAVAILABLE || this.#isClosed) break;
      await pause(waitMs);
      opened = await openDatabase(this.#name, mode);
    }
    if (!opened.ok) return isOurs && opened.refusal === UNAVAILABLE ? refused(LOST) : opened;
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
