import type { TargetProgress } from "#src/engine/protocol.ts";
import { BarInCell } from "#src/ui/BarInCell.tsx";
import { Card } from "#src/ui/Card.tsx";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";
import { isGoodPace } from "#src/ui/paceWords.ts";
import { ScrollTable } from "#src/ui/ScrollTable.tsx";

import type { HistoryModel } from "./historyModel.ts";
import { strings } from "./strings.ts";

export interface MonthTableProps {
  readonly model: HistoryModel;
  readonly onMonth: (index: number) => void;
}

/** A metric's months, newest first; a month leads to its tiles. */
export function MonthTable({ model, onMonth }: MonthTableProps) {
  const words = useStrings(strings);
  const scale = useFormat().scaleFor(model.most);
  const heads = [words.actual, words.target, words.difference, words.share, words.result, words.ownerColumn];
  return (
    <Card title={words.byMonth} subtitle={words.byMonthSubtitle(words.metrics[model.metric])} padded={false}>
      <ScrollTable name={words.byMonth}>
        <table className="w-full text-right whitespace-nowrap">
          <thead className="text-label text-ink-2">
            <tr className="border-y border-line">
              <th scope="col" className="sticky left-0 z-10 bg-surface py-2 pr-3 pl-4 text-left font-medium">
                {words.month}
              </th>
              {heads.map((head) => (
                <th key={head} scope="col" className="px-2 py-2 font-medium last:pr-4 last:text-left nth-6:text-left">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {model.targets
              .map((target, index) => (
                <MonthRow
                  key={target.month.from}
                  target={target}
                  tone={model.tone}
                  scale={scale}
                  onMonth={() => onMonth(index)}
                />
              ))
              .toReversed()}
          </tbody>
        </table>
      </ScrollTable>
    </Card>
  );
}

interface MonthRowProps {
  readonly target: TargetProgress;
  readonly tone: HistoryModel["tone"];
  /** Shared by the rows. */
  readonly scale: MoneyScale;
  readonly onMonth: () => void;
}

function MonthRow({ target, tone, scale, onMonth }: MonthRowProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { month, unit, actual, share, pace, owner } = target;
  const figure = (value: number | null, sign = false): string => {
    if (unit === "fen") return format.money(value, { scale, sign });
    return sign ? format.signedCount(value) : format.count(value);
  };
  const exact = (value: number | null): string | undefined => (unit === "fen" ? format.moneyExact(value) : undefined);
  return (
    <tr className="border-b border-line last:border-0 hover:bg-hover">
      <th scope="row" className="sticky left-0 z-10 bg-surface py-1 pr-3 pl-3 text-left font-medium">
        <button
          type="button"
          onClick={onMonth}
          className="min-h-6 rounded-cell px-1 decoration-line-strong underline-offset-4 hover:underline"
        >
          {format.month(month.from)}
        </button>
      </th>
      <td className="px-2 py-1 font-strong" title={exact(actual)}>
        {figure(actual)}
      </td>
      <td className="px-2 py-1 text-ink-2" title={exact(target.target)}>
        {figure(target.target)}
      </td>
      <td className="px-2 py-1">{figure(actual === null ? null : actual - target.target, true)}</td>
      <td className="px-2 py-1">
        <span className="inline-flex items-center gap-2">
          <BarInCell share={share === null ? null : share / 1.5} tone={tone} tick={1 / 1.5} widthPx={44} />
          <span className="min-w-14">{format.percent(share)}</span>
        </span>
      </td>
      <td
        className={classes(
          "px-2 py-1 text-left font-medium",
          pace === null ? "text-ink-3" : isGoodPace(pace) ? "text-good" : "text-bad",
        )}
      >
        {pace === null ? "—" : words.pace[pace]}
      </td>
      <td className="py-1 pr-4 pl-2.5 text-left text-ink-2">{owner === "" ? "—" : owner}</td>
    </tr>
  );
}
