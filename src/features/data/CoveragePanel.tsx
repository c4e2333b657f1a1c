import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";

import { Badge } from "#src/ui/Badge.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { dayColour, partialColour } from "./coverageColour.ts";
import { CoverageGrid } from "./CoverageGrid.tsx";
import { coverageModel, type CoverageDay, type CoverageModel } from "./coverageModel.ts";
import { coverageStrings } from "./coverageStrings.ts";
import { coverageQuery } from "./queries.ts";
import { useCounted } from "./useCounted.ts";

const PENDING_PX = 420;

export function CoveragePanel() {
  const { methods, revision } = useEngine();
  const words = useStrings(coverageStrings);
  const query = useQuery(coverageQuery(methods, revision));
  const model = useMemo(() => (query.data === undefined ? undefined : coverageModel(query.data)), [query.data]);
  if (query.isError) {
    return <PanelFailed title={words.title} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (model === undefined) return <PanelPending title={words.title} heightPx={PENDING_PX} />;
  if (model.days === 0) return <PanelEmpty title={words.title} message={words.empty} hint={words.emptyHint} />;
  return <Coverage model={model} />;
}

function Coverage({ model }: { readonly model: CoverageModel }) {
  const words = useStrings(coverageStrings);
  const format = useFormat();
  const counted = useCounted();
  const showRows = useShowRows();
  const [reading, setReading] = useState<CoverageDay | null>(null);
  const missing = model.missing.length;
  const partial = model.partial.length;
  return (
    <Card
      title={words.title}
      subtitle={words.subtitle}
      actions={
        <>
          {missing === 0 && partial === 0 && <Badge tone="good">{words.complete(format.days(model.days))}</Badge>}
          {missing > 0 && <Badge tone="warn">{counted(missing, words.missing)}</Badge>}
          {partial > 0 && <Badge tone="warn">{counted(partial, words.partial)}</Badge>}
        </>
      }
      footer={<Scale />}
    >
      <CoverageGrid
        model={model}
        onRead={setReading}
        onChoose={({ day }) =>
          showRows({
            title: words.rowsOf(format.day(day)),
            subtitle: words.rowsOfSubtitle,
            where: { period: { from: day, to: day } },
          })
        }
      />
      <Reading day={reading} />
    </Card>
  );
}

/** What the day under the pointer or the focus comes to. */
function Reading({ day }: { readonly day: CoverageDay | null }) {
  const words = useStrings(coverageStrings);
  const format = useFormat();
  const counted = useCounted();
  if (day === null) return <p className="h-5 pt-2 text-label text-ink-3">{words.pick}</p>;
  return (
    <p className="flex min-h-5 flex-wrap gap-x-4 pt-2 text-label text-ink-2">
      <span className="font-strong text-ink">{format.day(day.day, "long")}</span>
      <span>{counted(day.rows, words.rows)}</span>
      <span>
        {words.volume} {format.moneyExact(day.volume)}
      </span>
      <span>
        {words.exits} {format.moneyExact(day.exits)}
      </span>
      {day.expectedRows !== undefined && (
        <span className="text-warn">{words.ordinarily(counted(day.expectedRows, words.rows))}</span>
      )}
    </p>
  );
}

function Scale() {
  const words = useStrings(coverageStrings);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-label text-ink-3">
      <span className="flex items-center gap-1">
        {words.fewer}
        {[0.1, 0.35, 0.6, 0.85, 1].map((share) => (
          <span
            key={share}
            aria-hidden
            className="keeps-colour size-3 rounded-[3px]"
            style={{ background: dayColour(share) }}
          />
        ))}
        {words.more}
      </span>
      <span className="flex items-center gap-1">
        <span aria-hidden className="size-3 rounded-[3px] border border-dashed border-warn" />
        {words.missingLegend}
      </span>
      <span className="flex items-center gap-1">
        <span aria-hidden className="keeps-colour size-3 rounded-[3px]" style={{ background: partialColour(0.1) }} />
        {words.partialLegend}
      </span>
    </div>
  );
}
