import { expect, test } from "vitest";

import { historyStrings } from "#src/features/data/historyStrings.ts";
import { importColumns } from "#src/features/data/importColumns.tsx";
import { strings } from "#src/features/data/strings.ts";
import { gridTracks } from "#src/ui/dataColumn.ts";
import { datasetNames } from "#src/ui/datasetNames.ts";
import { createFormat } from "#src/ui/format.ts";

/** Of a screen 1440 px wide, beside the navigation. */
const ROOM_PX = 1150;

test.each(["en", "zh"] as const)(
  "the history has room for all of its columns, with whole words in titles: %s",
  (language) => {
    const columns = importColumns({
      words: strings[language],
      history: historyStrings[language],
      datasets: datasetNames[language],
      format: createFormat({ language }),
      onUndo: () => undefined,
    });
    expect(gridTracks(columns).minWidthPx).toBeLessThanOrEqual(ROOM_PX);
    expect(columns.find(({ id }) => id === "replaced")?.headerTitle).toContain(strings[language].replaced);
  },
);
