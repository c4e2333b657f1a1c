import { monthOf } from "#src/domain/calendar.ts";
import type { AcquisitionInput } from "#src/metrics/acquisition/acquisitionTable.ts";
import { spendByGroup, spendOn } from "#src/metrics/acquisition/groupNames.ts";
import {
  codeOfEntry,
  codesOfSegments,
  eachNewLender,
  type LenderDimension,
  type MonthSpan,
} from "#src/metrics/acquisition/lenderGroups.ts";
import type { SpendRow } from "#src/metrics/acquisition/spendRows.ts";
import type { SideInput } from "#src/metrics/comparison/comparedFigures.ts";
import { CHANNEL_KINDS } from "#src/metrics/lenders/lenderDirectory.ts";

import { segmentMask, type Analysis } from "#src/engine/analysis.ts";
import type { CompareSide } from "#src/engine/protocol.ts";

type NamedSide = Extract<CompareSide, { readonly name: string }>;

/** The lenders of a side among those of the input. A name that nobody has, and a segment that is gone, have none. */
export async function sideInput(analysis: Analysis, input: AcquisitionInput, side: CompareSide): Promise<SideInput> {
  switch (side.type) {
    case "all":
      return { ...input, kept: everybody(input), spend: sumOf(input.spend, () => true) };
    case "month": {
      const months = overlapOf(input.months, monthOf(side.month.from));
      const within = ({ month }: SpendRow): boolean => month === months.from;
      return { ...input, kept: everybody(input), months, spend: sumOf(input.spend, within) };
    }
    case "segment":
      return segmentInput(analysis, input, side.id);
    case "channel":
    case "kind":
    case "campaign":
    case "product":
      return namedInput(input, side);
  }
}

/** Who of a side's lenders first lent in the months asked for; who lent before history is in none of them. */
export function newOnes(side: SideInput): Uint8Array {
  const lenders = new Uint8Array(side.kept.length);
  eachNewLender(side, (lender) => {
    lenders[lender] = 1;
  });
  return lenders;
}

function namedInput(input: AcquisitionInput, { type, name }: NamedSide): SideInput {
  const code = namesOf(type, input).indexOf(name);
  const codeOf = codeOfEntry(type, input);
  const segmentCodes = codesOfSegments(type, input.cube);
  return {
    ...input,
    kept: onlyThose(everybody(input), (lender) => codeOf(lender) === code),
    keepsSegment: (segment) => segmentCodes[segment] === code && input.keepsSegment(segment),
    spend: type === "product" ? null : spendOnSide(type, name, input),
  };
}

async function segmentInput(analysis: Analysis, input: AcquisitionInput, id: string): Promise<SideInput> {
  const mask = await segmentMask(analysis, id);
  const kept = onlyThose(everybody(input), (lender) => mask?.[lender] === 1);
  const { calendar } = await analysis.cubesOf(kept);
  return { ...input, kept, cube: calendar, keepsSegment: () => true, spend: null };
}

/** By ledger code: who is among the lenders asked for. */
function everybody({ kept, profiles }: AcquisitionInput): Uint8Array {
  return kept?.slice(0, profiles.kind.length) ?? new Uint8Array(profiles.kind.length).fill(1);
}

/** Takes those out of a mask that do not fit. */
function onlyThose(mask: Uint8Array, fits: (lender: number) => boolean): Uint8Array {
  for (let lender = 0; lender < mask.length; lender++) if (mask[lender] === 1 && !fits(lender)) mask[lender] = 0;
  return mask;
}

function namesOf(
  dimension: Exclude<LenderDimension, "all" | "month">,
  { directory, productNames }: AcquisitionInput,
): readonly string[] {
  const { channelNames, campaignNames } = directory;
  return { channel: channelNames, kind: CHANNEL_KINDS, campaign: campaignNames, product: productNames }[dimension];
}

function spendOnSide(
  type: "channel" | "kind" | "campaign",
  name: string,
  { spend, directory }: AcquisitionInput,
): number | null {
  return spend && spendOn(type, name, spendByGroup(type, spend, directory));
}

function sumOf(spend: readonly SpendRow[] | null, isOn: (row: SpendRow) => boolean): number | null {
  return spend && spend.reduce((sum, row) => (isOn(row) ? sum + row.amount : sum), 0);
}

/** One month, or none when it is not among those asked for. */
function overlapOf({ from, to }: MonthSpan, month: number): MonthSpan {
  return month >= from && month <= to ? { from: month, to: month } : { from: month, to: month - 1 };
}
