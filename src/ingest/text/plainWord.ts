import { plainText } from "#src/ingest/cells/cellText.ts";

/** A header or a type value without what exports disagree on: case, width, blanks, underscores, hyphens. */
export function plainWord(text: string): string {
  return plainText(text).replace(/[\s_\-"'`\u00b7]/g, "");
}
