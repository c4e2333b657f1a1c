import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowUpRight } from "lucide-react";
import { useState } from "react";

import type { Filter } from "#src/engine/protocol.ts";
import { Card } from "#src/ui/Card.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { retentionQuery } from "./queries.ts";
import { RetentionHeat } from "./RetentionHeat.tsx";
import { retentionModel } from "./retentionModel.ts";
import { retentionStrings } from "./retentionStrings.ts";

/** Nine cohorts, the row of all, and a head. */
const HEIGHT_PX = 370;

export interface RetentionPanelProps {
  readonly filter: Filter;
}

/** Who stays, by month of first lend; lending again is never shown without holding. */
export function RetentionPanel({ filter }: RetentionPanelProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(retentionStrings);
  const [both, setBoth] = useState(false);
  const holding = useQuery(retentionQuery(methods, { filter, measure: "holding" }, revision));
  const relend = useQuery({ ...retentionQuery(methods, { filter, measure: "relend" }, revision), enabled: both });
  const frame = { title: words.title, heightPx: HEIGHT_PX };
  if (holding.isPending) return <PanelPending {...frame} />;
  if (holding.isError) return <PanelFailed {...frame} error={holding.error} onRetry={() => void holding.refetch()} />;
  const { basis } = holding.data;
  if (retentionModel(holding.data).rows.length === 0) {
    return <PanelEmpty {...frame} message={words.empty} hint={words.emptyHint} />;
  }
  return (
    <Card
      title={words.title}
      subtitle={words.subtitle}
      info={{
        name: words.measures.holding,
        sentence: words.sentence,
        formula: both ? `${words.formula} · ${words.relendFormula}` : words.formula,
        rule: "RT1",
        ...basis,
      }}
      actions={
        <Segmented
          label={words.show}
          value={both ? "both" : "holding"}
          onChange={(value) => setBoth(value === "both")}
          options={[
            { value: "holding", label: words.holdingOnly },
            { value: "both", label: words.both },
          ]}
        />
      }
      footer={
        <Link
          to="/cohorts"
          search={true}
          className="inline-flex min-h-6 items-center gap-0.5 font-strong text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {words.open}
          <ArrowUpRight size={13} aria-hidden />
        </Link>
      }
    >
      <div className={both ? "grid gap-x-8 gap-y-5 xl:grid-cols-2" : undefined}>
        <RetentionHeat measure="holding" result={holding.data} filter={filter} titled={both} />
        {both && relend.isPending && <PanelPending heightPx={HEIGHT_PX} />}
        {both && relend.isError && (
          <PanelFailed error={relend.error} heightPx={HEIGHT_PX} onRetry={() => void relend.refetch()} />
        )}
        {both && relend.data && <RetentionHeat measure="relend" result={relend.data} filter={filter} titled />}
      </div>
    </Card>
  );
}
