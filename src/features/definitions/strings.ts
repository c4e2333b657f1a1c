import type { Catalogue } from "#src/ui/language.tsx";

import type { DefinitionGroup, MeasureSwitch } from "./definition.ts";

const en = {
  title: "Definitions",
  intro: "What every number means, how it is computed, and which setting changes it.",
  search: "Search definitions",
  searchPlaceholder: "Name, sentence or rule",
  sections: "Sections",
  formula: "Formula",
  switches: "Changed by",
  none: "No definition matches",
  noneHint: (text: string) => `Nothing contains “${text}”. Try a shorter word, in either language.`,
  clear: "Clear the search",
  found: { one: "1 definition", other: "# definitions" },
  groups: {
    ledger: "Outstanding and flows",
    lenders: "Lenders",
    cohorts: "Retention",
    lifetime: "Lifetime value",
    growth: "Growth",
    states: "Lender states",
    targets: "Targets",
    acquisition: "Acquisition",
    activation: "Magic number",
    credit: "Credit",
    platform: "Platform",
  } satisfies Record<DefinitionGroup, string>,
  switchNames: {
    newRule: "New-lender rule",
    transfers: "Transfers view",
    spread: "Net spread",
    zone: "Time zone",
    weekStart: "First day of the week",
    hunterRules: "Bonus-hunter rules",
  } satisfies Record<MeasureSwitch, string>,
};

const zh: typeof en = {
  title: "指标口径",
  intro: "每个数字的含义、算法，以及哪些设置会改变它。",
  search: "搜索指标",
  searchPlaceholder: "名称、说明或规则编号",
  sections: "分类",
  formula: "公式",
  switches: "受此影响",
  none: "没有匹配的指标",
  noneHint: (text) => `没有内容包含“${text}”。请换个更短的词，中英文均可。`,
  clear: "清除搜索",
  found: { one: "共 # 条口径", other: "共 # 条口径" },
  groups: {
    ledger: "待收与资金流",
    lenders: "出借人",
    cohorts: "留存",
    lifetime: "生命周期价值",
    growth: "增长",
    states: "出借人状态",
    targets: "目标",
    acquisition: "获客",
    activation: "魔法数字",
    credit: "信贷",
    platform: "平台",
  },
  switchNames: {
    newRule: "新用户口径",
    transfers: "债转口径",
    spread: "净利差",
    zone: "时区",
    weekStart: "每周起始日",
    hunterRules: "羊毛党规则",
  },
};

export const strings: Catalogue<typeof en> = { en, zh };
