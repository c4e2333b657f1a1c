import type { LeverageRules } from "#src/engine/protocol.ts";
import type { Catalogue } from "#src/ui/language.tsx";

type RuleTexts = Readonly<Record<keyof LeverageRules, string>>;

const names: RuleTexts = {
  guaranteePpm: "Guarantee",
  guaranteeBase: "What the guarantor stands for",
  countsRelated: "Count a related guarantor",
  own: "Own funds",
  insuredPpm: "Insurance",
  haircutPpm: "Haircut on collateral",
  mainBusinessPpm: "Shareholder, main business",
  subsidiaryPpm: "Shareholder, one subsidiary",
  financialPpm: "Financial investor",
};
const sentences: RuleTexts = {
  guaranteePpm: "Of what a guarantor stands for, when one that is not related is in force.",
  guaranteeBase: "A guarantee company may stand for ten times its net assets at most.",
  countsRelated: "A guarantee for oneself is none.",
  own: "Net assets with last year's profit, and where they are not known the larger of financing and paid-in capital; or the largest of the three.",
  insuredPpm: "Of the insured amount; only insured projects are covered.",
  haircutPpm: "Taken off collateral as entered; none where its value is entered after it.",
  mainBusinessPpm: "Of a controlling shareholder's funds, when the platform is its main business.",
  subsidiaryPpm: "Of a controlling shareholder's funds, when the platform is one of its subsidiaries.",
  financialPpm: "Of a financial investor's funds: who only invested need not add anything.",
};

const en = {
  title: "Conversion rules",
  subtitle: "How funds become backing. Changes are kept in the link",
  names,
  sentences,
  usual: (value: string) => `Usual: ${value}`,
  changed: "changed",
  reset: "Back to the usual rules",
  yes: "yes",
  no: "no",
  bases: { outstanding: "All outstanding", ten_times_net_assets: "Up to 10 × net assets" },
  owns: { priority: "By priority", max3: "Largest of three" },
};

const zh: typeof en = {
  title: "折算规则",
  subtitle: "资金如何折算为偿付资金，改动保存在链接中",
  names: {
    guaranteePpm: "担保比例",
    guaranteeBase: "担保范围",
    countsRelated: "计入关联担保方",
    own: "自有资金",
    insuredPpm: "保险",
    haircutPpm: "抵押物折扣",
    mainBusinessPpm: "股东（主业为平台）",
    subsidiaryPpm: "股东（平台为子公司）",
    financialPpm: "财务投资人",
  },
  sentences: {
    guaranteePpm: "有非关联担保方时，按其担保范围的此比例计。",
    guaranteeBase: "担保公司的担保额不得超过其净资产的十倍。",
    countsRelated: "自己为自己担保等于没有担保。",
    own: "取净资产加上年净利润；净资产未知时取实际融资额与实缴资本中较大者；或直接取三者最大。",
    insuredPpm: "按保额计；仅覆盖已投保项目。",
    haircutPpm: "从录入的抵押物价值中扣除；若录入的已是折后价值则为零。",
    mainBusinessPpm: "控股股东以平台为主业时，按其资金的此比例计。",
    subsidiaryPpm: "平台只是控股股东的子公司之一时，按其资金的此比例计。",
    financialPpm: "财务投资人没有追加资金的义务，按其资金的此比例计。",
  },
  usual: (value) => `默认：${value}`,
  changed: "已修改",
  reset: "恢复默认规则",
  yes: "是",
  no: "否",
  bases: { outstanding: "全部待收", ten_times_net_assets: "净资产 10 倍以内" },
  owns: { priority: "按优先顺序", max3: "三者最大" },
};

export const ruleStrings: Catalogue<typeof en> = { en, zh };
export type RuleWords = typeof en;
