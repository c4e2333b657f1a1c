type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** A copy with another length; what is new is zero. */
export function resized<C extends Column>(column: C, length: number): C {
  // Every kind of column is made by its own constructor from a length; its type does not say so.
  const next = new (column.constructor as new (length: number) => C)(length);
  next.set(column.length > length ? column.subarray(0, length) : column);
  return next;
}

/** The same for a record of columns of one length. */
export function resizedColumns<R extends Readonly<Record<string, Column>>>(columns: R, length: number): R {
  const entries = Object.entries(columns).map(([name, column]) => [name, resized(column, length)]);
  // The keys and kinds are those of `columns`.
  return Object.fromEntries(entries) as R;
}

/** The length to grow to when `needed` does not fit. */
export function roomFor(needed: number): number {
  return Math.max(64, Math.ceil(needed * 1.5));
}
