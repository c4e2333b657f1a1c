import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

import type { Period } from "#src/domain/period.ts";
import type { LenderDetail } from "#src/engine/protocol.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { LenderId } from "#src/ui/LenderId.tsx";
import { LENDER_STATE_TONES, lenderStateHints, lenderStateNames } from "#src/ui/lenderStateNames.ts";
import { Mark } from "#src/ui/Legend.tsx";
import { RevealButton } from "#src/ui/RevealButton.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { rulesToText } from "#src/view/lenderRules.ts";
import { filterChange, type SearchChange } from "#src/view/view.ts";

import { strings } from "./strings.ts";

export function BackLink() {
  const words = useStrings(strings);
  return (
    <Link
      to="/lenders"
      search={{ id: undefined }}
      className="inline-flex min-h-6 items-center gap-1 self-start text-label font-medium text-ink-2 hover:text-ink"
    >
      <ArrowLeft size={14} aria-hidden />
      {words.back}
    </Link>
  );
}

export interface LenderHeaderProps {
  readonly detail: LenderDetail;
}

/** Who it is: id, state, where the lender came from and when. */
export function LenderHeader({ detail: { row } }: LenderHeaderProps) {
  const words = useStrings(strings);
  const language = useLanguage();
  const { status } = useEngine();
  const isLeftOut = row.isInternal && status.settings.leavesInternalOut;
  return (
    <section
      aria-label={words.lender}
      className="card flex flex-col gap-3 rounded-card border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="text-page break-all">
          <LenderId id={row.lender} />
        </h2>
        <span className="inline-flex items-center gap-1.5" title={lenderStateHints[language][row.state]}>
          <Mark mark="square" tone={LENDER_STATE_TONES[row.state]} />
          {lenderStateNames[language][row.state]}
        </span>
        {row.isHunter && <Badge tone="warn">{words.hunter}</Badge>}
        {row.isInternal && <Badge>{words.internal}</Badge>}
        <span className="ml-auto">
          <RevealButton of="one" />
        </span>
      </div>
      {isLeftOut && <p className="text-label text-warn">{words.internalOut}</p>}
      <Facts row={row} />
    </section>
  );
}

function Facts({ row }: Pick<LenderDetail, "row">) {
  const words = useStrings(strings);
  const format = useFormat();
  const { status } = useEngine();
  const hasLenders = (status.tables.lenders ?? 0) > 0;
  const kind = row.kind === "online" || row.kind === "offline" ? ` · ${words.kinds[row.kind]}` : "";
  const named = (name: string) => (name === "" ? words.none : name);
  return (
    <>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Fact name={words.channel}>{named(row.channel) + kind}</Fact>
        {hasLenders && <Fact name={words.campaign}>{named(row.campaign)}</Fact>}
        <Fact name={words.registered}>{format.day(row.registeredDay)}</Fact>
        <Fact name={words.firstLend}>{format.day(row.firstLendDay)}</Fact>
        <Fact name={words.lastLend}>{format.day(row.lastLendDay)}</Fact>
        <Fact name={words.firstProduct}>{named(row.product)}</Fact>
        <Fact name={words.nextDue}>{format.day(row.nextDueDay)}</Fact>
      </dl>
      {!hasLenders && <p className="text-label text-ink-3">{words.registeredHint}</p>}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-label text-ink-3">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

/** The lenders of a cohort in the list, whatever was filtered there before. */
function cohortSearch({ from, to }: Period): SearchChange {
  const all = filterChange({ products: [], channels: [] });
  return { ...all, rules: rulesToText({ firstLend: { from, to } }), q: undefined, id: undefined };
}

/** The month the lender began in, with a way to its cohort. */
export function CohortLink({ cohort }: { readonly cohort: NonNullable<LenderDetail["cohort"]> }) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <p className="text-label text-ink-2">
      {words.cohort}{" "}
      <Link
        to="/lenders"
        search={cohortSearch(cohort)}
        className="inline-flex min-h-6 items-center font-strong text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
      >
        {words.cohortFact(format.month(cohort.from), format.count(cohort.size), format.count(cohort.holding))}
      </Link>
    </p>
  );
}
