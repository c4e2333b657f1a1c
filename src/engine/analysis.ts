import type { TableName } from "#src/domain/datasets.ts";
import { currentRows } from "#src/domain/tableRows.ts";
import type { TableData } from "#src/domain/tables.ts";
import type { AgeCube, LenderBook } from "#src/metrics/lenders/lenderBook.ts";
import type { LenderDirectory } from "#src/metrics/lenders/lenderDirectory.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";
import { rulesInForce } from "#src/metrics/lenders/unknownSigns.ts";
import { lendersInSegment } from "#src/metrics/lenders/segmentLenders.ts";

import { channelCodes, productCodes } from "./codes.ts";
import { createLoanBooks } from "./credit/loanBooks.ts";
import type { Held } from "./held.ts";
import { createDirectories } from "./lenders/directories.ts";
import { createLenderBooks } from "./lenders/lenderBooks.ts";
import type { Filter, OnProgress } from "./protocol.ts";
import { valueOf } from "./storeFault.ts";

/** How a call can be stopped and heard. */
export interface Ask {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress | undefined;
}

/** What answers about lenders are made of, at one moment of the store. Every part is made when first asked for, once. */
export interface Analysis extends Ask {
  readonly held: Held;
  readonly directory: () => Promise<LenderDirectory>;
  readonly lenderBook: () => Promise<LenderBook>;
  /** The loans in force; undefined without the dataset. */
  readonly loanBook: () => Promise<LoanBook | undefined>;
  /** 1 for ledger lenders whose channel, first product and segment the filter keeps; undefined keeps all. */
  readonly lendersKept: (filter: Filter) => Promise<Uint8Array | undefined>;
  /** The age cubes of some lenders only, by ledger code; of all when undefined. */
  readonly cubesOf: (
    lenders: Uint8Array | undefined,
  ) => Promise<{ readonly calendar: AgeCube; readonly rolling: AgeCube }>;
  /** The rows in force of a dataset beside the ledger; none when it is not there. */
  readonly table: (dataset: TableName) => Promise<TableData>;
}

export type Analyses = (held: Held, ask: Ask) => Analysis;

/** Makes analyses that remember what the ones before them made, while the data stays as it is. */
export function createAnalyses(): Analyses {
  const directories = createDirectories();
  const books = createLenderBooks();
  const loanBooks = createLoanBooks();
  return (held, ask) => {
    const directory = () => directories(held);
    const lenderBook = async () => books.bookOf(held, await directory(), ask);
    return {
      ...ask,
      held,
      directory,
      lenderBook,
      loanBook: () => loanBooks(held),
      lendersKept: (filter) => lendersKept({ held, directory, lenderBook }, filter),
      cubesOf: async (lenders) => books.cubesOf(held, await directory(), { ...ask, lenders }),
      table: async (dataset) => currentRows(dataset, valueOf(await held.readTables(dataset))),
    };
  };
}

type Sources = Pick<Analysis, "held" | "directory" | "lenderBook">;

async function lendersKept(sources: Sources, filter: Filter): Promise<Uint8Array | undefined> {
  const { profiles } = sources.held.kept.book;
  const channels = channelCodes(sources.held, filter.channels);
  const products = productCodes(sources.held, filter.products);
  const segment = await segmentMask(sources, filter.segment);
  if (!channels && !products && !segment) return undefined;
  const kept = new Uint8Array(profiles.kind.length);
  for (let lender = 0; lender < kept.length; lender++) {
    const fits =
      (channels?.[profiles.channel[lender]!] ?? 1) === 1 &&
      (products?.[profiles.firstProduct[lender]!] ?? 1) === 1 &&
      (segment?.[lender] ?? 1) === 1;
    kept[lender] = fits ? 1 : 0;
  }
  return kept;
}

/** 1 for the entries of the directory that are in a saved segment; undefined when none is asked for. */
export async function segmentMask(
  { held, directory, lenderBook }: Sources,
  id: string | undefined,
): Promise<Uint8Array | undefined> {
  if (id === undefined) return undefined;
  const people = await directory();
  const segment = held.state.settings.segments.find((candidate) => candidate.id === id);
  if (!segment) return new Uint8Array(people.entries);
  const { book } = held.kept;
  const facts = await lenderBook();
  return lendersInSegment(segment.rules, {
    book,
    lenderBook: facts,
    directory: people,
    productNames: held.kept.productNames,
    hunterRules: rulesInForce(held.state.settings.hunterRules, facts, book.rowsByType),
  });
}
