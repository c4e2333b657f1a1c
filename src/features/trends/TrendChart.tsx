import { useCallback, useMemo } from "react";

import { isoDay } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { LegendItem } from "#src/ui/Legend.tsx";
import { useChartNotes } from "#src/view/chartNotes.ts";
import { useEngine } from "#src/view/engine.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";
import { isWhole, useTargets } from "#src/view/targets.ts";

import type { TrendChoices } from "./choices.ts";
import { definitions, trendDefinition } from "./definitions.ts";
import type { TrendAnswer } from "./queries.ts";
import { measureName, strings, type TrendWords } from "./strings.ts";
import { targetName, trendFigures } from "./trendFigures.ts";
import { trendModel, type TrendModel } from "./trendModel.ts";
import { trendOption } from "./trendOption.ts";
import { isStock, rowsOfPoint } from "./trendRows.ts";
import type { TrendMeasure, TrendSpec } from "./trendSpecs.ts";
import { trendTable } from "./trendTable.ts";
import { trendTargets } from "./trendTargets.ts";

export const TREND_HEIGHT_PX = 250;

export interface TrendChartProps {
  readonly spec: TrendSpec;
  readonly answer: TrendAnswer;
  readonly choices: TrendChoices;
}

export function TrendChart({ spec, answer, choices }: TrendChartProps) {
  const { status } = useEngine();
  const words = useStrings(strings);
  const formulas = useStrings(definitions);
  const format = useFormat();
  const show = useShowRows();
  const goals = useTargets().data;
  const { firstDay } = status;
  const model = useMemo(() => {
    const drawn = trendModel(answer, spec, choices);
    if (!goals || firstDay === null || !isWhole(answer.args.filter)) return drawn;
    return { ...drawn, targets: trendTargets(drawn, goals, firstDay) };
  }, [answer, spec, choices, goals, firstDay]);
  const notes = useChartNotes(model.buckets);
  const option = useCallback(
    (tokens: ChartTokens) => trendOption({ model, words, format }, tokens),
    [model, words, format],
  );
  const { period } = answer.total;

  function showPoint(measure: TrendMeasure, bucket: TrendAnswer["buckets"][number]) {
    const { args, basis } = answer;
    const asked = { measure, bucket, rolling: args.rolling };
    const where = rowsOfPoint(asked, { filter: args.filter, basis, firstDay: status.firstDay ?? bucket.from });
    const days = args.rolling > 0 ? { from: epochDay(bucket.to - args.rolling + 1), to: bucket.to } : bucket;
    const when = isStock(measure) ? words.upTo(format.day(bucket.to)) : format.period(days);
    show({ title: words.rowsOf(rowsName(measure, words), when), subtitle: formulas[spec.id].formula, where });
  }

  return (
    <ChartCard
      title={words.titles[spec.id]}
      subtitle={subtitleOf(model, words)}
      legend={legendOf(model, words)}
      info={{
        ...trendDefinition(spec.id, answer, format),
        onSeeRows: () => showPoint(spec.whole ?? columnMeasure(spec), { ...period, complete: true }),
      }}
      flagged={
        spec.id === "volume" && status.warmUpUntil !== null && period.from <= status.warmUpUntil
          ? words.warmUp(format.day(status.warmUpUntil))
          : undefined
      }
      name={words.chartName(words.titles[spec.id], format.period(period), latest(model, words, format))}
      option={option}
      heightPx={TREND_HEIGHT_PX}
      table={trendTable(model, words, format)}
      fileName={`${spec.id}_${isoDay(period.from)}_${isoDay(period.to)}`}
      notes={notes}
      imageNote={format.period(period)}
      onPointClick={({ dataIndex, seriesId }) => {
        const bucket = model.buckets[dataIndex];
        const line = model.lines.find(({ measure }) => seriesId === measure);
        if (bucket) showPoint(line?.measure ?? spec.whole ?? columnMeasure(spec), bucket);
      }}
    />
  );
}

/** What a column of the plot stands for where its parts make no whole. */
function columnMeasure({ parts }: TrendSpec): TrendMeasure {
  return parts[0]?.measure ?? "volume";
}

/** A part's name alone would not say what it is a part of. */
function rowsName(measure: TrendMeasure, words: TrendWords): string {
  const name = measureName(measure, words);
  if (measure === "volumeNew" || measure === "volumeReturning") return `${words.titles.volume} · ${name}`;
  if (measure === "newLenders" || measure === "lendingLenders") return `${words.titles.lending} · ${name}`;
  return name;
}

function subtitleOf({ spec, rolling, unit, grain }: TrendModel, words: TrendWords): string {
  const what = unit === "ratio" ? words.share(words.titles[spec.id]) : words.plain[spec.id](words.each[grain]);
  return rolling > 0 ? words.averaged[spec.kind](rolling) : what;
}

function latest({ lines, ...model }: TrendModel, words: TrendWords, format: ReturnType<typeof useFormat>): string {
  const { figure } = trendFigures({ ...model, lines }, format);
  return format.list(
    lines.map(({ measure, values }) => words.latest(measureName(measure, words), figure(values.at(-1) ?? null))),
  );
}

function legendOf(model: TrendModel, words: TrendWords): readonly LegendItem[] {
  const { lines, draw, comparison, whole } = model;
  const mark = draw === "lines" ? "line" : "square";
  const parts =
    lines.length > 1
      ? lines.map(({ measure, tone }) => ({ name: measureName(measure, words), mark, tone }) as const)
      : [];
  const compared = draw === "stacked" ? whole?.before !== undefined : lines.some(({ before }) => before !== undefined);
  return [
    ...parts,
    ...(comparison === "none" || !compared
      ? []
      : [{ name: words.comparison[comparison], mark: "dash", tone: "comparison" } as const]),
    ...model.targets.map(
      ({ measure, tone }) => ({ name: targetName(measure, model, words), mark: "dots", tone }) as const,
    ),
  ];
}
