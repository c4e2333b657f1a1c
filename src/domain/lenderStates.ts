/** One state a lender, the first that fits, in this order of asking: never lent, grace or lost without a balance, then the others. */
export const LENDER_STATES = ["new", "holding", "at_risk", "resurrected", "grace", "lost", "never_lent"] as const;

export type LenderState = (typeof LENDER_STATES)[number];
