/**
 * Months from the start of a cohort's first month until its lifetime value has paid for acquiring it,
 * within the month in proportion (LT6).
 *
 * @param lifetimeValue    cumulative, by age from 0
 * @param acquisitionCost  in the same unit
 * @returns                null while it is not paid back
 */
export function payback(lifetimeValue: readonly number[], acquisitionCost: number): number | null {
  const age = lifetimeValue.findIndex((value) => value >= acquisitionCost);
  if (age < 0) return null;
  const before = age === 0 ? 0 : lifetimeValue[age - 1]!;
  const gained = lifetimeValue[age]! - before;
  return gained === 0 ? age : age + (acquisitionCost - before) / gained;
}
