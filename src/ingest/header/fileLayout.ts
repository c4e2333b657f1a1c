import type { ColumnName, FileLayout } from "#src/domain/imports.ts";

import type { TableLayout } from "./layout.ts";

/** How a ledger's file was understood, for its record. */
export function fileLayoutOf(
  layout: TableLayout,
  encoding: FileLayout["encoding"],
  amountScaleFen: number,
): FileLayout {
  return {
    encoding,
    delimiter: layout.delimiter,
    headerLine: layout.headerLine,
    headerText: layout.headerText,
    mapping: placesRead(layout).map(([column, index]) => ({ column, header: layout.headers[index]!.name })),
    unused: unusedHeaders(layout),
    amountScaleFen,
  };
}

/** Which column is read from which place; both columns of money where there are two. */
function placesRead({ indexOf, reading: { sign } }: TableLayout): (readonly [ColumnName, number])[] {
  const places = [...indexOf].filter(([column]) => column !== "amount" || sign?.shape !== "credit_debit");
  if (sign?.shape === "credit_debit") places.push(["amount", sign.credit], ["amount", sign.debit]);
  return places;
}

function unusedHeaders(layout: TableLayout): string[] {
  const { headers, reading, statusIndex, currencyIndex } = layout;
  const read = new Set(placesRead(layout).map(([, index]) => index));
  for (const index of [statusIndex, currencyIndex, reading.description ?? -1]) read.add(index);
  return headers.flatMap(({ name }, index) => (read.has(index) || name === "" ? [] : [name]));
}
