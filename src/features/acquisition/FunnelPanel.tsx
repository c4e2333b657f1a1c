import type { AcquisitionResult, FunnelStep } from "#src/engine/protocol.ts";
import { BarInCell } from "#src/ui/BarInCell.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";
import { TableMenu } from "#src/ui/TableMenu.tsx";

import { acquisitionInfo } from "./acquisitionInfo.ts";
import { intervalText, type Spoken } from "./figures.ts";
import { countText, registeredOf, SHARE_STEPS, shareOf } from "./funnelColumns.ts";
import type { AcquisitionPanelProps } from "./panel.ts";
import { quartersText } from "./quartersText.ts";
import { strings } from "./strings.ts";

/** From registration to staying, all groups together. */
export function FunnelPanel({ result }: AcquisitionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const registered = registeredOf(result.total);
  return (
    <Card
      title={words.funnel}
      subtitle={words.funnelSubtitle}
      info={acquisitionInfo(result.basis, {
        name: words.funnel,
        sentence: words.funnelSentence,
        formula: words.funnelFormula,
        rule: "AQ1 WI1",
      })}
      actions={<TableMenu model={funnelTable(result, { words, format })} fileName="acquisition-funnel" />}
      footer={<TimeToFirstText result={result} />}
    >
      <ul className="flex flex-col gap-3">
        <li className="flex items-baseline justify-between gap-3">
          <span className="font-strong">{words.steps.registered}</span>
          <span className="font-strong">{format.count(registered)}</span>
        </li>
        {SHARE_STEPS.map((step) => (
          <StepLine key={step} step={step} result={result} />
        ))}
      </ul>
    </Card>
  );
}

interface StepLineProps {
  readonly step: FunnelStep["step"];
  readonly result: AcquisitionResult;
}

function StepLine({ step, result }: StepLineProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const share = shareOf(result.total, step);
  const interval = intervalText(share, format);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3">
      <span className="font-strong">{words.steps[step]}</span>
      <span className="font-strong">{format.percent(share?.value ?? null)}</span>
      <span className="text-label text-ink-3">{countText(share, { words, format })}</span>
      <span className="text-label text-ink-3">{interval === null ? "" : words.interval(interval)}</span>
      <span className="col-span-2 mt-1 [&>span]:w-full!">
        <BarInCell share={share?.value ?? null} tone={step === "firstLend" ? "new" : "returning"} />
      </span>
    </li>
  );
}

function TimeToFirstText({ result: { timeToFirst } }: { readonly result: AcquisitionResult }) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <p>
      <span className="font-strong text-ink">{words.timeToFirst}</span>{" "}
      {timeToFirst === null ? words.timeToFirstNone : quartersText(timeToFirst, { words, format })}
    </p>
  );
}

function funnelTable({ total }: AcquisitionResult, { words }: Spoken): TableModel {
  return {
    caption: words.funnel,
    columns: [
      { id: "step", label: words.funnel, type: "text" },
      { id: "count", label: words.count, type: "count" },
      { id: "of", label: words.outOf, type: "count" },
      { id: "share", label: words.share, type: "ratio" },
      { id: "low", label: words.low, type: "ratio" },
      { id: "high", label: words.high, type: "ratio" },
    ],
    rows: [
      [words.steps.registered, registeredOf(total), null, null, null, null],
      ...SHARE_STEPS.map((step) => {
        const share = shareOf(total, step);
        const { low = null, high = null } = share?.interval ?? {};
        return [words.steps[step], share?.count ?? null, share?.of ?? null, share?.value ?? null, low, high];
      }),
    ],
  };
}
