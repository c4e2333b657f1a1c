import type { Catalogue } from "#src/ui/language.tsx";

import { controlWordsEn, controlWordsZh } from "./controlWords.ts";
import { detailWordsEn, detailWordsZh } from "./detailWords.ts";
import { findingWordsEn, findingWordsZh } from "./findingWords.ts";
import { tableWordsEn, tableWordsZh } from "./tableWords.ts";
import { whatIfWordsEn, whatIfWordsZh } from "./whatIfWords.ts";

const en = { ...controlWordsEn, ...findingWordsEn, ...tableWordsEn, ...detailWordsEn, ...whatIfWordsEn };
const zh: typeof en = {
  ...controlWordsZh,
  ...findingWordsZh,
  ...tableWordsZh,
  ...detailWordsZh,
  ...whatIfWordsZh,
};

export const strings: Catalogue<typeof en> = { en, zh };
export type ProfitWords = typeof en;
