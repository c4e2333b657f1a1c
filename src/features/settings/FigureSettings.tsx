import { useState } from "react";

import type { Weekday } from "#src/domain/calendar.ts";
import type { Settings } from "#src/domain/switches.ts";
import { partsPerMillion } from "#src/domain/units.ts";
import { Card } from "#src/ui/Card.tsx";
import { commitField } from "#src/ui/commitField.ts";
import { useStrings } from "#src/ui/language.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useOutcomeToast } from "#src/ui/useOutcomeToast.ts";
import { useEngine } from "#src/view/engine.tsx";
import { useSaveSettings } from "#src/view/useSaveSettings.ts";

import { InternalSetting } from "./InternalSetting.tsx";
import { SettingHint, SettingRow } from "./SettingRow.tsx";
import { strings } from "./strings.ts";
import { percentOfPpm, ppmOfPercent, zoneOptions } from "./zones.ts";

/** A hundred percent a year: more is a slip of the decimal point. */
const LARGEST_SPREAD_PPM = 1_000_000;

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export interface FigureSettingsProps {
  /** IANA names. */
  readonly zones: readonly string[];
}

export function FigureSettings({ zones }: FigureSettingsProps) {
  const words = useStrings(strings);
  const { newRule, transfers, spreadPpm, zone, weekStart } = useEngine().status.settings;
  const { mutate } = useSaveSettings(useOutcomeToast(words.failed));

  const [refused, setRefused] = useState(false);

  /** With the figures that follow, in words. */
  function save(change: Partial<Settings>, follows: string) {
    mutate({ change, done: { title: words.saved, detail: words.savedDetail(follows) } });
  }

  function saveSpread(percent: number | null) {
    const ppm = ppmOfPercent(percent);
    setRefused(ppm !== null && Math.abs(ppm) > LARGEST_SPREAD_PPM);
    if (ppm === spreadPpm || (ppm !== null && Math.abs(ppm) > LARGEST_SPREAD_PPM)) return;
    save({ spreadPpm: ppm === null ? null : partsPerMillion(ppm) }, words.spreadChanges);
  }

  return (
    <Card title={words.figures} subtitle={words.figuresSubtitle} padded={false}>
      <div className="divide-y divide-line border-t border-line">
        <SettingRow title={words.newRule} hint={words.newRuleHint} changes={words.newRuleChanges}>
          <Segmented
            label={words.newRule}
            value={newRule}
            onChange={(next) => save({ newRule: next }, words.newRuleChanges)}
            options={[
              { value: "first_instant", label: words.first_instant, title: words.first_instantHint },
              { value: "first_day", label: words.first_day, title: words.first_dayHint },
            ]}
          />
          <SettingHint>{newRule === "first_day" ? words.first_dayHint : words.first_instantHint}</SettingHint>
        </SettingRow>
        <SettingRow title={words.transfers} hint={words.transfersHint} changes={words.transfersChanges}>
          <Segmented
            label={words.transfers}
            value={transfers}
            onChange={(next) => save({ transfers: next }, words.transfersChanges)}
            options={[
              { value: "net", label: words.net, title: words.netHint },
              { value: "gross", label: words.gross, title: words.grossHint },
            ]}
          />
          <SettingHint>{transfers === "gross" ? words.grossHint : words.netHint}</SettingHint>
        </SettingRow>
        <SettingRow title={words.spread} hint={words.spreadHint} changes={words.spreadChanges}>
          <form onSubmit={commitField}>
            <NumberField
              label={words.spreadLabel}
              value={percentOfPpm(spreadPpm)}
              onChange={saveSpread}
              suffix={words.spreadSuffix}
              placeholder={words.spreadUnknown}
              error={refused ? words.spreadRefused : undefined}
              digits={4}
            />
            <button type="submit" className="sr-only" tabIndex={-1} aria-hidden>
              {words.spreadLabel}
            </button>
          </form>
        </SettingRow>
        <InternalSetting onChange={save} />
        <SettingRow title={words.zone} hint={words.zoneHint} changes={words.zoneChanges}>
          <Select
            label={words.zone}
            value={zone}
            onChange={(next) => save({ zone: next }, words.zoneChanges)}
            options={zoneOptions(zone, zones)}
          />
        </SettingRow>
        <SettingRow title={words.weekStart} hint={words.weekStartHint} changes={words.weekStartChanges}>
          <Select
            label={words.weekStart}
            value={String(weekStart)}
            onChange={(next) => {
              const day = WEEKDAYS.find((weekday) => String(weekday) === next);
              if (day !== undefined) save({ weekStart: day }, words.weekStartChanges);
            }}
            options={WEEKDAYS.map((weekday) => ({ value: String(weekday), label: words.weekdays[weekday] }))}
          />
        </SettingRow>
      </div>
    </Card>
  );
}
