/** What a spreadsheet might run as a formula, after blanks, quotes and signs without width that it would skip. */
const FORMULA = /^[\s\p{Cc}\p{Cf}"'`;]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u;
const MARK = "'";

/** Text with an apostrophe in front where a spreadsheet would compute it; `withoutFormulaMark` takes it off again. */
export function withFormulaMark(text: string): string {
  return FORMULA.test(text) ? MARK + text : text;
}

/** Text as it was before `withFormulaMark`; an apostrophe that means something else stays. */
export function withoutFormulaMark(text: string): string {
  return text.startsWith(MARK) && FORMULA.test(text.slice(MARK.length)) ? text.slice(MARK.length) : text;
}
