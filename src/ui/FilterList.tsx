import { Checkbox } from "@base-ui/react/checkbox";
import { Check, Search } from "lucide-react";
import { useId, useState } from "react";

import type { FilterMenuProps } from "./FilterMenu.tsx";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";

const en = { search: "Search", none: "Nothing matches" };
const zh: typeof en = { search: "搜索", none: "没有匹配项" };
const strings: Catalogue<typeof en> = { en, zh };

/** From this many options on there is a search field. */
const SEARCH_FROM = 8;

export function FilterList({
  options,
  selected,
  onChange,
}: Pick<FilterMenuProps, "options" | "selected" | "onChange">) {
  const words = useStrings(strings);
  const format = useFormat();
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLocaleLowerCase();
  const found = options.filter((option) => option.label.toLocaleLowerCase().includes(wanted));
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...selected, value] : selected.filter((other) => other !== value));
  return (
    <div className="w-60">
      {options.length >= SEARCH_FROM && (
        <label className="flex items-center gap-2 border-b border-line px-3 py-2 text-ink-3">
          <Search size={14} aria-hidden />
          <span className="sr-only">{words.search}</span>
          <input
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            placeholder={words.search}
            className="w-full bg-transparent text-body text-ink outline-none"
          />
        </label>
      )}
      <ul className="max-h-72 overflow-y-auto p-1">
        {found.map((option) => (
          <li key={option.value}>
            <FilterRow
              label={option.label}
              count={option.count === undefined ? undefined : format.count(option.count)}
              checked={selected.includes(option.value)}
              onChange={(on) => toggle(option.value, on)}
            />
          </li>
        ))}
        {found.length === 0 && <li className="px-2 py-1.5 text-ink-3">{words.none}</li>}
      </ul>
    </div>
  );
}

interface FilterRowProps {
  readonly label: string;
  readonly count: string | undefined;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function FilterRow({ label, count, checked, onChange }: FilterRowProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="flex min-h-7 items-center gap-2 rounded-[6px] px-2 py-1 hover:bg-hover coarse:min-h-9"
    >
      <Checkbox.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        className="flex size-4 shrink-0 items-center justify-center rounded-cell border border-line-strong bg-surface text-on-ink data-checked:border-ink data-checked:bg-ink"
      >
        <Checkbox.Indicator className="flex data-unchecked:hidden">
          <Check size={12} strokeWidth={3} aria-hidden />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <span className="flex-1 truncate" title={label}>
        {label}
      </span>
      {count !== undefined && <span className="text-label text-ink-3">{count}</span>}
    </label>
  );
}
