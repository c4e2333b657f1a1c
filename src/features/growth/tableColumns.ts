import type { GrowthRow } from "#src/metrics/growth.ts";
import type { Format } from "#src/ui/format.ts";

import { CLASS_SIGNS, CLASSES, type MovingClass } from "./chartModel.ts";
import type { GrowthWords } from "./strings.ts";

export interface GrowthColumn {
  readonly id: string;
  readonly label: string;
  readonly title?: string;
  /** Its place in the identity. */
  readonly sign: "+" | "−" | "=" | null;
  readonly text: (row: GrowthRow) => string;
  readonly strong: boolean;
  /** The rows that it opens. */
  readonly leadsTo: MovingClass | "transient" | "month" | null;
}

const plain = { sign: null, strong: false, leadsTo: null } as const;

/** Open and every class to close, to the fen, then the ratios made of them. */
export function balanceColumns(words: GrowthWords, format: Format): readonly GrowthColumn[] {
  return [
    { ...plain, id: "open", label: words.open, text: ({ open }) => format.moneyExact(open) },
    ...CLASSES.map((id): GrowthColumn => ({
      id,
      label: words.classes[id],
      title: words.classHints[id],
      sign: CLASS_SIGNS[id] > 0 ? "+" : "−",
      text: (row) => format.moneyExact(row[id]),
      strong: false,
      leadsTo: id,
    })),
    {
      id: "close",
      label: words.close,
      sign: "=",
      strong: true,
      leadsTo: null,
      text: ({ close }) => format.moneyExact(close),
    },
    {
      ...plain,
      id: "net",
      label: words.net,
      leadsTo: "month",
      text: ({ open, close }) => format.moneyExact(close - open, { sign: true }),
    },
    {
      ...plain,
      id: "quick",
      label: words.quick,
      title: words.quickFormula,
      text: (row) => format.ratioX(row.quickRatio),
    },
    {
      ...plain,
      id: "netRetention",
      label: words.netRetentionLong,
      title: words.retentionFormula,
      text: (row) => format.percent(row.netBalanceRetention),
    },
  ];
}

/** The same in heads: open + new + resurrected − churned = close. */
export function lenderColumns(words: GrowthWords, format: Format): readonly GrowthColumn[] {
  const moved = (id: "new" | "resurrected" | "churned"): GrowthColumn => ({
    id,
    label: words.classes[id],
    title: words.classHints[id],
    sign: CLASS_SIGNS[id] > 0 ? "+" : "−",
    text: ({ lenders }) => format.count(lenders[id]),
    strong: false,
    leadsTo: id,
  });
  return [
    { ...plain, id: "open", label: words.open, text: ({ lenders }) => format.count(lenders.open) },
    moved("new"),
    moved("resurrected"),
    moved("churned"),
    {
      id: "close",
      label: words.close,
      sign: "=",
      strong: true,
      leadsTo: null,
      text: ({ lenders }) => format.count(lenders.close),
    },
    { ...plain, id: "retained", label: words.retained, text: ({ lenders }) => format.count(lenders.retained) },
    {
      ...plain,
      id: "transient",
      label: words.transient,
      title: words.classHints.transient,
      leadsTo: "transient",
      text: ({ lenders }) => format.count(lenders.transient),
    },
    {
      ...plain,
      id: "quick",
      label: words.quick,
      title: words.quickLendersHint,
      text: (row) => format.ratioX(row.lenderQuickRatio),
    },
  ];
}
