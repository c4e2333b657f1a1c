import type { LedgerColumns, RowIdentity } from "#src/domain/columns.ts";
import type { LedgerPart, PartitionInfo, PartitionKey, Supersession } from "#src/domain/ledger.ts";
import type { Period } from "#src/domain/period.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";

import { Dictionary } from "./dictionary.ts";
import { throwIfAborted } from "./fault.ts";
import type { OnProgress } from "./protocol.ts";
import { valueOf } from "./storeFault.ts";

export type Hashes = Pick<RowIdentity, "hashLow" | "hashHigh">;
export type Texts = Pick<RowIdentity, "ids" | "lots">;

export interface LedgerDictionaries {
  readonly lenders: Dictionary;
  readonly products: Dictionary;
  readonly channels: Dictionary;
}

/** Blocks asked for together: the wait is for each answer, not for the bytes. */
const READ_AT_ONCE = 16;

/** Columns and hashes of a larger ledger are read when they are needed: 33 bytes a row. */
const KEPT_ROWS = 4_000_000;

/** A partition; what is undefined has not been read yet. */
interface Block {
  readonly info: PartitionInfo;
  columns: LedgerColumns | undefined;
  hashes: Hashes | undefined;
  /** Where its texts are while it is not in the store. */
  readTexts: (() => Promise<Texts>) | undefined;
}

/** What an import adds, before it is durable. */
export interface LedgerAddition {
  readonly info: PartitionInfo;
  readonly columns: LedgerColumns;
  /** Undefined when they were staged: they are read back if ever needed. */
  readonly hashes: Hashes | undefined;
  readonly readTexts: () => Promise<Texts>;
}

export interface PartsOptions {
  /** Index in `infos` of the first block wanted. */
  readonly from?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * The stored ledger as the engine sees it, at one moment: a later import makes another one that
 * shares its blocks. Blocks are read from the store when first needed, each once. Hashes serve
 * imports, texts serve drill-down and ties; columns serve everything else.
 */
export class Ledger {
  readonly #store: LedgerStore;
  readonly #blocks: readonly Block[];
  #dictionaries: LedgerDictionaries | undefined;
  /** By block; undefined until the store was asked. */
  #dead: ReadonlyMap<string, Uint8Array> | undefined;

  private constructor(store: LedgerStore, blocks: readonly Block[]) {
    this.#store = store;
    this.#blocks = blocks;
  }

