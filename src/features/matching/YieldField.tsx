import { useQuery } from "@tanstack/react-query";

import type { MatchingArgs } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PercentField } from "#src/ui/PercentField.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { yieldPercent, yieldText } from "./matchingView.ts";
import { matchingQuery } from "./queries.ts";
import { strings } from "./strings.ts";

/** Per cent to the millionth part: what a yield is stored to. */
const DIGITS = 4;

export interface YieldFieldProps {
  readonly args: MatchingArgs;
}

/** What lenders earn, entered, or the ledger's own; the choice is in the link. */
export function YieldField({ args }: YieldFieldProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  // The ledger's own yield is in no answer to an entered one; it is known already where the reader came from it.
  const { data } = useQuery(matchingQuery(methods, { ...args, lenderYieldPpm: null }, revision));
  const rate = data?.result.lenderYield?.rate ?? null;
  const own = format.percent(rate, 2);
  const hint = rate === null ? words.yieldNone : words.yieldHint(own);
  return (
    <div className="flex flex-wrap items-start gap-2">
      <PercentField
        label={words.yieldField}
        value={yieldPercent(args.lenderYieldPpm)}
        placeholder={rate === null ? undefined : format.number(rate * 100, 2)}
        digits={DIGITS}
        hint={data === undefined ? undefined : hint}
        onChange={(percent) => setSearch({ lyield: yieldText(percent) })}
      />
      {args.lenderYieldPpm !== null && (
        <div className="pt-[21px]">
          <Button variant="ghost" onClick={() => setSearch({ lyield: undefined })}>
            {rate === null ? words.yieldClear : words.yieldReset(own)}
          </Button>
        </div>
      )}
    </div>
  );
}
