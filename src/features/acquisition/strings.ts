import type { Catalogue } from "#src/ui/language.tsx";

import { chartWordsEn, chartWordsZh } from "./chartWords.ts";
import { economicsWordsEn, economicsWordsZh } from "./economicsWords.ts";
import { funnelWordsEn, funnelWordsZh } from "./funnelWords.ts";
import { hunterWordsEn, hunterWordsZh } from "./hunterWords.ts";
import { screenWordsEn, screenWordsZh } from "./screenWords.ts";

const en = { ...screenWordsEn, ...economicsWordsEn, ...funnelWordsEn, ...chartWordsEn, ...hunterWordsEn };
const zh: typeof en = {
  ...screenWordsZh,
  ...economicsWordsZh,
  ...funnelWordsZh,
  ...chartWordsZh,
  ...hunterWordsZh,
};

export const strings: Catalogue<typeof en> = { en, zh };
export type AcquisitionWords = typeof en;
