import { useState } from "react";

import { isoMonth, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import { TARGET_METRICS, targetMetricOf } from "#src/domain/targetMetrics.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { targetFigure } from "#src/ui/paceWords.ts";
import { Select } from "#src/ui/Select.tsx";
import { TextField } from "#src/ui/TextField.tsx";

import { parseAmount } from "#src/view/amountText.ts";
import type { TargetEntry } from "./entryFile.ts";
import { strings } from "./strings.ts";
import { nameOf } from "./targetNames.ts";

/** Months that can be chosen, before and after today's. */
const MONTHS_BEFORE = 24;
const MONTHS_AFTER = 18;

export interface TargetDialogProps {
  readonly today: EpochDay;
  readonly month: MonthNumber;
  /** Of the target that is set anew; undefined for a new one. */
  readonly metricName: string | undefined;
  readonly owner: string;
  readonly onSave: (entry: TargetEntry) => void;
  readonly onClose: () => void;
}

/** One target: a month, a metric, a value and who answers for it. */
export function TargetDialog({ today, onSave, onClose, ...given }: TargetDialogProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const [month, setMonth] = useState(given.month);
  const [metricName, setMetricName] = useState<string>(given.metricName ?? "outstanding");
  const [text, setText] = useState("");
  const [owner, setOwner] = useState(given.owner);
  const [asked, setAsked] = useState(false);
  const metric = targetMetricOf(metricName);
  const unit = metric === undefined || metric === "new_lenders" ? "count" : "fen";
  const value = validValue(parseAmount(text, unit === "fen" ? 2 : 0), metricName);
  const isEdit = given.metricName !== undefined;

  function save() {
    setAsked(true);
    if (value === null) return;
    onSave({ month, metricName, unit, value, owner: owner.trim() });
    onClose();
  }

  const hint = unit === "fen" ? words.valueHint : words.countHint;
  const problem = unit === "fen" ? words.badValue : words.badCount;
  return (
    <Dialog
      open
      isForm
      onClose={onClose}
      title={isEdit ? words.editTarget : words.addTarget}
      description={words.targetEntry}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className="flex flex-wrap gap-4">
          <Select
            showLabel
            label={words.month}
            value={isoMonth(month)}
            disabled={isEdit}
            onChange={(next) => setMonth(monthsAround(today, month).find((each) => isoMonth(each) === next) ?? month)}
            options={monthsAround(today, month).map((each) => ({
              value: isoMonth(each),
              label: format.month(monthStart(each)),
            }))}
          />
          <Select
            showLabel
            label={words.metric}
            value={metricName}
            disabled={isEdit}
            onChange={setMetricName}
            options={(metric === undefined ? [metricName] : TARGET_METRICS).map((name) => ({
              value: name,
              label: nameOf({ metric: targetMetricOf(name) ?? null, metricName: name }, words),
            }))}
          />
        </div>
        <TextField
          label={words.value}
          value={text}
          onChange={setText}
          hint={value === null ? hint : words.valueMeans(targetFigure(value, unit, format))}
          error={asked && value === null ? problem : undefined}
        />
        <TextField label={words.ownerField} value={owner} onChange={setOwner} />
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden>
          {words.save}
        </button>
      </form>
    </Dialog>
  );
}

/** Only a net inflow may be aimed below zero, and nothing at zero. */
function validValue(value: number | null, metricName: string): number | null {
  if (value === null || value === 0) return null;
  return value > 0 || metricName === "net_inflow" ? value : null;
}

/** Ascending; the month in hand is always among them. */
function monthsAround(today: EpochDay, month: MonthNumber): readonly MonthNumber[] {
  const first = Math.min(month, monthOf(today) - MONTHS_BEFORE);
  const last = Math.max(month, monthOf(today) + MONTHS_AFTER);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
