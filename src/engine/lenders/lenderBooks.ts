import type { LedgerPart } from "#src/domain/ledger.ts";
import { buildAgeCubes, buildLenderBook } from "#src/metrics/lenders/buildLenderBook.ts";
import type { LenderBook } from "#src/metrics/lenders/lenderBook.ts";
import type { LenderDirectory } from "#src/metrics/lenders/lenderDirectory.ts";

import type { Ask } from "#src/engine/analysis.ts";
import type { Held } from "#src/engine/held.ts";
import { runSteps } from "#src/engine/runSteps.ts";
import { SharedWork } from "#src/engine/sharedWork.ts";

import { bookKey, savedLenderBook, saveLenderBook } from "./savedLenderBook.ts";

type AgeCubes = Pick<LenderBook, "calendar" | "rolling">;

/** Lender books and cubes of some of their lenders; the last few are remembered while the data stays as it is. */
export interface LenderBooks {
  /** By the switches and thresholds of the settings. */
  readonly bookOf: (held: Held, directory: LenderDirectory, ask: Ask) => Promise<LenderBook>;
  /** Of the lenders with a 1, by ledger code; of all when undefined. */
  readonly cubesOf: (
    held: Held,
    directory: LenderDirectory,
    options: Ask & { readonly lenders: Uint8Array | undefined },
  ) => Promise<AgeCubes>;
}

const BOOKS_REMEMBERED = 3;
const MASKS_REMEMBERED = 8;

interface MaskedCubes {
  readonly key: string;
  readonly lenders: Uint8Array;
  readonly work: SharedWork<AgeCubes>;
}

export function createLenderBooks(): LenderBooks {
  let books: readonly { readonly key: string; readonly work: SharedWork<LenderBook> }[] = [];
  let masked: readonly MaskedCubes[] = [];

  const bookOf: LenderBooks["bookOf"] = (held, directory, ask) => {
    const key = versionedKey(held);
    const known = books.find((book) => book.key === key && !book.work.isStopped);
    const book = known ?? { key, work: new SharedWork((all) => savedOrBuilt(held, directory, all)) };
    books = [...books.filter((other) => other !== book && other.key !== key), book].slice(-BOOKS_REMEMBERED);
    return book.work.wait(ask);
  };

  const cubesOf: LenderBooks["cubesOf"] = async (held, directory, { lenders, ...ask }) => {
    const book = await bookOf(held, directory, ask);
    if (lenders === undefined) return book;
    const key = versionedKey(held);
    const known = masked.find((cubes) => cubes.key === key && !cubes.work.isStopped && isSame(cubes.lenders, lenders));
    const cubes = known ?? {
      key,
      lenders: lenders.slice(),
      work: new SharedWork((all) => builtCubes({ held, directory, book, lenders }, all)),
    };
    masked = [...masked.filter((other) => other !== cubes && !other.work.isStopped), cubes].slice(-MASKS_REMEMBERED);
    return cubes.work.wait(ask);
  };

  return { bookOf, cubesOf };
}

function versionedKey(held: Held): string {
  return `${held.state.dataVersion} ${bookKey(held)}`;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((one, place) => one === b[place]);
}

async function savedOrBuilt(held: Held, directory: LenderDirectory, ask: Ask): Promise<LenderBook> {
  const saved = await savedLenderBook(held);
  if (saved) return saved;
  const { parts, steps } = await readParts(held, ask);
  const { newRule, transfers, hunterRules } = held.state.settings;
  const wanted = wantedLenders(held, directory, undefined);
  const input = { parts, ...fixedOf(held, directory), newRule, transfers, hunterRules, wanted };
  const book = await runSteps(buildLenderBook(input), steps);
  await saveLenderBook(held, book);
  return book;
}

interface CubesAsked {
  readonly held: Held;
  readonly directory: LenderDirectory;
  readonly book: LenderBook;
  readonly lenders: Uint8Array;
}

async function builtCubes({ held, directory, book, lenders }: CubesAsked, ask: Ask): Promise<AgeCubes> {
  const { parts, steps } = await readParts(held, ask);
  const wanted = wantedLenders(held, directory, lenders);
  const input = { parts, ...fixedOf(held, directory), transfers: book.transfers, wanted };
  return runSteps(buildAgeCubes(input, book.facts.signs), steps);
}

/** Rows are read first and gone through then: progress counts each of them twice. */
export async function readParts(held: Held, ask: Ask): Promise<{ readonly parts: LedgerPart[]; readonly steps: Ask }> {
  const { signal, onProgress } = ask;
  const parts = await held.ledger.parts({
    signal,
    onProgress: ({ done, total }) => onProgress?.({ done, total: total * 2 }),
  });
  return {
    parts,
    steps: { signal, onProgress: ({ done, total }) => onProgress?.({ done: total + done, total: total * 2 }) },
  };
}

function fixedOf({ kept }: Held, { kind, campaign }: LenderDirectory) {
  return { profiles: kept.book.profiles, asOf: kept.book.asOf, kind, campaign };
}

/** The lenders asked for, less the platform's own accounts when they are left out; undefined is all. */
function wantedLenders(
  held: Held,
  { isInternal }: LenderDirectory,
  lenders: Uint8Array | undefined,
): Uint8Array | undefined {
  if (!held.state.settings.leavesInternalOut) return lenders;
  return Uint8Array.from(held.kept.book.profiles.kind, (_, lender) =>
    isInternal[lender] !== 1 && (lenders?.[lender] ?? 1) === 1 ? 1 : 0,
  );
}
