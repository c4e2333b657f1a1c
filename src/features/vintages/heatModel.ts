import type { HeatCell, HeatColumn, HeatRow } from "#src/ui/heatRows.ts";

import { bookMonth, shareText, type Spoken } from "./figures.ts";
import { FEW_LOANS, type VintageLine, type VintageModel } from "./vintageModel.ts";

export interface VintageHeat {
  readonly columns: readonly HeatColumn[];
  readonly rows: readonly HeatRow[];
  /** What all months together come to. */
  readonly summary: HeatRow;
}

export const EXPECTED_ID = "expected";

/** Months of lending against months on book; the newest last, as they came. */
export function heatModel(model: VintageModel, spoken: Spoken): VintageHeat {
  const { words, format } = spoken;
  return {
    columns: Array.from({ length: model.ages }, (_, age) => ({ id: String(age), label: bookMonth(age, format) })),
    rows: model.lines.map((line) => ({
      id: line.id,
      label: format.month(line.month.from),
      size: line.loans,
      small: line.loans < FEW_LOANS,
      cells: line.shares.map((share, age) => (share === null ? null : cellOf(line, { model, age, spoken }))),
    })),
    summary: {
      id: EXPECTED_ID,
      label: words.expected,
      size: model.lines.reduce((sum, { loans }) => sum + loans, 0),
      small: false,
      cells: model.expected.map((share, age) =>
        share === null ? null : expectedCell(share, model.behind[age] ?? 0, spoken),
      ),
    },
  };
}

interface CellArgs {
  readonly model: VintageModel;
  readonly age: number;
  readonly spoken: Spoken;
}

function cellOf(line: VintageLine, { model, age, spoken: { words, format } }: CellArgs): HeatCell {
  const [share, expected] = [line.shares[age] ?? null, model.expected[age] ?? null];
  const difference = share === null || expected === null ? null : share - expected;
  return {
    value: share,
    text: shareText(share, format),
    lines: [
      { label: words.measures[model.measure].name, value: format.moneyExact(line.amounts[age] ?? null) },
      { label: words.disbursed, value: format.moneyExact(line.disbursed) },
      { label: words.expected, value: format.percent(expected, 2) },
      { label: words.difference, value: format.points(difference, 2) },
    ],
  };
}

function expectedCell(share: number, behind: number, { words, format }: Spoken): HeatCell {
  return {
    value: share,
    text: shareText(share, format),
    lines: [{ label: words.behind, value: format.count(behind) }],
  };
}
