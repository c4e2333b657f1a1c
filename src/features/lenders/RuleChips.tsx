import { X } from "lucide-react";

import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useSetSearch } from "#src/view/view.ts";

import type { LendersView } from "./lendersView.ts";
import { ruleFacts, type RuleId } from "./ruleFacts.ts";
import { strings } from "./strings.ts";
import { useChangeRules } from "./useChangeRules.ts";

export interface RuleChipsProps {
  readonly view: LendersView;
}

/** The rules in force, each with a way out of it. */
export function RuleChips({ view: { rules, search } }: RuleChipsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const changeRules = useChangeRules();
  const facts = ruleFacts(rules, format);
  if (facts.length === 0 && search === "") return null;
  const remove = (id: RuleId) => changeRules(() => ({ [id]: undefined }));
  return (
    <ul aria-label={words.activeRules} className="flex flex-wrap items-center gap-1.5">
      {search !== "" && <Chip name={words.searchFact} value={search} onRemove={() => setSearch({ q: undefined })} />}
      {facts.map(({ id, name, value }) => (
        <Chip key={id} name={name} value={value} onRemove={() => remove(id)} />
      ))}
      <li>
        <Button variant="ghost" size="sm" onClick={() => setSearch({ rules: undefined, q: undefined })}>
          {words.clearAll}
        </Button>
      </li>
    </ul>
  );
}

interface ChipProps {
  readonly name: string;
  readonly value: string;
  readonly onRemove: () => void;
}

function Chip({ name, value, onRemove }: ChipProps) {
  const words = useStrings(strings);
  return (
    <li className="flex max-w-full items-center gap-1.5 rounded-control bg-sunken py-0.5 pr-0.5 pl-2 text-label">
      <span className="shrink-0 text-ink-3">{name}</span>
      <span className="min-w-0 truncate text-ink" title={value}>
        {value}
      </span>
      <button
        type="button"
        aria-label={words.removeRule(`${name} ${value}`)}
        onClick={onRemove}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-hover hover:text-ink coarse:size-8"
      >
        <X size={12} aria-hidden />
      </button>
    </li>
  );
}
