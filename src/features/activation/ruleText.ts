import type { ActivationAction } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { Catalogue } from "#src/ui/language.tsx";

const FEN_IN_10K_YUAN = 1_000_000;

export interface Rule {
  readonly action: ActivationAction;
  readonly windowDays: number;
  readonly threshold: number;
}

type Clauses = Readonly<Record<ActivationAction, (count: string) => string>>;

const en = {
  clauses: {
    lendDays: (count) => `lend on ${count} or more days`,
    products: (count) => `lend to ${count} or more products`,
    terms: (count) => `lend for ${count} or more different terms`,
    autoDays: (count) => `have auto-invest lend for them on ${count} or more days`,
    amount10k: (amount) => `lend ${amount} or more`,
    depositDays: (count) => `deposit on ${count} or more days`,
  } satisfies Clauses as Clauses,
  firstDay: (clause: string) => `${clause} on the day of their first lend`,
  within: (clause: string, days: string) => `${clause} within ${days} days of their first lend`,
};

const zh: typeof en = {
  clauses: {
    lendDays: (count) => `在 ${count} 个或更多日子出借`,
    products: (count) => `出借 ${count} 种或更多产品`,
    terms: (count) => `出借 ${count} 种或更多期限`,
    autoDays: (count) => `有 ${count} 个或更多日子由自动投标成交`,
    amount10k: (amount) => `出借 ${amount} 或更多`,
    depositDays: (count) => `在 ${count} 个或更多日子充值`,
  },
  firstDay: (clause) => `首次出借当天${clause}`,
  within: (clause, days) => `首次出借后 ${days} 天内${clause}`,
};

export const ruleStrings: Catalogue<typeof en> = { en, zh };

/** What a lender does, as the middle of a sentence: "lend on 2 or more days within 14 days of their first lend". */
export function ruleText({ action, windowDays, threshold }: Rule, words: typeof en, format: Format): string {
  const count = action === "amount10k" ? format.money(threshold * FEN_IN_10K_YUAN) : format.count(threshold);
  const clause = words.clauses[action](count);
  return windowDays === 1 ? words.firstDay(clause) : words.within(clause, format.count(windowDays));
}
