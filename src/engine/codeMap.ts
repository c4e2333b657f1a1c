import type { Partition } from "#src/domain/ledger.ts";
import type { DecodedBlock } from "#src/ingest/decodedFile.ts";

import type { Dictionary } from "./dictionary.ts";

/** Turns one file's own codes into the dictionaries', as its blocks come in. */
export class CodeMap {
  readonly #dictionaries: {
    readonly lenders: Dictionary;
    readonly products: Dictionary;
    readonly channels: Dictionary;
  };
  #lenders = new Uint32Array(1024);
  #lenderCount = 0;
  readonly #products: number[] = [0];
  readonly #channels: number[] = [0];

  constructor(dictionaries: {
    readonly lenders: Dictionary;
    readonly products: Dictionary;
    readonly channels: Dictionary;
  }) {
    this.#dictionaries = dictionaries;
  }

  /** The block with the dictionaries' codes; its own code columns are overwritten. */
  toPartition(block: DecodedBlock, ordinal: number): Partition {
    for (const name of block.newLenders) this.#addLender(this.#dictionaries.lenders.take(name));
    for (const name of block.newProducts) this.#products.push(this.#dictionaries.products.take(name));
    for (const name of block.newChannels) this.#channels.push(this.#dictionaries.channels.take(name));
    const { lender, product, channel, rows } = block.columns;
    const [lenders, products, channels] = [this.#lenders, this.#products, this.#channels];
    for (let row = 0; row < rows; row++) {
      lender[row] = lenders[lender[row]!]!;
      product[row] = products[product[row]!]!;
      channel[row] = channels[channel[row]!]!;
    }
    return { ordinal, columns: block.columns, identity: block.identity };
  }

  #addLender(code: number): void {
    if (this.#lenderCount === this.#lenders.length) {
      const larger = new Uint32Array(this.#lenders.length * 2);
      larger.set(this.#lenders);
      this.#lenders = larger;
    }
    this.#lenders[this.#lenderCount++] = code;
  }
}
