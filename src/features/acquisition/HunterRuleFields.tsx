import type { HunterRules } from "#src/domain/segments.ts";
import type { HunterResult } from "#src/engine/protocol.ts";
import { Checkbox } from "#src/ui/Checkbox.tsx";
import { commitField } from "#src/ui/commitField.ts";
import { plural, useFormat, useStrings } from "#src/ui/language.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";

import { strings } from "./strings.ts";

export interface HunterRuleFieldsProps {
  readonly rules: HunterRules;
  readonly onChange: (rules: HunterRules) => void;
  /** Undefined until it is known how many show each sign. */
  readonly result: HunterResult | undefined;
}

type Sign = keyof HunterResult["signCounts"];

const SIGNS: readonly Sign[] = ["shortestTerm", "coupon", "atThreshold", "cashOut", "noSecondLend"];
const FEN_A_YUAN = 100;
const MOST_DAYS = 90;

/** The signs of a bonus hunter as switches, with how many lenders show each. */
export function HunterRuleFields({ rules, onChange, result }: HunterRuleFieldsProps) {
  const words = useStrings(strings);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="pb-1.5 text-label font-medium text-ink-2">{words.rules}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 md:grid-cols-2 xl:grid-cols-5">
        {SIGNS.map((sign) => (
          <SignField key={sign} sign={sign} rules={rules} onChange={onChange} result={result} />
        ))}
      </div>
    </fieldset>
  );
}

interface SignFieldProps extends HunterRuleFieldsProps {
  readonly sign: Sign;
}

function SignField({ sign, rules, onChange, result }: SignFieldProps) {
  const words = useStrings(strings);
  const isUnknown = result?.unknownSigns.some((unknown) => unknown === sign) ?? false;
  return (
    <div className="flex min-w-0 flex-col items-start gap-0.5">
      <Checkbox
        label={words.ruleNames[sign]}
        checked={rules[sign] && !isUnknown}
        disabled={isUnknown}
        onChange={(checked) => onChange({ ...rules, [sign]: checked })}
      />
      <div className="flex flex-col gap-1.5 pl-6">
        <p className="text-label text-ink-3">
          {isUnknown ? words.unknownSign : <SignCount sign={sign} result={result} />}
        </p>
        {!isUnknown && rules[sign] && (
          <form onSubmit={commitField}>
            <SignLimit sign={sign} rules={rules} onChange={onChange} />
            <button type="submit" className="sr-only" tabIndex={-1} aria-hidden>
              {words.ruleNames[sign]}
            </button>
          </form>
        )}
      </div>
    </div>
  );
}

function SignCount({ sign, result }: Pick<SignFieldProps, "sign" | "result">) {
  const words = useStrings(strings);
  const format = useFormat();
  if (result === undefined) return format.count(null);
  const count = result.signCounts[sign];
  const shown = plural(format.language, count, words.signCount).replace("#", format.count(count));
  if (sign !== "shortestTerm" || result.shortestTermDays === null) return shown;
  return (
    <>
      {shown}
      <br />
      {words.shortestTerm(format.days(result.shortestTermDays))}
    </>
  );
}

/** The amount or the days that a sign goes by. */
function SignLimit({ sign, rules, onChange }: Pick<SignFieldProps, "sign" | "rules" | "onChange">) {
  const words = useStrings(strings);
  if (sign === "atThreshold") {
    return (
      <NumberField
        label={words.threshold}
        value={rules.thresholdFen / FEN_A_YUAN}
        min={0}
        onChange={(yuan) => {
          const thresholdFen = Math.round((yuan ?? 0) * FEN_A_YUAN);
          if (yuan !== null && thresholdFen !== rules.thresholdFen) onChange({ ...rules, thresholdFen });
        }}
      />
    );
  }
  if (sign !== "cashOut") return null;
  return (
    <NumberField
      label={words.cashOutDays}
      value={rules.cashOutDays}
      min={0}
      max={MOST_DAYS}
      digits={0}
      onChange={(days) => {
        const cashOutDays = Math.round(days ?? 0);
        if (days !== null && cashOutDays !== rules.cashOutDays) onChange({ ...rules, cashOutDays });
      }}
    />
  );
}
