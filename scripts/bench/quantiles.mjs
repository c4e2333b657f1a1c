/** The smallest value that at least `share` of the values do not exceed (nearest rank); undefined of none. */
export function quantile(values, share) {
  const ascending = values.toSorted((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)];
}

export const median = (values) => quantile(values, 0.5);
