import type { LenderState } from "#src/domain/lenderStates.ts";

import type { Catalogue } from "./language.tsx";
import type { SeriesTone } from "./tones.ts";

/** Lender states in words, one wording wherever they are shown. */
export const lenderStateNames: Catalogue<Readonly<Record<LenderState, string>>> = {
  en: {
    new: "New",
    holding: "Holding",
    at_risk: "At risk",
    resurrected: "Resurrected",
    grace: "Grace",
    lost: "Lost",
    never_lent: "Never lent",
  },
  zh: {
    new: "新用户",
    holding: "在投",
    at_risk: "流失预警",
    resurrected: "唤回",
    grace: "观察期",
    lost: "流失",
    never_lent: "从未出借",
  },
};

/** What makes a lender one of a state, in a line. */
export const lenderStateHints: Catalogue<Readonly<Record<LenderState, string>>> = {
  en: {
    new: "Holds a balance, first lend within 30 days",
    holding: "Holds a balance, neither at risk, new nor resurrected",
    at_risk: "All that is lent comes back within 7 days, nothing after",
    resurrected: "Holds again after more than 30 days without",
    grace: "Holds nothing, for 30 days at most: the time to call",
    lost: "Holds nothing, for more than 30 days",
    never_lent: "Registered or with other rows, but no lend",
  },
  zh: {
    new: "有余额，首次出借在 30 天内",
    holding: "有余额，且非流失预警、新用户或唤回",
    at_risk: "全部待收在 7 天内到期，之后再无回款",
    resurrected: "空仓超过 30 天后再次持有",
    grace: "清零不超过 30 天，最值得触达",
    lost: "清零超过 30 天",
    never_lent: "已注册或有其他流水，但没有出借",
  },
};

export const LENDER_STATE_TONES: Readonly<Record<LenderState, SeriesTone>> = {
  new: "new",
  holding: "outstandingFill",
  at_risk: "exitsEarly",
  resurrected: "ramp4",
  grace: "other",
  lost: "exits",
  never_lent: "neutral",
};
