import { tableNumbers, tableTexts } from "#src/domain/tableReader.ts";
import { currentRows, currentSources } from "#src/domain/tableRows.ts";
import { epochDay } from "#src/domain/units.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import type { Annotation } from "#src/engine/protocol.ts";
import { valueOf } from "#src/engine/storeFault.ts";

/** The notes in force, ascending by day; those of one day in the order in which they first appeared. */
export async function annotationsAnswer(
  { held }: Analysis,
  _args: Record<never, never>,
): Promise<readonly Annotation[]> {
  const stored = valueOf(await held.readTables("annotations"));
  const rows = currentRows("annotations", stored);
  const days = tableNumbers("annotations", rows, "date");
  const ends = tableNumbers("annotations", rows, "end_date");
  const texts = tableTexts("annotations", rows, "text");
  const kinds = tableTexts("annotations", rows, "kind");
  return currentSources("annotations", stored)
    .map(({ importId }, place): Annotation => ({
      day: epochDay(days[place]!),
      endDay: Number.isNaN(ends[place]!) ? null : epochDay(ends[place]!),
      text: texts[place]!,
      kind: kinds[place]!,
      importId,
    }))
    .toSorted((a, b) => a.day - b.day);
}
