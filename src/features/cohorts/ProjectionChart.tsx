import { useMemo } from "react";

import type { ProjectionResult } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { plainText } from "./figures.ts";
import { projectionInfo } from "./projectionInfo.ts";
import { projectionModel, type ProjectionModel } from "./projectionModel.ts";
import { projectedName, projectionOption, projectionTwin } from "./projectionOption.ts";
import { projectionStrings } from "./projectionStrings.ts";
import { ProjectionTrust } from "./ProjectionTrust.tsx";
import type { ProjectionView } from "./projectionView.ts";
import { strings } from "./strings.ts";

export const PROJECTION_PX = 300;

export interface ProjectionPanelProps {
  readonly view: ProjectionView;
  readonly result: ProjectionResult;
}

export function ProjectionChart({ view, result }: ProjectionPanelProps) {
  const words = useStrings(projectionStrings);
  const common = useStrings(strings);
  const format = useFormat();
  const { per, cohortDay, args } = view;
  const model = useMemo(() => projectionModel(result, { cohortDay, per }), [result, cohortDay, per]);
  const drawing = useMemo(
    () => ({ unit: result.unit, scale: format.scaleFor(largest(model)) }),
    [result.unit, model, format],
  );
  const option = useMemo(
    () => projectionOption(model, drawing, { words, common, format }),
    [model, drawing, words, common, format],
  );
  const text = (value: number | null) => plainText(value, result.unit, { words: common, format });
  const last = model.observed.findLastIndex((value) => value !== null);
  const end = model.projected.findLastIndex((value) => value !== null);
  const who = model.cohort === null ? words.allCohorts : format.month(model.cohort.cohort.from);
  const subtitle = model.cohort === null ? words.subtitleAll : words.subtitleOne;
  const hasBand = model.low.some((value) => value !== null);
  return (
    <ChartCard
      title={`${words.titles[args.measure]} · ${who}`}
      subtitle={result.unit === "fenYears" ? `${common.inYuanYears("")} · ${subtitle}` : subtitle}
      legend={[
        { name: words.observed, mark: "line", tone: "returning" },
        { name: projectedName(model, words), mark: "dash", tone: "returning" },
        ...(hasBand ? [{ name: words.band, mark: "outline" as const, tone: "returning" as const }] : []),
      ]}
      info={projectionInfo(words, { measure: args.measure, isAll: model.cohort === null, basis: result.basis })}
      flagged={model.cohort?.isIndicative === true ? words.indicativeHint : undefined}
      name={words.chartName({
        title: words.titles[args.measure],
        who,
        observed: text(model.observed[last] ?? null),
        age: format.age(Math.max(0, last), "month"),
        projected: text(model.projected[end] ?? model.observed[last] ?? null),
        horizon: format.age(Math.max(last, end, 0), "month"),
      })}
      option={option}
      heightPx={PROJECTION_PX}
      table={projectionTwin(model, { words, common, format })}
      fileName={`projection-${args.measure}`}
      footer={<ProjectionTrust view={view} result={result} />}
    />
  );
}

function largest({ observed, projected, high }: ProjectionModel): number {
  return Math.max(0, ...[...observed, ...projected, ...high].map((value) => Math.abs(value ?? 0)));
}
