import type { Analyses, Analysis } from "./analysis.ts";
import type { Held } from "./held.ts";
import type { EngineMethods, OnProgress } from "./protocol.ts";

type AnalysisMethods = Pick<
  EngineMethods,
  | "acquisition"
  | "hunters"
  | "compareAcquisition"
  | "cohortProjection"
  | "renewalFit"
  | "retention"
  | "internalAccounts"
  | "lenders"
  | "lender"
  | "openLots"
  | "concentration"
  | "activation"
  | "targets"
  | "annotations"
  | "profitability"
  | "profitWhatIf"
  | "vintages"
  | "loans"
  | "loanSchedule"
  | "matching"
  | "leverage"
  | "funds"
>;

/**
 * The methods about lenders and what stands beside the ledger; each is answered in the file of its name, which is loaded
 * when it is first asked.
 */
export function analysisMethods(current: () => Promise<Held>, analyses: Analyses): AnalysisMethods {
  const answering =
    <Args, Answer>(load: () => Promise<(analysis: Analysis, args: Args) => Promise<Answer>>) =>
    async (args: Args, signal?: AbortSignal, onProgress?: OnProgress): Promise<Answer> => {
      const answer = await load();
      return answer(analyses(await current(), { signal, onProgress }), args);
    };
  return {
    acquisition: answering(async () => (await import("./acquisition/acquisitionAnswer.ts")).acquisitionAnswer),
    hunters: answering(async () => (await import("./acquisition/hunterAnswer.ts")).hunterAnswer),
    compareAcquisition: answering(async () => (await import("./acquisition/compareAnswer.ts")).compareAnswer),
    cohortProjection: answering(async () => (await import("./cohorts/projectionAnswer.ts")).projectionAnswer),
    renewalFit: answering(async () => (await import("./cohorts/renewalAnswer.ts")).renewalAnswer),
    retention: answering(async () => (await import("./cohorts/retentionAnswer.ts")).retentionAnswer),
    internalAccounts: answering(async () => (await import("./lenders/internalAnswer.ts")).internalAnswer),
    lenders: answering(async () => (await import("./lenders/lendersAnswer.ts")).lendersAnswer),
    lender: answering(async () => (await import("./lenders/lenderAnswer.ts")).lenderAnswer),
    openLots: answering(async () => (await import("./lenders/openLotsAnswer.ts")).openLotsAnswer),
    concentration: answering(async () => (await import("./lenders/concentrationAnswer.ts")).concentrationAnswer),
    activation: answering(async () => (await import("./activation/activationAnswer.ts")).activationAnswer),
    targets: answering(async () => (await import("./targets/targetsAnswer.ts")).targetsAnswer),
    profitability: answering(async () => (await import("./credit/profitabilityAnswer.ts")).profitabilityAnswer),
    profitWhatIf: answering(async () => (await import("./credit/whatIfAnswer.ts")).whatIfAnswer),
    vintages: answering(async () => (await import("./credit/vintagesAnswer.ts")).vintagesAnswer),
    loans: answering(async () => (await import("./credit/loansAnswer.ts")).loansAnswer),
    loanSchedule: answering(async () => (await import("./credit/loanScheduleAnswer.ts")).loanScheduleAnswer),
    matching: answering(async () => (await import("./platform/matchingAnswer.ts")).matchingAnswer),
    leverage: answering(async () => (await import("./platform/leverageAnswer.ts")).leverageAnswer),
    funds: answering(async () => (await import("./platform/fundsAnswer.ts")).fundsAnswer),
    annotations: answering(async () => (await import("./targets/annotationsAnswer.ts")).annotationsAnswer),
  };
}
