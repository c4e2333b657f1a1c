import type { Catalogue } from "#src/ui/language.tsx";

import { figureWordsEn, figureWordsZh } from "./figureWords.ts";
import { sayingWordsEn, sayingWordsZh } from "./sayingWords.ts";
import { screenWordsEn, screenWordsZh } from "./screenWords.ts";

const en = { ...screenWordsEn, ...figureWordsEn, say: sayingWordsEn };
const zh: typeof en = { ...screenWordsZh, ...figureWordsZh, say: sayingWordsZh };

export const strings: Catalogue<typeof en> = { en, zh };
export type CompareWords = typeof en;
