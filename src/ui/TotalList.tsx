export interface Total {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** How it is made. */
  readonly hint?: string | undefined;
}

export interface TotalListProps {
  readonly name: string;
  readonly totals: readonly Total[];
}

/** What a list comes to, above it: figures side by side, each under its name. */
export function TotalList({ name, totals }: TotalListProps) {
  return (
    <dl aria-label={name} className="flex flex-wrap gap-x-8 gap-y-3">
      {totals.map(({ id, name: ofTotal, value, hint }) => (
        <div key={id} title={hint}>
          <dt className="text-label text-ink-2">{ofTotal}</dt>
          <dd className="text-leaf font-strong">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
