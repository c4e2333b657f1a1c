import type { Catalogue } from "./language.tsx";

type Names = Readonly<Record<string, string | undefined>>;

const en: Names = { current: "Current", settled: "Settled", overdue: "Overdue", bad: "Bad" };

const zh: Names = { current: "还款中", settled: "已结清", overdue: "逾期", bad: "坏账" };

const names: Catalogue<Names> = { en, zh };

/** The status of a loan by the name that people read; what is none of our own words stays as the file has it. */
export function loanStatusName(status: string, language: keyof typeof names): string {
  return Object.hasOwn(names[language], status) ? (names[language][status] ?? status) : status;
}
