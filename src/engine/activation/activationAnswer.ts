import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { shareOf } from "#src/metrics/acquisition/share.ts";
import { scanActivation, type ActivationScan } from "#src/metrics/activation/activationScan.ts";
import type { ConfusionCounts } from "#src/metrics/activation/confusion.ts";
import type { EarlyActions } from "#src/metrics/activation/earlyActions.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { Held } from "#src/engine/held.ts";
import type { ActivationArgs, ActivationResult, OnProgress } from "#src/engine/protocol.ts";
import { runSteps } from "#src/engine/runSteps.ts";

import { earlyActionsOf } from "./earlyActionsOf.ts";

const RECENT_DAYS = 90;

/** Which early behaviour goes with staying: read once for the windows asked for, then searched. */
export async function activationAnswer(analysis: Analysis, args: ActivationArgs): Promise<ActivationResult> {
  const { held, signal, onProgress } = analysis;
  const { windows, refused } = ofWindows(args);
  const kept = await analysis.lendersKept(args.filter);
  const followUp = { windows, followUpDays: args.followUpDays, transfers: held.state.settings.transfers };
  const early = await earlyActionsOf(held, followUp, { signal, onProgress: half(onProgress, 0) });
  const { known, unknown } = ofActions(args, early);
  const grid = { actions: known, thresholds: args.thresholds };
  const { splitDay, permutations } = args;
  const scan = await runSteps(scanActivation({ early, kept, grid, splitDay, permutations }), {
    signal,
    onProgress: half(onProgress, 1),
  });
  return {
    basis: basisOf(held, held.kept.book.rows),
    lenders: scan.lenders,
    trainLenders: scan.trainLenders,
    holdoutLenders: scan.holdoutLenders,
    // Either the day asked for or one of a first lend.
    splitDay: scan.splitDay as ActivationResult["splitDay"],
    outcome: { fromDay: windows.at(-1) ?? 0, toDay: args.followUpDays },
    candidates: scan.candidates,
    unknownActions: unknown,
    refusedWindows: refused,
    recentNewLenders: recentNewLenders(held, kept),
    best: bestOf(scan, permutations),
    trial: scan.trial,
  };
}

/** Ascending, each once; the outcome must come after all of them. */
function ofWindows({ windows, followUpDays }: ActivationArgs): {
  readonly windows: number[];
  readonly refused: number[];
} {
  const all = [...new Set(windows)].toSorted((a, b) => a - b);
  const isBefore = (days: number): boolean => days > 0 && days < followUpDays;
  return { windows: all.filter(isBefore), refused: all.filter((days) => !isBefore(days)) };
}

function ofActions({ actions }: ActivationArgs, { counts }: EarlyActions) {
  return {
    known: actions.filter((action) => counts[action] !== null),
    unknown: actions.filter((action) => counts[action] === null),
  };
}

function bestOf({ best }: ActivationScan, permutations: number): ActivationResult["best"] {
  if (best === null) return null;
  const { all, ...rest } = best;
  return {
    ...rest,
    permutations,
    ...stayed(all),
    later: best.holdout && stayed(best.holdout),
  };
}

/** Among those who did it and those who did not. */
function stayed({ truePositive, falsePositive, falseNegative, trueNegative }: ConfusionCounts) {
  return {
    did: shareOf(truePositive, truePositive + falsePositive),
    didNot: shareOf(falseNegative, falseNegative + trueNegative),
  };
}

/** First lends of the last 90 days, or of as many as there are. */
function recentNewLenders(
  { kept: { book } }: Held,
  kept: Uint8Array | undefined,
): ActivationResult["recentNewLenders"] {
  const { firstDay, asOf, profiles } = book;
  if (firstDay === null) return null;
  const days = Math.min(RECENT_DAYS, asOf - firstDay + 1);
  const since = (asOf - days + 1) * SECONDS_A_DAY;
  let lenders = 0;
  for (let lender = 0; lender < profiles.kind.length; lender++) {
    const isRecent = profiles.kind[lender] === KIND.lent && profiles.firstInstant[lender]! >= since;
    if (isRecent && (kept?.[lender] ?? 1) === 1) lenders++;
  }
  return { lenders, days };
}

/** Reading and searching are each half of the work. */
function half(onProgress: OnProgress | undefined, before: 0 | 1): OnProgress | undefined {
  return onProgress && (({ done, total }) => onProgress({ done: done + before * total, total: total * 2 }));
}
