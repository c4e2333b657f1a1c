import { withoutFormulaMark } from "#src/domain/formulaMark.ts";

import { MAX_ID_CHARACTERS } from "#src/ingest/limits.ts";

/** What a cell that could not be read is, instead of a value; all are below every value. */
export const CELL = { bad: -2, missing: -3, question: -4, damaged: -5, foreign: -6 } as const;

const SHEET_ERROR = /^#(?:(?:REF|VALUE|DIV\/0|NULL|NUM|SPILL|CALC)!|N\/A|NAME\?|#{2,})$/i;
const NO_VALUE = /^(?:-+|null|none|nil|n\/a|na|无|空)?$/;
const EDGES =
  /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+|[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+$/g;

/** An error value that a spreadsheet left in the cell, or the hashes of a column that was too narrow. */
export function isSheetError(text: string): boolean {
  return SHEET_ERROR.test(text.trim());
}

/** Blanks that nobody sees, or takes for a space: what copying from a page or a chat leaves in a cell. */
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060-\u2064\u2066-\u2069\ufeff]/;

/** Cleaning took more than plain spaces and tabs off its ends. */
export function hadInvisible(raw: string, id: string): boolean {
  return raw.length !== id.length && INVISIBLE.test(raw) && !INVISIBLE.test(id);
}

/** Empty, or a word that exports write for empty; the text is plain (`plainText`). */
export function isNoValue(text: string): boolean {
  return NO_VALUE.test(text);
}

/** Numbers, dates, headers and types: full-width forms and letter case mean nothing. */
export function plainText(text: string): string {
  return text.normalize("NFKC").replace(EDGES, "").toLowerCase();
}

/** Without the blanks, visible or not, at either end. */
export function trimmed(text: string): string {
  return text.replace(EDGES, "");
}

/** Names of products and channels, which are text and nothing else. */
export function nameText(text: string): string {
  return trimmed(withoutFormulaMark(trimmed(text))).normalize("NFC");
}

const QUOTED_FORMULA = /^="([^"]*)"$/;

/** An id as it was before a spreadsheet was kept from counting with it. */
export function idText(text: string): string {
  const id = trimmed(text).replace(/^['`]+/, "");
  return trimmed(QUOTED_FORMULA.exec(id)?.[1] ?? id).normalize("NFC");
}

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for.
const CONTROL = /[\u0000-\u001f\u007f]/;
// oxlint-disable-next-line no-control-regex -- as above, but for line breaks and tabs, which a quoted name may hold.
const CONTROL_IN_NAME = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const SCIENTIFIC = /^\d(?:\.\d+)?e\+\d+$/i;
const HASHES = /^#{3,}$/;

/** Control characters, over 128 characters, or digits that a spreadsheet has rounded away. */
export function isBadId(id: string): boolean {
  return CONTROL.test(id) || id.length > MAX_ID_CHARACTERS || SCIENTIFIC.test(id) || HASHES.test(id);
}

export function isBadName(name: string): boolean {
  return CONTROL_IN_NAME.test(name);
}
