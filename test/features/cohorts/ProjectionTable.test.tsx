import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { ProjectionTable } from "#src/features/cohorts/ProjectionTable.tsx";
import { projectionStrings } from "#src/features/cohorts/projectionStrings.ts";
import { projectionView } from "#src/features/cohorts/projectionView.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

import { PROJECTION } from "./projectionAnswers.ts";

/** Of a letter in a table, on the wide side. */
const LETTER_PX = 7;
/** Of a cell, both sides. */
const PADDING_PX = 24;
/** The mark of sorting and the gap before it. */
const SORT_PX = 16;

test("every column is wide enough for its header, and the method's for its names", async () => {
  await drawScreen(<ProjectionTable view={projectionView({})} result={PROJECTION} onCohort={() => {}} />, {
    methods: {},
  });
  const headers = await screen.findAllByRole("columnheader");
  const row = headers[0]!.parentElement!;
  const widths = [...row.style.gridTemplateColumns.matchAll(/minmax\((\d+)px/g)].map(([, width]) => Number(width));
  const cut = headers.filter(
    ({ textContent }, at) => widths[at]! < textContent.length * LETTER_PX + PADDING_PX + SORT_PX,
  );
  expect(widths).toHaveLength(headers.length);
  expect(cut.map(({ textContent }) => textContent)).toEqual([]);
  const methods = Object.values(projectionStrings.en.methods).map(({ length }) => length * LETTER_PX + PADDING_PX);
  expect(widths.at(-1)).toBeGreaterThanOrEqual(Math.max(...methods));
});
