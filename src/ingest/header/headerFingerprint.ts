import { withoutFormulaMark } from "#src/domain/formulaMark.ts";

import { bytesOf } from "#src/ingest/text/bytes.ts";
import { plainText } from "#src/ingest/cells/cellText.ts";
import { StreamingSha256 } from "#src/ingest/text/sha256.ts";

/**
 * What files with the same header share: the SHA-256 of its names in their order. Letter case, full-width forms,
 * blanks around a name, marks against formulas and nameless columns at the end make no difference.
 */
export function headerFingerprint(headers: readonly string[]): string {
  const names = headers.map((header) => withoutFormulaMark(plainText(header)));
  while (names.at(-1) === "") names.pop();
  const hash = new StreamingSha256();
  hash.push(bytesOf(JSON.stringify(names)));
  return hash.finish();
}
