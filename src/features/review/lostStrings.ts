import type { DatasetName } from "#src/domain/datasets.ts";
import type { Catalogue, PluralForms } from "#src/ui/language.tsx";

const lose = (one: string, other: string): PluralForms => ({
  one: `1 stored ${one} that it replaces loses its value.`,
  other: `# stored ${other} that it replaces lose their value.`,
});

const en = {
  title: "Values that would be lost",
  hint: "A row is replaced as a whole. Add the column to the export, unless the values are meant to go.",
  lackOne: (column: string) => `This file has no column ${column}; `,
  lackMany: (column: string) => `The export has no column ${column}; `,
  lose: {
    transactions: lose("row", "rows"),
    lenders: lose("lender", "lenders"),
    spend: lose("cost", "costs"),
    loans: lose("loan", "loans"),
    funds: lose("fund", "funds"),
    targets: lose("target", "targets"),
    annotations: lose("annotation", "annotations"),
  } satisfies Record<DatasetName, PluralForms>,
};

function loseZh(what: string): PluralForms {
  const text = `被其替换的 # ${what}将失去该列的值。`;
  return { one: text, other: text };
}

const zh: typeof en = {
  title: "将会丢失的值",
  hint: "替换以整行为单位。除非确实要清空这些值，否则请在导出中加上该列。",
  lackOne: (column) => `该文件没有 ${column} 列，`,
  lackMany: (column) => `这些文件没有 ${column} 列，`,
  lose: {
    transactions: loseZh("行记录"),
    lenders: loseZh("位出借人"),
    spend: loseZh("笔费用"),
    loans: loseZh("笔借款"),
    funds: loseZh("笔资金"),
    targets: loseZh("个目标"),
    annotations: loseZh("条标注"),
  },
};

export const lostStrings: Catalogue<typeof en> = { en, zh };
