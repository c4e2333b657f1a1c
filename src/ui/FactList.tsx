export interface FactListProps {
  readonly name: string;
  readonly facts: readonly { readonly id: string; readonly name: string; readonly value: string }[];
}

/** Small facts side by side: name and value. */
export function FactList({ name, facts }: FactListProps) {
  return (
    <dl aria-label={name} className="flex flex-wrap gap-1.5">
      {facts.map((fact) => (
        <div key={fact.id} className="flex max-w-full gap-1.5 rounded-control bg-sunken px-2 py-1 text-label">
          <dt className="shrink-0 text-ink-3">{fact.name}</dt>
          <dd className="min-w-0 truncate text-ink" title={fact.value}>
            {fact.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
