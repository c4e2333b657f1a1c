import type { EpochDay } from "#src/domain/units.ts";
import { dueOfLoans } from "#src/metrics/loans/dueOfLoans.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";
import { flowsOfLoans } from "#src/metrics/loans/loanFigures.ts";
import { loansInScope } from "#src/metrics/loans/loansInScope.ts";
import { isOpen, overdueBucket } from "#src/metrics/loans/overdue.ts";
import { profitOfLoans } from "#src/metrics/loans/profitTable.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { LoansArgs, LoansPage, LoansWhere, ProfitFigures } from "#src/engine/protocol.ts";

import { loansInOrder } from "./loanOrder.ts";
import { loanRowOf, type LoanSources } from "./loanRow.ts";
import { figuresOfNone } from "./noLoans.ts";
import { rememberedFigures } from "./rememberedFigures.ts";

/** A page within the first so many is found without putting all others in order. */
const FIRST_LOANS = 2_000;

/** The loans of the last question, whatever its page. */
interface FoundLoans {
  readonly key: string;
  readonly loans: Uint32Array;
  readonly total: ProfitFigures;
  readonly due: { readonly byLoan: Float64Array; readonly sum: number } | undefined;
  /** The last order that was looked at, all of it or its first. */
  order: { readonly key: string; readonly loans: Uint32Array } | undefined;
}

const foundByBook = new WeakMap<LoanBook, FoundLoans>();

/** A page of the loans that fit, and what all of them come to. */
export async function loansAnswer(analysis: Analysis, args: LoansArgs): Promise<LoansPage> {
  const book = await analysis.loanBook();
  const basis = basisOf(analysis.held, book?.loans ?? 0);
  if (!book) return { basis, total: figuresOfNone(), due: null, rows: [] };
  const figures = rememberedFigures(book, args.rules);
  const found = foundLoans({ book, figures, asOf: basis.asOf }, args);
  const sources = { book, figures, due: found.due?.byLoan };
  const { offset, limit } = args;
  const inOrder = limit === 0 ? new Uint32Array(0) : orderedLoans(found, args, sources);
  const rows = Array.from(inOrder.subarray(offset, offset + limit), (loan) => loanRowOf(sources, loan));
  return { basis, total: found.total, due: found.due?.sum ?? null, rows };
}

interface Asked extends Pick<LoanSources, "book" | "figures"> {
  /** The last day of the ledger; null without one. */
  readonly asOf: EpochDay | null;
}

function foundLoans({ book, figures, asOf }: Asked, { where, rules }: LoansArgs): FoundLoans {
  const key = JSON.stringify([where, rules, asOf]);
  const known = foundByBook.get(book);
  if (known?.key === key) return known;
  const inScope = loansInScope(book, where);
  const due = dueIn({ book, figures, asOf }, where, rules);
  const isNarrowed = where.overdue !== undefined || where.owing === true || due !== undefined;
  const keep = isNarrowed ? narrowed({ book, figures, due, where, inScope }) : inScope;
  const flows = isNarrowed && keep ? flowsOfLoans(book, rules, keep) : figures.flows;
  const total = profitOfLoans({ book, figures, capital: rules.capital }, flows, keep);
  const all = Uint32Array.from({ length: book.loans }, (_, loan) => loan);
  const loans = keep ? all.filter((loan) => keep[loan] === 1) : all;
  const found = {
    key,
    loans,
    total,
    due: due && { byLoan: due, sum: loans.reduce((sum, loan) => sum + due[loan]!, 0) },
    order: undefined,
  };
  foundByBook.set(book, found);
  return found;
}

/** By row of the book; undefined where no line of the ladder is asked for. */
function dueIn({ book, asOf }: Asked, { due: place }: LoansWhere, rules: LoansArgs["rules"]): Float64Array | undefined {
  if (place === undefined) return undefined;
  return asOf === null ? new Float64Array(book.loans) : dueOfLoans(book, rules, { day: asOf, place });
}

interface Narrowing extends LoanSources {
  readonly where: LoansWhere;
  readonly inScope: Uint8Array | undefined;
}

/** Loans overdue for so long, or any that may be, are open and not repaid in full, bad or not (VT4). */
function narrowed({ book, figures, due, where, inScope }: Narrowing): Uint8Array {
  return Uint8Array.from(book.principal, (principal, loan) => {
    if (inScope?.[loan] === 0) return 0;
    if (where.owing === true && figures.owed[loan] === 0) return 0;
    if (due?.[loan] === 0) return 0;
    if (where.overdue === undefined) return 1;
    if (figures.repaid[loan]! >= principal || !isOpen(book, loan)) return 0;
    return where.overdue === "any" || overdueBucket(book.overdueDays[loan]!) === where.overdue ? 1 : 0;
  });
}

function orderedLoans(found: FoundLoans, { sort, offset, limit }: LoansArgs, sources: LoanSources): Uint32Array {
  const key = JSON.stringify(sort);
  const end = Math.min(offset + limit, found.loans.length);
  if (found.order?.key === key && found.order.loans.length >= end) return found.order.loans;
  const count = end <= FIRST_LOANS ? FIRST_LOANS : found.loans.length;
  const loans = loansInOrder(found.loans, { sort, count }, sources);
  found.order = { key, loans };
  return loans;
}
