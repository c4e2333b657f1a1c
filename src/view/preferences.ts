import { useSetSearch, useViewSearch } from "./view.ts";

/** The same choices, stored under the same keys, as public/boot.js makes before the first paint. */
export const LANGUAGES = ["en", "zh"] as const;
export const THEMES = ["light", "dark", "system"] as const;
type LanguageChoice = (typeof LANGUAGES)[number];
type ThemeChoice = (typeof THEMES)[number];

export interface Preferences {
  readonly language: LanguageChoice;
  readonly theme: ThemeChoice;
}

const LANGUAGE_KEY = "dipper.lang";
const THEME_KEY = "dipper.theme";

/** The link's choice, else the last one made on this device, else the browser's. */
export function usePreferences(): Preferences {
  const { lang, theme } = useViewSearch();
  return {
    language: lang ?? stored(LANGUAGE_KEY, LANGUAGES) ?? (/^zh\b/i.test(navigator.language) ? "zh" : "en"),
    theme: theme ?? stored(THEME_KEY, THEMES) ?? "system",
  };
}

/** Puts a choice into the link and keeps it for the next visit. */
export function useSetPreferences(): (change: Partial<Preferences>) => void {
  const setSearch = useSetSearch();
  return ({ language, theme }) => {
    if (language) keep(LANGUAGE_KEY, language);
    if (theme) keep(THEME_KEY, theme);
    setSearch({ ...(language ? { lang: language } : {}), ...(theme ? { theme } : {}) });
  };
}

function stored<Choice extends string>(key: string, choices: readonly Choice[]): Choice | undefined {
  try {
    const text = localStorage.getItem(key);
    return choices.find((choice) => choice === text);
  } catch (error) {
    // Storage may be switched off.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function keep(key: string, choice: string): void {
  try {
    localStorage.setItem(key, choice);
  } catch (error) {
    // The link still holds it.
    if (!(error instanceof DOMException)) throw error;
  }
}
