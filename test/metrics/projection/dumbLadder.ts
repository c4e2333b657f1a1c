import type { CohortTotals } from "#src/metrics/projection/cohortTotals.ts";

/** A matrix with null where nothing is observed: the formulas of the book, cell by cell, nothing shared or remembered. */
export function dumbLadder(cohorts: readonly CohortTotals[]) {
  const ages = Math.max(...cohorts.map(({ totals }) => totals.length));
  const c = cohorts.map(({ totals }) => Array.from({ length: ages }, (_, k) => totals[k] ?? null));
  const with2 = (k: number) => c.filter((row) => row[k] !== null && row[k + 1] !== null && row[k]! > 0);
  const total = (k: number) => with2(k).reduce((sum, row) => sum + row[k]!, 0);
  const f = (k: number): number | null =>
    with2(k).length === 0 ? null : with2(k).reduce((sum, row) => sum + row[k + 1]!, 0) / total(k);
  const sigma2 = (k: number): number | null => {
    const rows = with2(k);
    if (k < 0 || rows.length === 0) return null;
    if (rows.length > 1) {
      let sum = 0;
      for (const row of rows) sum += row[k]! * (row[k + 1]! / row[k]! - f(k)!) ** 2;
      return sum / (rows.length - 1);
    }
    const [two, one] = [sigma2(k - 2), sigma2(k - 1)];
    if (two === null || one === null) return null;
    return two === 0 ? 0 : Math.min(one ** 2 / two, Math.min(two, one));
  };
  const projected = (i: number, k: number): number | null => {
    if (c[i]![k] !== null) return c[i]![k]!;
    const before = projected(i, k - 1);
    return before === null || f(k - 1) === null ? null : before * f(k - 1)!;
  };
  const mse = (i: number, k: number): number | null => {
    if (c[i]![k] !== null) return 0;
    const [before, errors, value] = [sigma2(k - 1), mse(i, k - 1), projected(i, k - 1)];
    if (before === null || errors === null || value === null) return null;
    return value ** 2 * (before / total(k - 1)) + value * before + f(k - 1)! ** 2 * errors;
  };
  return {
    f: Array.from({ length: ages - 1 }, (_, k) => f(k)),
    sigma2: Array.from({ length: ages - 1 }, (_, k) => sigma2(k)),
    ultimate: c.map((_, i) => projected(i, ages - 1)),
    standardError: c.map((_, i) => rootOf(mse(i, ages - 1))),
    totalStandardError: rootOf(totalMse()),
  };

  /** Mack's double sum: every cohort's own error, and twice what each two of them share. */
  function totalMse(): number | null {
    let sum = 0;
    for (let i = 0; i < c.length; i++) {
      const own = mse(i, ages - 1);
      if (own === null) return null;
      sum += own;
      for (let j = 0; j < c.length; j++) if (j !== i) sum += shared(i, j);
    }
    return sum;
  }

  function shared(i: number, j: number): number {
    let sum = 0;
    for (let k = 0; k < ages - 1; k++) {
      if (c[i]![k + 1] !== null || c[j]![k + 1] !== null) continue;
      let rest = 1;
      for (let l = k + 1; l < ages - 1; l++) rest *= f(l)! ** 2;
      sum += projected(i, k)! * projected(j, k)! * (sigma2(k)! / total(k)) * rest;
    }
    return sum;
  }
}

function rootOf(value: number | null): number | null {
  return value === null ? null : Math.sqrt(value);
}
