import { monthEnd, monthOf } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { CohortCell, CohortGroup, CohortRow, CurvePoint } from "#src/engine/protocol.ts";
import type { HeatCell, HeatRow } from "#src/ui/heatRows.ts";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";

import { ageLabel, type AgeNaming } from "./ageLabel.ts";
import type { CohortView } from "./cohortView.ts";
import { cellText, exactText, type CohortUnit, type Spoken } from "./figures.ts";

export interface HeatArgs extends AgeNaming, Pick<CohortView, "measure" | "mean"> {
  readonly unit: CohortUnit;
  readonly scale: MoneyScale;
  /** Cohorts, by their first day, that enter no mean. */
  readonly hidden: readonly string[];
  /** Cohorts set against each other; when there are none, all are drawn. */
  readonly compared: readonly string[];
}

export interface HeatModel {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  /** In the order of the cohorts; one that is running has no cells. */
  readonly rows: readonly HeatRow[];
  /** The mean over cohorts. */
  readonly summary: HeatRow;
}

export const SUMMARY_ID = "weighted";

export function heatModel(group: CohortGroup, args: HeatArgs, spoken: Spoken): HeatModel {
  const { words, format } = spoken;
  const ages = Math.max(0, ...group.rows.map(({ cells }) => cells.length), group.curve.length);
  return {
    columns: Array.from({ length: ages }, (_, age) => ({ id: String(age), label: ageLabel(age, args, format) })),
    rows: group.rows.map((row) => heatRow(row, { args, spoken })),
    summary: {
      id: SUMMARY_ID,
      label: words.means[args.mean],
      size: group.rows.reduce((sum, row) => (isHidden(row, args) ? sum : sum + row.size), 0),
      small: false,
      cells: group.curve.map((point) => curveCell(point, args, spoken)),
    },
  };
}

function isHidden({ cohort }: CohortRow, { hidden }: HeatArgs): boolean {
  return hidden.includes(String(cohort.from));
}

/** A hidden cohort is grey, as one too small is. */
function heatRow(row: CohortRow, drawing: Drawing): HeatRow {
  const { args, spoken } = drawing;
  const label = rowLabel(row, args, spoken);
  const hidden = isHidden(row, args);
  return {
    id: String(row.cohort.from),
    label: hidden ? spoken.words.hiddenRow(label) : label,
    size: row.size,
    small: row.small || hidden,
    cells: row.cells.map((cell) => heatCell(cell, row, drawing)),
  };
}

function rowLabel({ cohort, cells }: CohortRow, { grain }: HeatArgs, { words, format }: Spoken): string {
  const label = grain === "month" ? format.month(cohort.from) : format.day(cohort.from);
  return cells.length === 0 ? words.running(label) : label;
}

interface Drawing {
  readonly args: HeatArgs;
  readonly spoken: Spoken;
}

/** Age 0 of these is 100 % by definition: it is printed, but takes no colour and sets no scale. */
function isGiven(age: number, { measure }: HeatArgs): boolean {
  return age === 0 && (measure === "relend" || measure === "balance");
}

function heatCell(cell: CohortCell, row: CohortRow, { args, spoken }: Drawing): HeatCell {
  const { words, format } = spoken;
  const { unit, grain } = args;
  const inLenders = args.measure === "holding" || args.measure === "relend";
  const counted = inLenders
    ? { label: words.numerator.lenders, value: format.count(cell.numerator) }
    : {
        label: words.numerator[unit === "fenYears" ? "fenYears" : "fen"],
        value: exactText(cell.numerator, unit === "fenYears" ? "fenYears" : "fen", spoken),
      };
  return {
    value: cell.value,
    muted: isGiven(cell.age, args),
    text: cellText(cell.value, args, format),
    lines: [
      { label: words.exact, value: exactText(cell.value, unit, spoken) },
      ...intervalLine(cell.interval, spoken),
      counted,
      { label: words.size, value: format.count(row.size) },
      { label: words.observed, value: observedText(cell.period, grain, format) },
    ],
  };
}

/** A month by its name, several by their days. */
function observedText(period: Period, grain: HeatArgs["grain"], format: Spoken["format"]): string {
  const isOne = grain === "week" || period.to === monthEnd(monthOf(period.from));
  return isOne ? format.bucket(period, grain) : format.period(period);
}

/** A thin age keeps its figure and loses its colour. */
function curveCell(point: CurvePoint, args: HeatArgs, spoken: Spoken): HeatCell {
  const { words, format } = spoken;
  return {
    value: point.value,
    muted: point.thin || isGiven(point.age, args),
    text: cellText(point.value, args, format),
    lines: [
      { label: words.exact, value: exactText(point.value, args.unit, spoken) },
      ...intervalLine(point.interval, spoken),
      {
        label: words.cohorts,
        value: point.thin ? `${format.count(point.cohorts)}, ${words.thinNote}` : format.count(point.cohorts),
      },
      { label: words.lenders, value: format.count(point.lenders) },
    ],
  };
}

function intervalLine(interval: CohortCell["interval"], { words, format }: Spoken): HeatCell["lines"] {
  if (interval === null) return [];
  return [{ label: words.interval, value: words.range(format.percent(interval.low), format.percent(interval.high)) }];
}
