import { RotateCcw } from "lucide-react";

import { DEFAULT_LEVERAGE_RULES } from "#src/domain/leverageRules.ts";
import { partsPerMillion } from "#src/domain/units.ts";
import type { LeverageRules } from "#src/engine/protocol.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Checkbox } from "#src/ui/Checkbox.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PercentField } from "#src/ui/PercentField.tsx";
import { Select } from "#src/ui/Select.tsx";
import { changedRules, SHARE_RULES, type ShareRule } from "#src/view/leverageView.ts";

import { PPM_A_PERCENT, RULES, usualText, type RuleName } from "./ruleFields.ts";
import { ruleStrings } from "./ruleStrings.ts";

const DIGITS = 4;

export interface RulesPanelProps {
  readonly rules: LeverageRules;
  readonly onChange: (rules: LeverageRules) => void;
}

/** Every rule by which funds become backing, with what it is usually. */
export function RulesPanel({ rules, onChange }: RulesPanelProps) {
  const words = useStrings(ruleStrings);
  const changed = changedRules(rules);
  return (
    <Card
      title={words.title}
      subtitle={words.subtitle}
      actions={
        <Button
          size="sm"
          icon={<RotateCcw size={14} aria-hidden />}
          disabled={changed.length === 0}
          onClick={() => onChange(DEFAULT_LEVERAGE_RULES)}
        >
          {words.reset}
        </Button>
      }
    >
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 sm:grid-cols-2">
        {RULES.map((name) => (
          <li key={name} className="flex min-w-0 flex-col gap-1">
            <RuleField name={name} rules={rules} onChange={onChange} />
            <RuleText name={name} isChanged={changed.includes(name)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RuleText({ name, isChanged }: { readonly name: RuleName; readonly isChanged: boolean }) {
  const words = useStrings(ruleStrings);
  const format = useFormat();
  return (
    <p className="text-label text-ink-3">
      {words.sentences[name]} <span className="whitespace-nowrap">{usualText(name, { words, format })}</span>
      {isChanged && (
        <span className="pl-2">
          <Badge tone="warn">{words.changed}</Badge>
        </span>
      )}
    </p>
  );
}

interface RuleFieldProps extends RulesPanelProps {
  readonly name: RuleName;
}

function RuleField({ name, rules, onChange }: RuleFieldProps) {
  const words = useStrings(ruleStrings);
  const share = SHARE_RULES.find((rule) => rule === name);
  if (share !== undefined) return <ShareField name={share} rules={rules} onChange={onChange} />;
  const label = words.names[name];
  if (name === "countsRelated") {
    return (
      <Checkbox
        label={label}
        checked={rules.countsRelated}
        onChange={(countsRelated) => onChange({ ...rules, countsRelated })}
      />
    );
  }
  if (name === "own") {
    return (
      <Select
        showLabel
        label={label}
        value={rules.own}
        onChange={(own) => onChange({ ...rules, own })}
        options={[
          { value: "priority", label: words.owns.priority },
          { value: "max3", label: words.owns.max3 },
        ]}
      />
    );
  }
  return (
    <Select
      showLabel
      label={label}
      value={rules.guaranteeBase}
      onChange={(guaranteeBase) => onChange({ ...rules, guaranteeBase })}
      options={[
        { value: "outstanding", label: words.bases.outstanding },
        { value: "ten_times_net_assets", label: words.bases.ten_times_net_assets },
      ]}
    />
  );
}

/** A share, entered in per cent. */
function ShareField({ name, rules, onChange }: RulesPanelProps & { readonly name: ShareRule }) {
  const words = useStrings(ruleStrings);
  return (
    <PercentField
      label={words.names[name]}
      value={rules[name] / PPM_A_PERCENT}
      digits={DIGITS}
      onChange={(percent) => {
        if (percent === null) return;
        const ppm = partsPerMillion(Math.round(percent * PPM_A_PERCENT));
        if (ppm !== rules[name]) onChange({ ...rules, [name]: ppm });
      }}
    />
  );
}