  /** What the store holds; blocks that `previous` has read already are not read again. */
  static stored(store: LedgerStore, partitions: readonly PartitionInfo[], previous?: Ledger): Ledger {
    const known = new Map((previous ? previous.#blocks : []).map((block) => [keyOf(block.info), block]));
    return new Ledger(
      store,
      partitions.map(
        (info) =>
          sameBlock(known.get(keyOf(info)), info) ?? {
            info,
            columns: undefined,
            hashes: undefined,
            readTexts: undefined,
          },
      ),
    );
  }

  /** This ledger with an import more, which stands over some of the rows. */
  async plus(additions: readonly LedgerAddition[], supersessions: readonly Supersession[]): Promise<Ledger> {
    const next = new Ledger(this.#store, [...this.#blocks, ...additions.map((addition) => ({ ...addition }))]);
    next.#dictionaries = await this.dictionaries();
    next.#dead = marked(await this.#deadRows(), next.infos, supersessions);
    return next;
  }

  get infos(): readonly PartitionInfo[] {
    return this.#blocks.map((block) => block.info);
  }

  async dictionaries(): Promise<LedgerDictionaries> {
    if (!this.#dictionaries) {
      const { lenders, products, channels } = valueOf(await this.#store.readDictionaries());
      this.#dictionaries = {
        lenders: new Dictionary(lenders),
        products: new Dictionary(products),
        channels: new Dictionary(channels),
      };
    }
    return this.#dictionaries;
  }

  /** Every block's columns with its dead rows, in the order of `infos`, from a block on. */
  async parts({ from = 0, signal, onProgress }: PartsOptions = {}): Promise<LedgerPart[]> {
    const infos = this.infos.slice(from);
    const total = infos.reduce((rows, info) => rows + info.rows, 0);
    const parts: LedgerPart[] = [];
    let done = 0;
    while (parts.length < infos.length) {
      throwIfAborted(signal);
      const batch = infos.slice(parts.length, parts.length + READ_AT_ONCE);
      const first = from + parts.length;
      parts.push(...(await Promise.all(batch.map((_, place) => this.part(first + place)))));
      done += batch.reduce((rows, info) => rows + info.rows, 0);
      onProgress?.({ done, total });
    }
    return parts;
  }

  /** Only the blocks with rows in a period. */
  async partsIn(period: Period): Promise<LedgerPart[]> {
    const parts: LedgerPart[] = [];
    for (const [index, { firstDay, lastDay }] of this.infos.entries()) {
      if (lastDay >= period.from && firstDay <= period.to) parts.push(await this.part(index));
    }
    return parts;
  }

  async part(index: number): Promise<LedgerPart> {
    const block = this.#blocks[index]!;
    block.columns ??= valueOf(await this.#store.readColumns(block.info));
    return { columns: block.columns, dead: await this.dead(index) };
  }

  /** 1 for rows that a later one stands over; undefined when there are none. */
  async dead(index: number): Promise<Uint8Array | undefined> {
    return (await this.#deadRows()).get(keyOf(this.#blocks[index]!.info));
  }

  async hashes(index: number): Promise<Hashes> {
    const block = this.#blocks[index]!;
    return (block.hashes ??= valueOf(await this.#store.readHashes(block.info)));
  }

  /** Not kept once stored: texts are the bulk of a ledger and are rarely needed. */
  async texts(index: number): Promise<Texts> {
    const block = this.#blocks[index]!;
    return block.readTexts ? block.readTexts() : this.storedTexts(block.info);
  }

  async storedTexts(key: PartitionKey): Promise<Texts> {
    return valueOf(await this.#store.readTexts(key));
  }

  /** After a commit: everything is in the store by now, and what is not needed soon can be read again. */
  release(): void {
    const isLarge = this.infos.reduce((rows, info) => rows + info.rows, 0) > KEPT_ROWS;
    for (const block of this.#blocks) {
      block.readTexts = undefined;
      if (!isLarge) continue;
      block.columns = undefined;
      block.hashes = undefined;
    }
  }

  async #deadRows(): Promise<ReadonlyMap<string, Uint8Array>> {
    this.#dead ??= marked(new Map(), this.infos, valueOf(await this.#store.readSupersessions()));
    return this.#dead;
  }
}

/** A compacted block keeps its key and has fewer rows. */
function sameBlock(known: Block | undefined, info: PartitionInfo): Block | undefined {
  return known?.info.rows === info.rows ? known : undefined;
}

export interface DictionarySizes {
  readonly lenders: number;
  readonly products: number;
  readonly channels: number;
}

/** How many names there are, and the way back to so many. */
export async function dictionarySizes(
  ledger: Ledger,
): Promise<{ readonly sizes: DictionarySizes; readonly truncate: (sizes: DictionarySizes) => void }> {
  const { lenders, products, channels } = await ledger.dictionaries();
  return {
    sizes: { lenders: lenders.size, products: products.size, channels: channels.size },
    truncate: (sizes) => {
      lenders.truncate(sizes.lenders);
      products.truncate(sizes.products);
      channels.truncate(sizes.channels);
    },
  };
}

/** Dead rows by block (`keyOf`), with those of more supersessions marked in copies. */
export function marked(
  dead: ReadonlyMap<string, Uint8Array>,
  infos: readonly PartitionInfo[],
  supersessions: readonly Supersession[],
): ReadonlyMap<string, Uint8Array> {
  if (supersessions.length === 0) return dead;
  const rowsOf = new Map(infos.map((info) => [keyOf(info), info.rows]));
  const next = new Map(dead);
  for (const { rows, ...key } of supersessions) {
    const name = keyOf(key);
    const marks = next.get(name)?.slice() ?? new Uint8Array(rowsOf.get(name) ?? 0);
    for (const row of rows) marks[row] = 1;
    next.set(name, marks);
  }
  return next;
}

export function keyOf(key: PartitionKey): string {
  return `${key.importId}/${key.ordinal}`;
}
