import { isoDay } from "#src/domain/calendar.ts";
import type { EventType } from "#src/domain/eventTypes.ts";
import { daysIn, type Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import {
  isLastDayCut,
  jumps,
  missingDays,
  partialDays,
  unpairedTransfers,
  type DayAgainst,
  type DayFlows,
} from "#src/metrics/qualityDays.ts";
import type { QualityRows } from "#src/metrics/qualitySweep.ts";

import { findingItem, findingOf, type FindingItem } from "./findingItem.ts";
import type { Finding } from "./protocol.ts";

/** What looks wrong about days. */
export function findingsOfDays(flows: DayFlows, { lastSecond }: QualityRows): (Finding | undefined)[] {
  const gaps = missingDays(flows);
  return [
    findingOf(
      {
        id: "days-missing",
        severity: "warning",
        unit: "day",
        count: gaps.reduce((days, gap) => days + daysIn(gap), 0),
      },
      gaps.map(gapItem),
    ),
    findingOf(
      { id: "days-partial", severity: "warning", unit: "day" },
      partialDays(flows).map((found) => dayItem(found, "count")),
    ),
    findingOf(
      { id: "last-day-cut", severity: "warning", unit: "day" },
      isLastDayCut(lastSecond) ? [lastDayItem(flows)] : [],
    ),
    findingOf(
      { id: "transfers-unpaired", severity: "error", unit: "day" },
      unpairedTransfers(flows).map((found) => dayItem(found, "fen", ["transfer_in", "transfer_out"])),
    ),
    findingOf(
      { id: "volume-jumps", severity: "warning", unit: "day" },
      jumps(flows, flows.lent).map((found) => dayItem(found, "fen", ["lend"])),
    ),
    findingOf(
      { id: "exits-jump", severity: "warning", unit: "day" },
      jumps(flows, flows.exits).map((found) => dayItem(found, "fen", ["exit", "early_exit", "compensation"])),
    ),
  ];
}

/** Nothing stands in a gap, so it leads to the days on either side. */
function gapItem({ from, to }: Period): FindingItem {
  return findingItem({
    label: from === to ? isoDay(from) : `${isoDay(from)}/${isoDay(to)}`,
    value: daysIn({ from, to }),
    measure: "count",
    where: { period: { from: epochDay(from - 1), to: epochDay(to + 1) } },
  });
}

function dayItem(
  { day, value, expected }: DayAgainst,
  measure: "fen" | "count",
  types?: readonly EventType[],
): FindingItem {
  const period = { from: day, to: day };
  return findingItem({
    label: isoDay(day),
    value,
    expected,
    measure,
    where: types === undefined ? { period } : { period, types },
  });
}

function lastDayItem({ firstDay, rows }: DayFlows): FindingItem {
  const day = epochDay(firstDay + rows.length - 1);
  return findingItem({
    label: isoDay(day),
    value: rows.at(-1) ?? 0,
    measure: "count",
    where: { period: { from: day, to: day } },
  });
}
