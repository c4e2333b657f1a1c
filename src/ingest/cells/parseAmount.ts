import { minorUnits, type MinorUnits } from "#src/domain/units.ts";
import { accepted, refused, type Result } from "#src/domain/result.ts";

import { AmountColumn, AmountEvidence } from "./amounts.ts";
import { bytesOf } from "#src/ingest/text/bytes.ts";
import { CELL } from "./cellText.ts";

export type AmountRejection = "MISSING_AMOUNT" | "BAD_AMOUNT" | "ZERO_AMOUNT" | "WRONG_CURRENCY" | "CELL_ERROR";

/**
 * One amount in yuan as whole fen, read as a cell of a column with decimal dots.
 *
 * More than two decimals, an exponent, misplaced thousands and negatives are refused, never rounded.
 */
export function parseAmount(text: string): Result<MinorUnits, AmountRejection> {
  const column = new AmountColumn(0, 100);
  const evidence = new AmountEvidence();
  evidence.dot = 1;
  evidence.plain = 1;
  column.settle(evidence);
  const bytes = bytesOf(text);
  const fen = column.read(bytes, 0, bytes.length);
  return fen > 0 ? accepted(minorUnits(fen)) : refused(amountRejection(fen));
}

/** The code of an amount that is not above zero, or of what a cell is instead. */
export function amountRejection(fen: number): AmountRejection {
  if (fen === 0) return "ZERO_AMOUNT";
  if (fen === CELL.missing) return "MISSING_AMOUNT";
  if (fen === CELL.damaged) return "CELL_ERROR";
  return fen === CELL.foreign ? "WRONG_CURRENCY" : "BAD_AMOUNT";
}
