import type { LeveragePoint } from "#src/engine/protocol.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import { BACKING_PARTS } from "./buildUpModel.ts";
import type { LeverageWords } from "./strings.ts";

/** A row a point, with all that its leverage is made of. */
export function trendTable(points: readonly LeveragePoint[], words: LeverageWords): TableModel {
  return {
    caption: words.trend,
    columns: [
      { id: "day", label: words.day, type: "day" },
      { id: "leverage", label: words.withPartner, type: "number" },
      { id: "withoutPartner", label: words.withoutPartner, type: "number" },
      { id: "band", label: words.band, type: "text" },
      { id: "outstanding", label: words.outstanding, type: "money" },
      ...BACKING_PARTS.map(({ id }) => ({ id, label: words.parts[id], type: "money" as const })),
      { id: "backing", label: words.backing, type: "money" },
      { id: "absorbs", label: words.absorbs, type: "ratio" },
    ],
    rows: points.map((point) => [
      point.day,
      point.leverage,
      point.withoutPartner,
      point.band === null ? words.noBacking : words.bands[point.band],
      point.outstanding,
      ...BACKING_PARTS.map(({ id }) => point[id]),
      point.backing,
      point.absorbs,
    ]),
  };
}
