import { createContext, use, useMemo } from "react";
import type { ReactNode } from "react";

import { createFormat } from "./format.ts";
import type { Format } from "./format.ts";
import type { Language, MoneyUnits } from "./signs.ts";

/** The same words in every language; a missing or misspelt key does not compile. */
export type Catalogue<Words> = Readonly<Record<Language, Words>>;

interface Speech {
  readonly language: Language;
  readonly format: Format;
}

const SpeechContext = createContext<Speech>({ language: "en", format: createFormat({ language: "en" }) });

export interface LanguageProviderProps {
  readonly language: Language;
  /** 万/亿 or K/M/B; the language's own when left out. */
  readonly units?: MoneyUnits | undefined;
  readonly children: ReactNode;
}

export function LanguageProvider({ language, units, children }: LanguageProviderProps) {
  const speech = useMemo(() => ({ language, format: createFormat({ language, units }) }), [language, units]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useLanguage(): Language {
  return use(SpeechContext).language;
}

export function useFormat(): Format {
  return use(SpeechContext).format;
}

export function useStrings<Words>(catalogue: Catalogue<Words>): Words {
  return catalogue[use(SpeechContext).language];
}

const PLURALS: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules("en"),
  zh: new Intl.PluralRules("zh-CN"),
};

export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** The form that goes with a count; Chinese has only `other`. */
export function plural(language: Language, count: number, forms: PluralForms): string {
  return PLURALS[language].select(count) === "one" ? forms.one : forms.other;
}
