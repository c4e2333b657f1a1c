import { hunterTable } from "#src/metrics/acquisition/hunters.ts";
import { rulesAsked, unknownSigns } from "#src/metrics/lenders/unknownSigns.ts";
import { wantedSigns } from "#src/metrics/lenders/wantedSigns.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { HunterArgs, HunterResult } from "#src/engine/protocol.ts";
import { acquisitionSources } from "./acquisitionSources.ts";

/**
 * Bonus hunters by one thing that lenders have in common.
 *
 * The rules of the call say which signs are asked for. Amount and days are those of the settings, which the signs were
 * found with, and the answer's rules carry them. A sign that the data cannot show is not asked for.
 */
export async function hunterAnswer(analysis: Analysis, args: HunterArgs): Promise<HunterResult> {
  const { input, missing } = await acquisitionSources(analysis, args);
  const { shortestTermDays, hunterRules } = input.book;
  const unknown = unknownSigns(input.book, analysis.held.kept.book.rowsByType);
  const asked = wantedSigns(rulesAsked(args.rules, unknown));
  const { rows, ...table } = hunterTable(args.by, { ...input, asked });
  return {
    basis: basisOf(analysis.held, rows),
    rules: { ...args.rules, ...hunterRules },
    unknownSigns: unknown,
    shortestTermDays: shortestTermDays === 0 ? null : shortestTermDays,
    missing,
    ...table,
  };
}
