import { useMemo } from "react";

import { isoDay } from "#src/domain/calendar.ts";
import type { Grain } from "#src/domain/calendar.ts";
import type { MatchingResult } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartPoint } from "#src/ui/chartPoint.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { LegendItem } from "#src/ui/Legend.tsx";
import { useChartNotes } from "#src/view/chartNotes.ts";

import { matchInfo, type Spoken } from "./matchInfo.ts";
import { matchModel, type MatchModel } from "./matchModel.ts";
import { MATCH_HEIGHT_PX, matchOption } from "./matchOption.ts";
import { matchTable } from "./matchTable.ts";
import { strings, type MatchingWords } from "./strings.ts";
import { useMatchLeads } from "./useMatchLeads.ts";

/** So many outliers are named. */
const NAMED = 3;

export interface MatchPanelProps {
  /** With points. */
  readonly result: MatchingResult;
  readonly grain: Grain;
}

/** The ratio by time, over the two balances that it is made of. */
export function MatchPanel({ result, grain }: MatchPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const leads = useMatchLeads(result);
  const model = useMemo(() => matchModel(result, grain), [result, grain]);
  const option = useMemo(() => matchOption(model, { words, format }), [model, words, format]);
  const notes = useChartNotes(model.buckets);

  /** What borrowers owe leads to loans as they are now; days gone by are in the ledger alone. */
  function onPointClick({ dataIndex, seriesId }: ChartPoint) {
    const point = model.points[dataIndex];
    if (point === undefined) return;
    if (seriesId === "borrowers" && point.day === result.now?.day) leads.showLoans();
    else leads.showBalance(point.day);
  }

  return (
    <ChartCard
      title={words.overTime}
      subtitle={
        model.above.length > 0 ? words.overTimeAbove(aboveText(model, { words, format })) : words.overTimeSubtitle
      }
      legend={legendOf(model, words)}
      info={matchInfo(result.basis, {
        name: words.ratio,
        sentence: words.ratioSentence,
        formula: words.ratioFormula,
        inputs: [
          { name: words.ratio, value: format.number(result.now?.ratio ?? null, 2) },
          { name: words.lenders, value: format.money(result.now?.lenders ?? null) },
          { name: words.borrowers, value: format.money(result.now?.borrowers ?? null) },
        ],
        rule: "MT1 · LC1–LC6",
      })}
      name={chartName(model, { words, format })}
      option={option}
      heightPx={MATCH_HEIGHT_PX}
      table={matchTable(model, words)}
      fileName={fileName(model)}
      notes={notes}
      onPointClick={onPointClick}
    />
  );
}

function aboveText({ above, grain }: MatchModel, { words, format }: Spoken): string {
  const named = above
    .slice(0, NAMED)
    .map(({ bucket, ratio }) => `${format.bucket(bucket, grain)} ${format.number(ratio, 2)}`);
  const more = above.length - named.length;
  return more > 0 ? words.overTimeMore(named.join(", "), format.count(more)) : format.list(named);
}

function legendOf({ points }: MatchModel, words: MatchingWords): readonly LegendItem[] {
  const hasShort = points.some(({ short }) => short > 0);
  const hasIdle = points.some(({ idle }) => idle > 0);
  return [
    { name: words.lenders, mark: "line", tone: "outstanding" },
    { name: words.borrowers, mark: "line", tone: "ramp2" },
    ...(hasIdle ? [{ name: words.idle, mark: "outline", tone: "outstanding" } as const] : []),
    ...(hasShort ? [{ name: words.short, mark: "outline", tone: "ramp2" } as const] : []),
  ];
}

function chartName({ points, grain }: MatchModel, { words, format }: Spoken): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return words.overTime;
  const [from, to] = [format.bucket(first.bucket, grain), format.bucket(last.bucket, grain)];
  return words.overTimeName(from, to, format.number(last.ratio, 2));
}

function fileName({ points }: MatchModel): string {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? `match-ratio_${isoDay(first.bucket.from)}_${isoDay(last.day)}` : "match-ratio";
}
