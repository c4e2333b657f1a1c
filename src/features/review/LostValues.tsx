import type { DatasetName } from "#src/domain/datasets.ts";
import { useStrings } from "#src/ui/language.tsx";

import { lostStrings } from "./lostStrings.ts";
import { Section, type OutcomeProps } from "./Section.tsx";
import { useCounted } from "./useCounted.ts";

export interface LostValuesProps extends OutcomeProps {
  readonly dataset: DatasetName;
}

/** What stored rows would lose because the file restates them without a column. */
export function LostValues({ dataset, outcome: { lostValues, tables } }: LostValuesProps) {
  const words = useStrings(lostStrings);
  const counted = useCounted();
  if (lostValues.length === 0) return null;
  return (
    <Section title={words.title} hint={words.hint}>
      <ul className="flex flex-col divide-y divide-line rounded-node border border-line">
        {lostValues.map(({ column, rows }) => (
          <li key={column} className="px-4 py-2 text-warn">
            {(tables > 1 ? words.lackMany : words.lackOne)(column)}
            {counted(rows, words.lose[dataset])}
          </li>
        ))}
      </ul>
    </Section>
  );
}
