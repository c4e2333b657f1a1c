import { monthEnd, monthStart } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { AcquisitionArgs, AcquisitionDimension, EngineStatus, HunterArgs } from "#src/engine/protocol.ts";
import { cohortsOf, monthOfText } from "#src/view/firstLendMonths.ts";
import type { ViewSearch } from "#src/view/search.ts";
import { filterOf } from "#src/view/view.ts";

export const DIMENSIONS: readonly AcquisitionDimension[] = ["channel", "kind", "campaign", "product", "month"];

export const HUNTER_DIMENSIONS: readonly HunterArgs["by"][] = ["campaign", "channel", "month"];

/** Only the lenders dataset tells campaigns, and online from offline. */
export function isLocked(by: AcquisitionDimension, { tables }: Pick<EngineStatus, "tables">): boolean {
  return (by === "kind" || by === "campaign") && (tables.lenders ?? 0) === 0;
}

/** By campaign where campaigns are known: it is what hunters come for. */
export function huntersBy(
  { ahunt }: Pick<ViewSearch, "ahunt">,
  status: Pick<EngineStatus, "tables">,
): HunterArgs["by"] {
  return ahunt ?? (isLocked("campaign", status) ? "channel" : "campaign");
}

export function acquisitionArgs(search: ViewSearch, days: Pick<EngineStatus, "firstDay" | "asOf">): AcquisitionArgs {
  return { by: search.aby ?? "channel", cohorts: cohortsOf(search, days), filter: filterOf(search) };
}

/** The month of a group's name, YYYY-MM; null where it is none. */
export function monthOfName(name: string): Period | null {
  const month = monthOfText(name);
  return month === undefined ? null : { from: monthStart(month), to: monthEnd(month) };
}
