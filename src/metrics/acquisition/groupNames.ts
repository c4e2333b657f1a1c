import { isoMonth } from "#src/domain/calendar.ts";

import { CHANNEL_KINDS, type LenderDirectory } from "#src/metrics/lenders/lenderDirectory.ts";
import type { LenderDimension } from "./lenderGroups.ts";
import { kindOfChannels, spendBy, type SpendRow } from "./spendRows.ts";

/** What spend can be told by. */
export type SpendDimension = "channel" | "kind" | "campaign" | "month";

/** Names by the codes of a dimension; a month is YYYY-MM. */
export function groupName(
  dimension: Exclude<LenderDimension, "all">,
  sources: { readonly directory: LenderDirectory; readonly productNames: readonly string[] },
): (code: number) => string {
  const { channelNames, campaignNames } = sources.directory;
  const names = { channel: channelNames, kind: CHANNEL_KINDS, campaign: campaignNames, product: sources.productNames };
  return dimension === "month" ? isoMonth : (code) => names[dimension][code] ?? "";
}

/**
 * The name of the group that a row of spend is spent on. By kind it is the kind that most people of its channel came by,
 * undefined for a channel that nobody came through.
 */
function groupOfSpend(dimension: SpendDimension, directory: LenderDirectory): (row: SpendRow) => string | undefined {
  switch (dimension) {
    case "channel":
      return ({ channel }) => channel;
    case "campaign":
      return ({ campaign }) => campaign;
    case "month":
      return ({ month }) => isoMonth(month);
    case "kind": {
      const kindOf = kindOfChannels(directory);
      return ({ channel }) => {
        const kind = kindOf(channel);
        return kind === undefined ? undefined : CHANNEL_KINDS[kind];
      };
    }
  }
}

/** Fen spent, by the name of the group; undefined is what belongs to none. */
export function spendByGroup(
  dimension: SpendDimension,
  spend: readonly SpendRow[],
  directory: LenderDirectory,
): Map<string | undefined, number> {
  return spendBy(spend, groupOfSpend(dimension, directory));
}

/**
 * What was spent on a group (AQ3). A month without a row of spend cost nothing; whether a channel, kind or campaign that
 * no row names cost anything is not known: null.
 */
export function spendOn(
  dimension: SpendDimension,
  name: string,
  spendByName: ReadonlyMap<string | undefined, number>,
): number | null {
  return spendByName.get(name) ?? (dimension === "month" ? 0 : null);
}
