import { useState } from "react";

import type { Weekday } from "#src/domain/calendar.ts";
import { partsPerMillion, type EpochDay } from "#src/domain/units.ts";
import { Card } from "#src/ui/Card.tsx";
import { commitField } from "#src/ui/commitField.ts";
import { useStrings } from "#src/ui/language.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { InternalSetting } from "./InternalSetting.tsx";
import { SettingHint, SettingRow } from "./SettingRow.tsx";
import { strings } from "./strings.ts";
import { useSaveSettings } from "./useSaveSettings.ts";
import { percentOfPpm, ppmOfPercent, zoneOptions } from "./zones.ts";

/** A hundred percent a year: more is a slip of the decimal point. */
const LARGEST_SPREAD_PPM = 1_000_000;

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export interface FigureSettingsProps {
  readonly today: () => EpochDay;
  /** IANA names. */
  readonly zones: readonly string[];
}

export function FigureSettings({ today, zones }: FigureSettingsProps) {
  const words = useStrings(strings);
  const { newRule, transfers, spreadPpm, zone, weekStart } = useEngine().status.settings;
  const { mutate } = useSaveSettings(today);

  const [refused, setRefused] = useState(false);

  function saveSpread(percent: number | null) {
    const ppm = ppmOfPercent(percent);
    setRefused(ppm !== null && Math.abs(ppm) > LARGEST_SPREAD_PPM);
    if (ppm === spreadPpm || (ppm !== null && Math.abs(ppm) > LARGEST_SPREAD_PPM)) return;
    mutate({ change: { spreadPpm: ppm === null ? null : partsPerMillion(ppm) }, follows: words.spreadChanges });
  }

  return (
    <Card title={words.figures} subtitle={words.figuresSubtitle} padded={false}>
      <div className="divide-y divide-line border-t border-line">
        <SettingRow title={words.newRule} hint={words.newRuleHint} changes={words.newRuleChanges}>
          <Segmented
            label={words.newRule}
            value={newRule}
            onChange={(next) => mutate({ change: { newRule: next }, follows: words.newRuleChanges })}
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
            onChange={(next) => mutate({ change: { transfers: next }, follows: words.transfersChanges })}
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
        <InternalSetting onChange={mutate} />
        <SettingRow title={words.zone} hint={words.zoneHint} changes={words.zoneChanges}>
          <Select
            label={words.zone}
            value={zone}
            onChange={(next) => mutate({ change: { zone: next }, follows: words.zoneChanges })}
            options={zoneOptions(zone, zones)}
          />
        </SettingRow>
        <SettingRow title={words.weekStart} hint={words.weekStartHint} changes={words.weekStartChanges}>
          <Select
            label={words.weekStart}
            value={String(weekStart)}
            onChange={(next) => {
              const day = WEEKDAYS.find((weekday) => String(weekday) === next);
              if (day !== undefined) mutate({ change: { weekStart: day }, follows: words.weekStartChanges });
            }}
            options={WEEKDAYS.map((weekday) => ({ value: String(weekday), label: words.weekdays[weekday] }))}
          />
        </SettingRow>
      </div>
    </Card>
  );
}
