import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { CreditRules } from "#src/engine/protocol.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Popover } from "#src/ui/Popover.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { strings } from "./strings.ts";

export interface RulesPopoverProps {
  readonly rules: CreditRules;
  /** Whether the file tells what was repaid. */
  readonly hasRepaid: boolean;
}

/** The rules of schedules and of capital, each with what it decides; they stand in the link. */
export function RulesPopover({ rules, hasRepaid }: RulesPopoverProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { rounding, dayCount, capital } = DEFAULT_CREDIT_RULES;
  const changed = [rules.rounding !== rounding, rules.dayCount !== dayCount, rules.capital !== capital];
  const count = changed.filter(Boolean).length;
  return (
    <Popover
      label={words.rules}
      trigger={
        <Button>
          {words.rules}
          {count > 0 && (
            <Badge>
              <span aria-hidden>{format.count(count)}</span>
              <span className="sr-only">{words.rulesChanged(format.count(count))}</span>
            </Badge>
          )}
          <ChevronDown size={14} className="text-ink-3" aria-hidden />
        </Button>
      }
    >
      <div className="flex w-80 max-w-full flex-col gap-4">
        <RoundingRule rules={rules} />
        <DaysRule rules={rules} />
        <CapitalRule rules={rules} hasRepaid={hasRepaid} />
      </div>
    </Popover>
  );
}

type RuleProps = Pick<RulesPopoverProps, "rules">;

function RoundingRule({ rules }: RuleProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <Rule title={words.rounding} hint={words.roundingHint}>
      <Segmented
        label={words.rounding}
        value={rules.rounding}
        onChange={(next) => setSearch({ lround: next === "half_up" ? undefined : next })}
        options={(["half_up", "half_even"] as const).map((value) => ({ value, label: words.roundings[value] }))}
      />
    </Rule>
  );
}

function DaysRule({ rules }: RuleProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <Rule title={words.days} hint={words.daysHint}>
      <Segmented
        label={words.days}
        value={rules.dayCount}
        onChange={(next) => setSearch({ ldays: next === "act_365" ? undefined : next })}
        options={(["act_365", "act_360", "30_360"] as const).map((value) => ({
          value,
          label: words.dayCounts[value],
        }))}
      />
    </Rule>
  );
}

function CapitalRule({ rules, hasRepaid }: RulesPopoverProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <Rule title={words.capital} hint={words.capitalHint}>
      <Segmented
        label={words.capital}
        value={rules.capital}
        onChange={(next) => setSearch({ lcapital: next === "schedule" ? undefined : next })}
        options={[
          { value: "schedule", label: words.capitals.schedule },
          {
            value: "repayments",
            label: words.capitals.repayments,
            disabled: !hasRepaid,
            title: hasRepaid ? undefined : words.capitalNeeds,
          },
        ]}
      />
    </Rule>
  );
}

interface RuleFrameProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

function Rule({ title, hint, children }: RuleFrameProps) {
  return (
    <section className="flex flex-col items-start gap-1.5">
      <h3 className="font-strong">{title}</h3>
      {children}
      <p className="text-label text-ink-2">{hint}</p>
    </section>
  );
}
