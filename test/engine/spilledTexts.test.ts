import { expect, it } from "vitest";

import { packTexts, textsOf } from "#src/domain/columns.ts";
import { spilledTexts } from "#src/engine/spilledTexts.ts";

it("gives texts back as they were, and none where there were none", async () => {
  const { ids, lots } = await spilledTexts({ ids: packTexts(["t1", "", "流水 3"]), lots: undefined })();
  expect(ids && textsOf(ids)).toEqual(["t1", "", "流水 3"]);
  expect(lots).toBeUndefined();
});
