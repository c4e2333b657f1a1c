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
      en: "Holds a balance and is neither new nor resurrected.",
      zh: "有余额，且不属于新用户或唤回。",
    },
    formula: null,
    switches: [],
    rule: "LS2",
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
      en: "Known from deposits or other rows, but has no lend.",
      zh: "有充值等流水，但没有出借记录。",
    },
    formula: null,
    switches: [],
    rule: "LS1",
  },
];
