import { plural, useFormat, useLanguage, type PluralForms } from "#src/ui/language.tsx";

/** A count in words: its place in the form is `#`. */
export function useCounted(): (count: number, forms: PluralForms) => string {
  const language = useLanguage();
  const format = useFormat();
  return (count, forms) => plural(language, count, forms).replace("#", format.count(count));
}
