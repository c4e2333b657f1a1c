import type { ReactNode } from "react";

import { LENDER_STATES } from "#src/domain/lenderStates.ts";
import type { SegmentRules } from "#src/domain/segments.ts";
import { Button } from "#src/ui/Button.tsx";
import { Drawer } from "#src/ui/Drawer.tsx";
import { FilterMenu } from "#src/ui/FilterMenu.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { lenderStateNames } from "#src/ui/lenderStateNames.ts";
import { Segmented } from "#src/ui/Segmented.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { RuleChange } from "#src/view/lenderRules.ts";

import { CountRange, DayRange, MoneyRange } from "./RangeFields.tsx";
import { kindName } from "./ruleFacts.ts";
import { strings } from "./strings.ts";
import { useChangeRules } from "./useChangeRules.ts";

const WIDTH_PX = 460;
const KINDS = ["online", "offline", ""] as const;

export interface FilterDrawerProps {
  readonly rules: SegmentRules;
  /** Null without a lenders dataset. */
  readonly campaigns: readonly string[] | null;
  readonly onClose: () => void;
}

/** Every rule that lenders can be kept by; a change is in force at once. */
export function FilterDrawer({ rules, campaigns, onClose }: FilterDrawerProps) {
  const words = useStrings(strings);
  const changeRules = useChangeRules();
  const change = (part: RuleChange) => changeRules(() => part);
  const done = (
    <Button variant="primary" size="sm" onClick={onClose}>
      {words.done}
    </Button>
  );
  return (
    <Drawer open onClose={onClose} title={words.filters} actions={done} widthPx={WIDTH_PX}>
      <div className="flex flex-col gap-6">
        <Group name={words.whoTheyAre}>
          <NameFilters rules={rules} onChange={change} />
          {campaigns === null ? (
            <p className="text-label text-ink-3">{words.noDirectory}</p>
          ) : (
            <DirectoryFilters rules={rules} onChange={change} campaigns={campaigns} />
          )}
          <YesNo label={words.rules.isHunter} value={rules.isHunter} onChange={(isHunter) => change({ isHunter })} />
        </Group>
        <Group name={words.dates}>
          <DayRange
            label={words.rules.firstLend}
            range={rules.firstLend}
            onChange={(firstLend) => change({ firstLend })}
          />
          <DayRange label={words.rules.lastLend} range={rules.lastLend} onChange={(lastLend) => change({ lastLend })} />
          {campaigns !== null && (
            <DayRange
              label={words.rules.registered}
              range={rules.registered}
              onChange={(registered) => change({ registered })}
            />
          )}
        </Group>
        <Group name={words.amounts}>
          <MoneyRange label={words.rules.balance} range={rules.balance} onChange={(balance) => change({ balance })} />
          <MoneyRange label={words.rules.volume} range={rules.volume} onChange={(volume) => change({ volume })} />
          <MoneyRange
            label={words.rules.firstVolume}
            range={rules.firstVolume}
            onChange={(firstVolume) => change({ firstVolume })}
          />
          <CountRange
            label={words.rules.occasions}
            range={rules.occasions}
            onChange={(occasions) => change({ occasions })}
          />
        </Group>
      </div>
    </Drawer>
  );
}

interface RuleProps {
  readonly rules: SegmentRules;
  readonly onChange: (part: RuleChange) => void;
}

function NameFilters({ rules, onChange }: RuleProps) {
  const words = useStrings(strings);
  const states = useStrings(lenderStateNames);
  const { status } = useEngine();
  return (
    <div className="flex flex-wrap gap-2">
      <FilterMenu
        label={words.rules.states}
        options={LENDER_STATES.map((value) => ({ value, label: states[value] }))}
        selected={rules.states ?? []}
        onChange={(chosen) => onChange({ states: LENDER_STATES.filter((state) => chosen.includes(state)) })}
      />
      <FilterMenu
        label={words.rules.channels}
        options={optionsOf(status.channels, words.noName.channels)}
        selected={rules.channels ?? []}
        onChange={(channels) => onChange({ channels })}
      />
      <FilterMenu
        label={words.rules.products}
        options={optionsOf(status.products, words.noName.products)}
        selected={rules.products ?? []}
        onChange={(products) => onChange({ products })}
      />
    </div>
  );
}

function DirectoryFilters({ rules, onChange, campaigns }: RuleProps & { readonly campaigns: readonly string[] }) {
  const words = useStrings(strings);
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <FilterMenu
          label={words.rules.kinds}
          options={KINDS.map((value) => ({ value, label: kindName(value, words) }))}
          selected={rules.kinds ?? []}
          onChange={(kinds) => onChange({ kinds })}
        />
        <FilterMenu
          label={words.rules.campaigns}
          options={optionsOf(campaigns, words.noName.campaigns)}
          selected={rules.campaigns ?? []}
          onChange={(chosen) => onChange({ campaigns: chosen })}
        />
      </div>
      <YesNo
        label={words.rules.isInternal}
        value={rules.isInternal}
        onChange={(isInternal) => onChange({ isInternal })}
      />
    </>
  );
}

function optionsOf(names: readonly string[], noName: string) {
  return names.map((value) => ({ value, label: value === "" ? noName : value }));
}

interface YesNoProps {
  readonly label: string;
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean | undefined) => void;
}

function YesNo({ label, value, onChange }: YesNoProps) {
  const words = useStrings(strings);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span className="text-label font-medium text-ink-2">{label}</span>
      <Segmented
        label={label}
        value={value === undefined ? "any" : value ? "yes" : "no"}
        onChange={(next) => onChange(next === "any" ? undefined : next === "yes")}
        options={(["any", "yes", "no"] as const).map((option) => ({ value: option, label: words[option] }))}
      />
    </div>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-label font-medium text-ink-3">{name}</h3>
      {children}
    </section>
  );
}
