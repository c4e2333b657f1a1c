import { TERM_BUCKETS } from "#src/domain/leverageRules.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { CreditRules, LoansPage, TermPlace } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { Total } from "#src/ui/TotalList.tsx";
import type { LoansRequest } from "#src/view/loansDrawer.tsx";

import { strings, type LoanWords } from "./strings.ts";

export interface LoanFact {
  readonly id: keyof LoanWords["factNames"];
  readonly name: string;
  readonly value: string;
}

/** What the loans were asked by, in words. Rules are told only where they are not the usual ones. */
export function loanFacts({ where, rules }: Pick<LoansRequest, "where" | "rules">, format: Format): LoanFact[] {
  const words = strings[format.language];
  const { disbursed, products, overdue, due, owing } = where;
  const values: Readonly<Record<LoanFact["id"], string | undefined>> = {
    disbursed: disbursed === null ? undefined : format.period(disbursed),
    products: products.length === 0 ? undefined : format.list(products.map((name) => name || words.none)),
    overdue: overdue === undefined || overdue === "any" ? undefined : words.overdue[overdue],
    due: due === undefined ? undefined : dueText(due, words),
    owing: owing === true || overdue === "any" ? words.owing : undefined,
    rules: unusualRules(rules, words, format),
  };
  // The record's own keys, which `Object.keys` widens to text.
  const ids = Object.keys(values) as LoanFact["id"][];
  return ids.flatMap((id) => {
    const value = values[id];
    return value === undefined ? [] : [{ id, name: words.factNames[id], value }];
  });
}

function dueText(place: TermPlace, { due }: LoanWords): string {
  if (place === "overdue") return due.overdue;
  const { from, to } = termDays(place);
  return due.term(from, to);
}

/** Remaining days of a line of the term ladder, both included; null is without end. */
export function termDays(place: number): { readonly from: number; readonly to: number | null } {
  const to = TERM_BUCKETS[place] ?? Infinity;
  return { from: (TERM_BUCKETS[place - 1] ?? -1) + 1, to: Number.isFinite(to) ? to : null };
}

function unusualRules(rules: CreditRules, words: LoanWords, format: Format): string | undefined {
  const { rounding, dayCount, capital } = DEFAULT_CREDIT_RULES;
  const unusual = [
    ...(rules.rounding === rounding ? [] : [words.rounding[rules.rounding]]),
    ...(rules.dayCount === dayCount ? [] : [words.dayCount[rules.dayCount]]),
    ...(rules.capital === capital ? [] : [words.repayments]),
  ];
  return unusual.length === 0 ? undefined : format.list(unusual);
}

/** What all loans found come to, to the fen; one of them is the number that was clicked. */
export function loanTotals({ total, due }: Pick<LoansPage, "total" | "due">, format: Format): Total[] {
  const words = strings[format.language];
  const { hints } = words;
  const money = (id: "income" | "bad" | "funding" | "marketing" | "profit", hint?: string): Total => ({
    id,
    name: words[id],
    value: format.moneyExact(total[id]),
    hint,
  });
  const unpaid = total.owed + (total.bad ?? 0);
  return [
    { id: "loans", name: words.loans, value: format.count(total.loans) },
    ...(due === null ? [] : [{ id: "due", name: words.inLine, value: format.moneyExact(due), hint: hints.inLine }]),
    { id: "disbursed", name: words.disbursed, value: format.moneyExact(total.disbursed) },
    money("income", hints.income),
    money("bad"),
    money("funding"),
    money("marketing"),
    money("profit", hints.profit),
    { id: "owed", name: words.owed, value: format.moneyExact(total.owed), hint: hints.owed },
    ...((total.bad ?? 0) === 0
      ? []
      : [{ id: "unpaid", name: words.unpaid, value: format.moneyExact(unpaid), hint: hints.unpaid }]),
  ];
}
