import type { Analysis, Ask } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { Held } from "#src/engine/held.ts";
import type { ConcentrationArgs, ConcentrationGroup, ConcentrationResult } from "#src/engine/protocol.ts";
import { SharedWork } from "#src/engine/sharedWork.ts";
import type { Book } from "#src/metrics/book.ts";
import { concentrationOf, lorenzCurve } from "#src/metrics/concentration.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";
import { productBalances } from "#src/metrics/productBalances.ts";

import { balancesWhere, holdersOf, inOrder, type Holders } from "./holders.ts";

/** How outstanding is spread over the lenders who hold it; by product from rows, which are read once. */
export async function concentrationAnswer(
  analysis: Analysis,
  { filter, byProducts }: ConcentrationArgs,
): Promise<ConcentrationResult> {
  const { held } = analysis;
  const { book } = held.kept;
  const kept = await analysis.lendersKept(filter);
  const isKept = (lender: number): boolean => kept === undefined || kept[lender] === 1;
  const holders = knownHolders(book);
  const all = balancesWhere(holders, isKept);
  return {
    basis: basisOf(held, book.rows),
    total: { name: null, ...concentrationOf(all) },
    byChannel: channelGroups(held, holders, isKept),
    byProduct: byProducts ? await productGroups(analysis, isKept) : null,
    lorenz: lorenzCurve(all),
  };
}

type IsKept = (lender: number) => boolean;

const holdersByBook = new WeakMap<Book, Holders>();

/** Put in order once, whatever is asked about them later. */
function knownHolders(book: Book): Holders {
  const holders = holdersByBook.get(book) ?? holdersOf(book.state.balance);
  holdersByBook.set(book, holders);
  return holders;
}

function channelGroups({ kept }: Held, { lender, balance }: Holders, isKept: IsKept): ConcentrationGroup[] {
  const { channel } = kept.book.profiles;
  const counts = new Uint32Array(kept.channelNames.length);
  for (const code of lender) if (isKept(code)) counts[channel[code]!]!++;
  const groups = Array.from(counts, (count) => new Float64Array(count));
  counts.fill(0);
  for (let place = 0; place < lender.length; place++) {
    const own = channel[lender[place]!]!;
    if (isKept(lender[place]!)) groups[own]![counts[own]!++] = balance[place]!;
  }
  return shownGroups(groups.map((balances, code) => ({ name: kept.channelNames[code]!, balances })));
}

async function productGroups(analysis: Analysis, isKept: IsKept): Promise<ConcentrationGroup[]> {
  const { productNames, book } = analysis.held.kept;
  // Rows of lenders that the book leaves out stay in the ledger.
  const isCounted = (lender: number): boolean => book.profiles.kind[lender] !== KIND.absent && isKept(lender);
  const products = await holdersByProduct(analysis);
  return shownGroups(
    products.map(({ product, ...holders }) => ({
      name: productNames[product]!,
      balances: balancesWhere(holders, isCounted),
    })),
  );
}

/** Largest first; groups in which nobody holds anything are left out. */
function shownGroups(
  groups: readonly { readonly name: string; readonly balances: Float64Array }[],
): ConcentrationGroup[] {
  return groups
    .filter(({ balances }) => balances.length > 0)
    .map(({ name, balances }) => ({ name, ...concentrationOf(balances) }))
    .toSorted((a, b) => b.balance - a.balance || (a.name < b.name ? -1 : 1));
}

interface ProductHolders extends Holders {
  readonly product: number;
}

const workByBook = new WeakMap<Book, SharedWork<readonly ProductHolders[]>>();

/** Remembered while the data stays as it is. */
function holdersByProduct({ held, signal, onProgress }: Analysis): Promise<readonly ProductHolders[]> {
  const { book } = held.kept;
  const known = workByBook.get(book);
  const work = known && !known.isStopped ? known : new SharedWork((all) => readHolders(held, all));
  workByBook.set(book, work);
  return work.wait({ signal, onProgress });
}

async function readHolders({ ledger, kept: { book, productNames } }: Held, ask: Ask): Promise<ProductHolders[]> {
  const found = productBalances({
    parts: await ledger.parts(ask),
    lenders: (await ledger.dictionaries()).lenders.size,
    products: productNames.length,
    asOf: book.asOf,
  });
  return found.map(({ product, ...holders }) => ({ product, ...inOrder(holders) }));
}
