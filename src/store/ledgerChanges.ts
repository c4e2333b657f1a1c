import { accepted, refused, type Result } from "#src/domain/result.ts";

import { pause, Refusing, WAITS_MS, type Connection } from "./connection.ts";
import { freshMark, type LedgerDatabase } from "./database.ts";
import type { CommitOutcome, StoreRefusal } from "./ledgerStore.ts";
import type { Writer } from "./ledgerWrites.ts";
import { LOST } from "./refusals.ts";
import { refusalOf } from "./storageErrors.ts";

type Work<Value> = (db: LedgerDatabase, by: Writer) => Promise<Value>;

/**
 * How the ledger is written: never again after a failure before the database was asked whether it still is the same
 * one, and whether the write was made after all.
 */
export class LedgerChanges {
  readonly #connection: Connection;
  readonly #owner: string;

  constructor(connection: Connection, owner: string) {
    this.#connection = connection;
    this.#owner = owner;
  }

  /** A change that must be made exactly once. */
  async change(dataVersion: number, work: Work<CommitOutcome>): Promise<Result<CommitOutcome, StoreRefusal>> {
    const by = this.#writer();
    return this.#repeated(work, by, async () => {
      const meta = await this.#connection.read(by.metaOf);
      if (!meta.ok) return meta;
      const { lastChange, dataVersion: stored } = meta.value;
      if (lastChange === by.mark) return accepted({ type: "committed", dataVersion: stored });
      return stored === dataVersion ? undefined : accepted({ type: "outdated" });
    });
  }

  /** A write that changes no figure and may be done again. */
  async write<Value>(work: Work<Value>): Promise<Result<Value, StoreRefusal>> {
    const by = this.#writer();
    return this.#repeated(work, by, async () => {
      const meta = await this.#connection.read(by.metaOf);
      return meta.ok ? undefined : meta;
    });
  }

  /**
   * @param afterFailure  what to answer after a failure; undefined where nothing was written and the ledger is ours
   */
  async #repeated<Value>(
    work: Work<Value>,
    by: Writer,
    afterFailure: () => Promise<Result<Value, StoreRefusal> | undefined>,
  ): Promise<Result<Value, StoreRefusal>> {
    let refusal = LOST;
    for (const waitMs of WAITS_MS) {
      await pause(waitMs);
      const opened = await this.#connection.database();
      if (!opened.ok) return opened;
      try {
        return accepted(await work(opened.value, by));
      } catch (error) {
        if (error instanceof Refusing) return refused(error.refusal);
        refusal = refusalOf(error);
      }
      await this.#connection.drop(opened.value);
      const known = await afterFailure();
      if (known) return known;
      // Trying again makes no room.
      if (refusal.code === "STORAGE_FULL") break;
    }
    return refused(refusal);
  }

  #writer(): Writer {
    return { owner: this.#owner, mark: freshMark(), metaOf: (db) => this.#connection.metaOf(db) };
  }
}
