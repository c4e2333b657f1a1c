import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { lazy, Suspense } from "react";

import { Button } from "./Button.tsx";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";
import { Popover } from "./Popover.tsx";

const FilterList = lazy(async () => ({ default: (await import("./FilterList.tsx")).FilterList }));

const en = { clear: "Clear" };
const zh: typeof en = { clear: "清除" };
const strings: Catalogue<typeof en> = { en, zh };

interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  /** Empty is all. */
  readonly selected: readonly string[];
  readonly onChange: (selected: readonly string[]) => void;
  readonly icon?: ReactNode;
}

export function FilterMenu({ label, options, selected, onChange, icon }: FilterMenuProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const chosen = options.filter((option) => selected.includes(option.value)).map((option) => option.label);
  const summary =
    chosen.length === 0 ? label : chosen.length > 2 ? `${label} · ${format.count(chosen.length)}` : format.list(chosen);
  const trigger = (
    <Button icon={icon} title={chosen.length === 0 ? undefined : `${label}: ${format.list(chosen)}`}>
      <span className="max-w-52 truncate">{summary}</span>
      <ChevronDown size={14} className="text-ink-3" aria-hidden />
    </Button>
  );
  return (
    <Popover label={label} trigger={trigger} padded={false}>
      <Suspense fallback={<div className="h-28 w-60" />}>
        <FilterList options={options} selected={selected} onChange={onChange} />
      </Suspense>
      {selected.length > 0 && (
        <div className="border-t border-line p-1">
          <Button variant="ghost" size="sm" onClick={() => onChange([])}>
            {words.clear}
          </Button>
        </div>
      )}
    </Popover>
  );
}
