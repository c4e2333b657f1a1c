import type { ConcentrationGroup } from "#src/engine/protocol.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import { HHI_SCALE } from "./figures.ts";
import type { ConcentrationWords } from "./strings.ts";

/** A line of the table: the group, and what it holds of all. */
export interface GroupLine extends ConcentrationGroup {
  /** Of the outstanding of all lenders shown; null over nothing. */
  readonly share: number | null;
}

export function groupLines(groups: readonly ConcentrationGroup[], total: ConcentrationGroup): GroupLine[] {
  return groups.map((group) => ({ ...group, share: total.balance === 0 ? null : group.balance / total.balance }));
}

export function groupName({ name }: ConcentrationGroup, by: "channel" | "product", words: ConcentrationWords): string {
  return name === "" || name === null ? words.noName[by] : name;
}

/** As a file: shares are ratios, the index is in ten-thousandths as on screen. */
export function groupFile(
  lines: readonly GroupLine[],
  by: "channel" | "product",
  words: ConcentrationWords,
): Pick<TableModel, "columns" | "rows"> {
  return {
    columns: [
      { id: "name", label: words.group[by], type: "text" },
      { id: "lenders", label: words.lenders, type: "count" },
      { id: "balance", label: words.balance, type: "money" },
      { id: "share", label: words.share, type: "ratio" },
      { id: "topTenShare", label: words.names.topTenShare, type: "ratio" },
      { id: "topPercentShare", label: words.names.topPercentShare, type: "ratio" },
      { id: "herfindahl", label: words.names.herfindahl, type: "number" },
      { id: "gini", label: words.names.gini, type: "number" },
      { id: "effectiveLenders", label: words.names.effectiveLenders, type: "number" },
    ],
    rows: lines.map((line) => [
      groupName(line, by, words),
      line.lenders,
      line.balance,
      line.share,
      line.topTenShare,
      line.topPercentShare,
      line.herfindahl === null ? null : line.herfindahl * HHI_SCALE,
      line.gini,
      line.effectiveLenders,
    ]),
  };
}
