import type { OverdueBucket } from "#src/engine/protocol.ts";
import type { Catalogue } from "#src/ui/language.tsx";

/** What a list of loans not repaid holds, by days overdue: of a product, or of all where there is none. */
type OwedTitles = Readonly<Record<OverdueBucket | "any", (product: string | null) => string>>;

const en: OwedTitles = {
  any: (product) => `${loansOf(product)} not repaid in full`,
  on_time: (product) => `${loansOf(product)} not repaid in full, on time`,
  "1_30": (product) => `${loansOf(product)} 1–30 days overdue`,
  "31_60": (product) => `${loansOf(product)} 31–60 days overdue`,
  "61_90": (product) => `${loansOf(product)} 61–90 days overdue`,
  over_90: (product) => `${loansOf(product)} more than 90 days overdue`,
};

const zh: OwedTitles = {
  any: (product) => `${ofProduct(product)}未结清的借款`,
  on_time: (product) => `${ofProduct(product)}未结清且未逾期的借款`,
  "1_30": (product) => `${ofProduct(product)}逾期 1–30 天的借款`,
  "31_60": (product) => `${ofProduct(product)}逾期 31–60 天的借款`,
  "61_90": (product) => `${ofProduct(product)}逾期 61–90 天的借款`,
  over_90: (product) => `${ofProduct(product)}逾期 90 天以上的借款`,
};

function loansOf(product: string | null): string {
  return product === null ? "Loans" : `Loans of ${product}`;
}

function ofProduct(product: string | null): string {
  if (product === null) return "";
  return /\w$/.test(product) ? `${product} ` : product;
}

export const owedTitles: Catalogue<OwedTitles> = { en, zh };
