import type { Catalogue } from "#src/ui/language.tsx";

interface Removed {
  readonly rows: string;
  readonly volume: string;
  readonly outstanding: string;
}

const en = {
  title: "Internal accounts",
  hint: "Accounts that the lenders file marks as internal (is_internal), such as the platform's own.",
  changes: "every figure, list and check but those of imports",
  kept: "Counted",
  leftOut: "Left out",
  noDataset: "Drop a lenders file with the column is_internal to use this.",
  nobody: "The lenders file marks no account as internal.",
  counting: "Counting their rows…",
  accounts: { one: "# account", other: "# accounts" },
  removes: (accounts: string, { rows, volume, outstanding }: Removed) =>
    `Leaving them out takes away ${accounts} with ${rows} rows, ${volume} of volume and ${outstanding} of outstanding.`,
};

const zh: typeof en = {
  title: "内部账户",
  hint: "出借人文件里标为内部（is_internal）的账户，例如平台自有账户。",
  changes: "除导入记录外的所有数字、列表与校验",
  kept: "计入",
  leftOut: "剔除",
  noDataset: "导入含 is_internal 列的出借人文件后可用。",
  nobody: "出借人文件中没有标为内部的账户。",
  counting: "正在统计……",
  accounts: { one: "# 个账户", other: "# 个账户" },
  removes: (accounts, { rows, volume, outstanding }) =>
    `剔除后减少${accounts}、${rows} 行流水、成交额 ${volume}、待收 ${outstanding}。`,
};

export const internalStrings: Catalogue<typeof en> = { en, zh };
