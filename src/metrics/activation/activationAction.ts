/** What an early action is counted by, from the day of the first lend on. */
export type ActivationAction =
  /** Distinct days with a lend. */
  | "lendDays"
  /** Distinct products lent to; rows that name none add none. */
  | "products"
  /** Distinct terms lent for; rows that name none add none. */
  | "terms"
  /** Distinct days with a lend placed by auto-invest, which splits one order into many; needs the column. */
  | "autoDays"
  /** Tens of thousands of yuan lent, whole ones. */
  | "amount10k"
  /** Distinct days with a deposit; those of the first day count even when they come before the lend. */
  | "depositDays";

export const ACTIVATION_ACTIONS = [
  "lendDays",
  "products",
  "terms",
  "autoDays",
  "amount10k",
  "depositDays",
] as const satisfies readonly ActivationAction[];
