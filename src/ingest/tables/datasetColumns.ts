import type { RowRejection } from "#src/domain/codes.ts";
import { TABLES, type TableColumn, type TableColumnName, type TableName } from "#src/domain/datasets.ts";

import type { AskingCells, Cells } from "./cells.ts";
import { CELL } from "#src/ingest/cells/cellText.ts";
import type { Clock } from "#src/ingest/cells/clock.ts";
import { ownWords } from "./datasetWords.ts";
import type { TableLayout } from "#src/ingest/header/layout.ts";
import { DayCells, FenCells, MillionthsCells, RateCells } from "./measureCells.ts";
import { CountCells, IdCells, NameCells, RememberedCells, YesNoCells } from "./wordCells.ts";

/** A column of a dataset that the file has. */
export interface DatasetColumn {
  readonly name: TableColumnName;
  /** Place among the columns of the dataset, and in the rows of the file. */
  readonly place: number;
  readonly field: number;
  readonly spec: TableColumn;
  readonly cells: Cells | AskingCells;
}

const IDS: ReadonlySet<string> = new Set(["user_id", "loan_id", "referrer_id", "borrower_id"]);

/** The columns of a dataset that a file has, in the dataset's order, each with the reader of its cells. */
export function datasetColumns(dataset: TableName, layout: TableLayout, clock: Clock): readonly DatasetColumn[] {
  return TABLES[dataset].flatMap((spec, place) => {
    const field = layout.indexOf.get(spec.name);
    if (field === undefined) return [];
    const source = { dataset, layout, clock, scaleFen: layout.headers[field]?.scaleFen ?? 100 };
    return [{ name: spec.name, place, field, spec, cells: cellsFor(spec, source) }];
  });
}

interface CellSource {
  readonly dataset: TableName;
  readonly layout: TableLayout;
  readonly clock: Clock;
  readonly scaleFen: number;
}

function cellsFor(
  spec: TableColumn,
  { dataset, layout: { reading }, clock, scaleFen }: CellSource,
): Cells | AskingCells {
  switch (spec.cell) {
    case "text":
      return IDS.has(spec.name) ? new IdCells() : new RememberedCells(new NameCells(ownWords(dataset, spec.name)));
    case "day":
      return new DayCells(clock, reading, dataset === "spend" || dataset === "targets");
    case "fen":
      // Net assets and last year's profit may lie below zero; nothing else of money does.
      return new FenCells(scaleFen, reading, dataset === "funds");
    case "ppm":
      return new RateCells();
    case "count":
      return new RememberedCells(new CountCells(spec));
    case "yes_no":
      return new RememberedCells(new YesNoCells());
    case "millionths":
      return new MillionthsCells(scaleFen, reading);
  }
}

/** The code for a cell that is something else (`CELL`) than a value of its column. */
export function cellRejection({ name, cell }: TableColumn, verdict: number): RowRejection {
  if (verdict === CELL.damaged) return "CELL_ERROR";
  if (verdict === CELL.foreign) return "WRONG_CURRENCY";
  const isMissing = verdict === CELL.missing;
  switch (cell) {
    case "text":
      if (!isMissing) return "BAD_ID";
      return name === "user_id" ? "MISSING_USER" : name === "loan_id" ? "MISSING_TXN_ID" : "BAD_ID";
    case "day":
      return isMissing ? "MISSING_DATE" : "BAD_DATE";
    case "fen":
    case "millionths":
      return isMissing ? "MISSING_AMOUNT" : "BAD_AMOUNT";
    case "ppm":
      return "BAD_RATE";
    case "count":
      return "BAD_TERM";
    case "yes_no":
      return "BAD_ID";
  }
}
