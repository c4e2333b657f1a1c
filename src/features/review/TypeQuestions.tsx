import { EVENT_TYPES } from "#src/domain/eventTypes.ts";
import type { TypeAnswer } from "#src/domain/reading.ts";
import { useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";

import type { TableGroup } from "./groups.ts";
import { unknownTypesIn } from "./outcome.ts";
import { typeAnswer, withType } from "./readings.ts";
import { answersOf, type ReviewAction } from "./reviewState.ts";
import type { Standing } from "./standing.ts";
import { strings } from "./strings.ts";
import { useCounted } from "./useCounted.ts";

export interface TypeQuestionsProps {
  readonly group: TableGroup;
  readonly standing: Standing;
  readonly onAction: (action: ReviewAction) => void;
}

/** Types that nobody has mapped: each is one of ours, or moves no money. They stand in no import's way. */
export function TypeQuestions({ group, standing, onAction }: TypeQuestionsProps) {
  const words = useStrings(strings);
  const counted = useCounted();
  const { reading, askedTypes } = answersOf(standing.state, group.id);
  const unknown = unknownTypesIn(group, standing.seen);
  const known = new Set(askedTypes.map(({ value }) => value));
  const asked = [...askedTypes, ...unknown.filter(({ value }) => !known.has(value))];
  if (asked.length === 0) return null;
  const answer = (value: string, type: TypeAnswer | "unknown"): void =>
    onAction({
      type: "askedTypes",
      group: group.id,
      asked,
      reading: withType(reading, value, type === "unknown" ? null : type),
    });
  return (
    <div className="flex flex-col gap-2">
      <div>
        <p className="font-medium text-warn">{counted(asked.length, words.unknownTypes)}</p>
        <p className="text-label text-ink-3">{words.unknownTypesHint}</p>
      </div>
      <ul className="flex flex-col divide-y divide-line rounded-node border border-line">
        {asked.map(({ value, count }) => (
          <li key={value} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
            <span className="min-w-24 flex-1 font-medium break-words">{value === "" ? words.emptyValue : value}</span>
            <span className="text-label text-ink-3">{counted(count, words.rowCount)}</span>
            <Select<TypeAnswer | "unknown">
              label={words.typeOf(value)}
              value={typeAnswer(reading, value) ?? "unknown"}
              options={[
                { value: "unknown", label: words.noAnswer },
                { value: "ignore", label: words.ignore },
                ...(reading.sign?.shape === "signed" ? [{ value: "by_sign" as const, label: words.bySign }] : []),
                ...EVENT_TYPES.map((type) => ({ value: type, label: words.types[type] })),
              ]}
              onChange={(type) => answer(value, type)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
