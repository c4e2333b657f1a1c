import { BarInCell } from "#src/ui/BarInCell.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { costShares, workedLine } from "./detailModel.ts";
import { finishedText, selectionName } from "./figures.ts";
import type { SelectionPanelProps } from "./panel.ts";
import { detailInfo } from "./profitInfo.ts";
import { strings } from "./strings.ts";
import { COST_TONES } from "./waterfallModel.ts";
import { YieldTable } from "./YieldTable.tsx";

/** What the chosen loans return by each measure, and what their cost is made of. */
export function DetailPanel(props: SelectionPanelProps) {
  const { selection } = props;
  const words = useStrings(strings);
  const format = useFormat();
  const { figures } = selection;
  return (
    <Card
      title={words.detail}
      subtitle={selectionName(selection, { words, format })}
      info={detailInfo(props, { words, format })}
    >
      <div className="flex flex-col gap-4">
        <div className="rounded-control bg-sunken px-3 py-2.5">
          <p className="font-label text-ink">{workedLine(figures, { words, format })}</p>
          {figures.finished < 1 && (
            <p className="mt-1 text-label text-ink-2">{words.toDate(finishedText(figures.finished, format))}</p>
          )}
        </div>
        <CostShares figures={figures} />
        <YieldTable figures={figures} />
      </div>
    </Card>
  );
}

function CostShares({ figures }: Pick<SelectionPanelProps["selection"], "figures">) {
  const words = useStrings(strings);
  const format = useFormat();
  const shares = costShares(figures);
  return (
    <section>
      <h3 className="pb-1.5 text-label font-medium text-ink-2">{words.shares}</h3>
      {shares === null || shares.length === 0 ? (
        <p className="text-ink-2">{shares === null ? words.unknownCost : words.noCost}</p>
      ) : (
        <>
          <ul aria-label={words.shares} className="flex flex-col gap-1">
            {shares.map(({ part, amount, share }) => (
              <li key={part} className="grid grid-cols-[minmax(0,1fr)_auto_3.5rem_5.5rem] items-center gap-2">
                <span className="truncate">{words.parts[part]}</span>
                <BarInCell share={share} tone={COST_TONES[part]} widthPx={72} />
                <span className="text-right font-strong">{format.percent(share)}</span>
                <span className="text-right text-ink-2" title={format.moneyExact(amount)}>
                  {format.money(amount)}
                </span>
              </li>
            ))}
          </ul>
          <p className="pt-1 text-micro text-ink-3">{words.sharesNote}</p>
        </>
      )}
    </section>
  );
}
