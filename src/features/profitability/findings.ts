import type { ProductProfit, ProfitabilityResult, ProfitFigures } from "#src/engine/protocol.ts";

import {
  badRate,
  breakEvenRate,
  COST_PARTS,
  neededColumns,
  productName,
  rateText,
  ratioOf,
  finishedText,
  type CostPart,
  type Spoken,
} from "./figures.ts";

/** More names than this are not listed. */
const MOST_NAMED = 4;

/** Costs that are so much further above those of others, of income, say why a product loses. */
const WELL_ABOVE = 0.1;

interface Loss {
  readonly product: ProductProfit;
  readonly loss: number;
  /**
   * Costs well above what they are for all other loans, the furthest first; where none is, the one that comes closest,
   * and without income the largest. A cost that is nil or not known explains nothing: none where all are.
   */
  readonly costs: readonly CostOfIncome[];
}

interface CostOfIncome {
  readonly cost: CostPart;
  readonly amount: number;
  /** Of its own income; null without any. */
  readonly share: number | null;
  /** Of the income of all other loans; null without any. */
  readonly others: number | null;
}

export interface Findings {
  /** The product that loses most; null when none does. */
  readonly worst: Loss | null;
  /** Others that lose, the largest loss first. */
  readonly alsoLose: readonly ProductProfit[];
  /** The product that earns most per yuan lent; null when none earns. */
  readonly best: ProductProfit | null;
}

type Result = Pick<ProfitabilityResult, "products" | "total">;

export function profitFindings({ products, total }: Result): Findings {
  const losing = products
    .filter(({ profit }) => (profit ?? 0) < 0)
    .toSorted((a, b) => (a.profit ?? 0) - (b.profit ?? 0));
  const [worst, ...alsoLose] = losing;
  const earning = products
    .filter(({ profit, perDisbursed }) => (profit ?? 0) > 0 && perDisbursed !== null)
    .toSorted((a, b) => (b.perDisbursed ?? 0) - (a.perDisbursed ?? 0));
  return { worst: worst === undefined ? null : lossOf(worst, total), alsoLose, best: earning[0] ?? null };
}

function lossOf(product: ProductProfit, total: ProfitFigures): Loss {
  const shares = COST_PARTS.map((cost): CostOfIncome => ({
    cost,
    share: ratioOf(product[cost], product.income),
    others: ratioOf(rest(total[cost], product[cost]), rest(total.income, product.income)),
    amount: product[cost] ?? 0,
  })).filter(({ amount }) => amount > 0);
  const ordered = shares.toSorted((a, b) => excess(b) - excess(a) || b.amount - a.amount);
  const above = ordered.filter((one) => one.others !== null && excess(one) >= WELL_ABOVE);
  return { product, loss: -(product.profit ?? 0), costs: above.length > 0 ? above : ordered.slice(0, 1) };
}

/** How far above that of others a share is; without income there is none, and the amounts alone tell. */
function excess({ share, others }: CostOfIncome): number {
  return share === null ? 0 : share - (others ?? 0);
}

function rest(whole: number | null, part: number | null): number | null {
  return whole === null || part === null ? null : whole - part;
}

/** Which product loses and why, which earns most and until what bad rate, and how far the loans have run. */
export function findingsSentence(
  result: Result & Pick<ProfitabilityResult, "missing">,
  { words, format }: Spoken,
): string {
  const unknown = neededColumns(result, format);
  if (unknown !== null) return words.unknown(unknown);
  const { worst, alsoLose, best } = profitFindings(result);
  const said: string[] = [];
  const known = result.products.filter(({ profit }) => profit !== null).length;
  if (known === 0) return words.noneKnown;
  if (worst === null) said.push(known < result.products.length ? words.noneKnownLoses : words.noneLoses);
  else said.push(lossSentence(worst, { words, format }), ...othersSentence(alsoLose, { words, format }));
  if (best === null) said.push(known < result.products.length ? words.noneKnownEarns : words.noneEarns);
  else
    said.push(
      gainSentence(best, result.products.length === 1, { words, format }),
      ...youngSentence(best, result, { words, format }),
    );
  const { finished } = result.total;
  if (finished === 0) said.push(words.allRunning);
  else if (finished < 1) said.push(words.running(finishedText(finished, format)));
  return words.joined(said);
}

function lossSentence({ product, loss, costs }: Loss, { words, format }: Spoken): string {
  const name = productName(product.product, words);
  const amount = format.money(loss);
  const [largest] = costs;
  if (largest === undefined) return words.losesAlone(name, amount);
  const shares = costs.flatMap(({ share }) => (share === null ? [] : [format.percent(share, 0)]));
  const others = costs.flatMap((one) => (one.others === null ? [] : [format.percent(one.others, 0)]));
  if (shares.length === 0) return words.losesWithoutIncome(name, amount, words.partsInside[largest.cost]);
  const said = costs.map(({ cost }, at) => words.costOfIncome(words.partsInside[cost], shares[at] ?? ""));
  return words.loses({ product: name, loss: amount, costs: said, others });
}

function othersSentence(losing: readonly ProductProfit[], { words, format }: Spoken): string[] {
  if (losing.length === 0) return [];
  const named = losing
    .slice(0, MOST_NAMED)
    .map(({ product, profit }) => words.named(productName(product, words), format.money(profit)));
  return [words.alsoLose(format.list(named))];
}

/** Below it the best product has yet to show that it is. */
const MOSTLY_FINISHED = 0.5;

/** How far the best product's own loans have run; not where that is what is said of all loans. */
function youngSentence({ finished }: ProductProfit, { products, total }: Result, { words, format }: Spoken): string[] {
  if (finished >= MOSTLY_FINISHED || products.length === 1 || total.finished === 0) return [];
  if (finished === 0) return [words.bestRuns];
  return [words.bestFinished(finishedText(finished, format))];
}

function gainSentence(best: ProductProfit, alone: boolean, { words, format }: Spoken): string {
  const said = {
    product: productName(best.product, words),
    perDisbursed: rateText(best.perDisbursed, format),
    breakEven: rateText(breakEvenRate(best), format),
    bad: rateText(badRate(best), format),
  };
  return alone ? words.earns(said) : words.earnsMost(said);
}
