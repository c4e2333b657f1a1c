import type { MeasureDefinition } from "./definition.ts";

/** What a lender is now: one state each, the first that fits. */
export const stateDefinitions: readonly MeasureDefinition[] = [
  {
    id: "state-new",
    group: "states",
    name: { en: "New", zh: "新用户" },
    sentence: {
      en: "Holds a balance, first lend within the last 30 days.",
      zh: "有余额，且首次出借在最近 30 天内。",
    },
    formula: null,
    switches: [],
    rule: "LS2",
  },
  {
    id: "state-holding",
    group: "states",
    name: { en: "Holding", zh: "在投" },
    sentence: {
      en: "Holds a balance and is neither at risk, new nor resurrected.",
      zh: "有余额，且不属于流失预警、新用户或唤回。",
    },
    formula: null,
    switches: [],
    rule: "LS2",
  },
  {
    id: "state-at-risk",
    group: "states",
    name: { en: "At risk", zh: "流失预警" },
    sentence: {
      en: "All that the lender holds falls due within 7 days, and nothing after. Asked before new and resurrected; needs terms: whoever holds a lot that is overdue or has no term is never at risk, for its payout is not known.",
      zh: "出借人的全部待收在 7 天内到期，之后再无回款。先于新用户与唤回判定；需要期限数据：持有逾期或无期限待收的出借人不计入，因其回款日未知。",
    },
    formula: { en: "balance > 0 and last maturity ≤ as-of + 7 days", zh: "余额 > 0 且最后到期日 ≤ 截止日 + 7 天" },
    switches: [],
    rule: "LS5",
  },
  {
    id: "state-resurrected",
    group: "states",
    name: { en: "Resurrected", zh: "唤回" },
    sentence: {
      en: "Holds a balance after more than 30 days with none, by a lend within the last 30 days.",
      zh: "空仓超过 30 天后，在最近 30 天内再次出借且有余额。",
    },
    formula: null,
    switches: [],
    rule: "LS2",
  },
  {
    id: "state-grace",
    group: "states",
    name: { en: "Grace", zh: "观察期" },
    sentence: {
      en: "Holds nothing, for at most 30 days. The time to call.",
      zh: "余额清零不超过 30 天。此时最值得触达。",
    },
    formula: null,
    switches: [],
    rule: "LS3",
  },
  {
    id: "state-lost",
    group: "states",
    name: { en: "Lost", zh: "流失" },
    sentence: {
      en: "Holds nothing, for more than 30 days.",
      zh: "余额清零超过 30 天。",
    },
    formula: null,
    switches: [],
    rule: "LS3",
  },
  {
    id: "state-never-lent",
    group: "states",
    name: { en: "Never lent", zh: "从未出借" },
    sentence: {
      en: "Known from deposits, other rows or the lenders file, but has no lend. Who is in that file alone with a day of first lending is lost.",
      zh: "有充值等流水或已在出借人文件中注册，但没有出借记录。仅在该文件中且有首次出借日者计为流失。",
    },
    formula: null,
    switches: [],
    rule: "LS1",
  },
];
