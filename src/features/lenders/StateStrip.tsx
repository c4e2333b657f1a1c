import { useQuery } from "@tanstack/react-query";

import { LENDER_STATES, type LenderState } from "#src/domain/lenderStates.ts";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { lenderStateHints, lenderStateNames, LENDER_STATE_TONES } from "#src/ui/lenderStateNames.ts";
import { Mark } from "#src/ui/Legend.tsx";
import { useEngine } from "#src/view/engine.tsx";

import type { LendersView } from "./lendersView.ts";
import { lenderTotalsQuery } from "./queries.ts";
import { strings } from "./strings.ts";
import { useChangeRules } from "./useChangeRules.ts";

export interface StateStripProps {
  readonly view: LendersView;
}

/** How many are in each state, whatever states are asked for; choosing one keeps it, or lets it go again. */
export function StateStrip({ view: { search, rules, filter } }: StateStripProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const changeRules = useChangeRules();
  const { states: kept = [], ...others } = rules;
  const { data } = useQuery(lenderTotalsQuery(methods, { search, rules: others, filter }, revision));

  function toggle(state: LenderState) {
    changeRules(({ states = [] }) => ({
      states: states.includes(state) ? states.filter((other) => other !== state) : [...states, state],
    }));
  }

  return (
    <ul aria-label={words.states} className="-mx-1 flex flex-wrap gap-1">
      {LENDER_STATES.map((state) => (
        <li key={state}>
          <StateButton
            state={state}
            count={data && (data.states[state] ?? 0)}
            all={data?.total ?? 0}
            kept={kept.includes(state)}
            onToggle={() => toggle(state)}
          />
        </li>
      ))}
    </ul>
  );
}

interface StateButtonProps {
  readonly state: LenderState;
  /** Undefined while it is counted. */
  readonly count: number | undefined;
  readonly all: number;
  readonly kept: boolean;
  readonly onToggle: () => void;
}

function StateButton({ state, count, all, kept, onToggle }: StateButtonProps) {
  const words = useStrings(strings);
  const names = useStrings(lenderStateNames);
  const hints = useStrings(lenderStateHints);
  const format = useFormat();
  const share = count === undefined || all === 0 ? null : count / all;
  return (
    <button
      type="button"
      aria-pressed={kept}
      title={words.stateTitle(hints[state], format.percent(share))}
      onClick={onToggle}
      className={classes(
        "inline-flex h-7 items-center gap-1.5 rounded-control border px-2 text-label hover:bg-hover coarse:h-9",
        kept ? "border-ink bg-hover text-ink" : "border-line text-ink-2",
      )}
    >
      <Mark mark="square" tone={LENDER_STATE_TONES[state]} />
      {names[state]}
      <span className="font-strong text-ink">{count === undefined ? "—" : format.count(count)}</span>
    </button>
  );
}
