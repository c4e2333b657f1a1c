import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";

import type { Analysis } from "#src/engine/analysis.ts";

import { rememberedFigures } from "./rememberedFigures.ts";

/** Makes what all questions about loans begin with, by the rules that are asked for first. */
export async function prepareLoans(analysis: Analysis): Promise<void> {
  const book = await analysis.loanBook();
  if (book) rememberedFigures(book, DEFAULT_CREDIT_RULES);
}
