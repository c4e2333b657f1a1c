import { KIND } from "#src/metrics/lenderProfiles.ts";
import { countLenderRows, lenderPass } from "#src/metrics/lenders/lenderPass.ts";
import { renewalChains, type RenewalChain } from "#src/metrics/projection/renewalChains.ts";
import { renewalCurve } from "#src/metrics/projection/renewalCohort.ts";

import type { Analysis, Ask } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { Held } from "#src/engine/held.ts";
import type { Filter, RenewalFitResult } from "#src/engine/protocol.ts";
import { runSteps } from "#src/engine/runSteps.ts";
import { SharedWork } from "#src/engine/sharedWork.ts";

/** As many curves as a chart can hold apart. */
const MOST_TERMS = 6;

/** The chains of all lenders of a term, and whose each is. */
interface TermChains {
  readonly lenders: number[];
  readonly chains: RenewalChain[];
}

type ChainsByTerm = ReadonlyMap<number, TermChains>;

/** By book and view of transfers; a filter only picks among them. */
const remembered = new WeakMap<Held["kept"], Map<string, SharedWork<ChainsByTerm>>>();

/** Renewal at successive maturities by term, the terms with the most lenders, shortest first. */
export async function renewalAnswer(
  analysis: Analysis,
  { filter }: { readonly filter: Filter },
): Promise<RenewalFitResult> {
  const { book } = analysis.held.kept;
  const byTerm = await chainsOf(analysis);
  const kept = await analysis.lendersKept(filter);
  const terms = [...byTerm]
    .map(([termDays, { lenders, chains }]) => ({
      termDays,
      chains: kept ? chains.filter((_, place) => kept[lenders[place]!] === 1) : chains,
    }))
    .filter(({ chains }) => chains.length > 0)
    .toSorted((a, b) => b.chains.length - a.chains.length || a.termDays - b.termDays)
    .slice(0, MOST_TERMS)
    .toSorted((a, b) => a.termDays - b.termDays);
  return {
    basis: basisOf(analysis.held, book.rows),
    groups: terms.map(({ termDays, chains }) => {
      const { maturities, observed, fit, survival, refusal } = renewalCurve(chains);
      return {
        termDays,
        maturities,
        observed,
        alpha: fit?.alpha ?? null,
        beta: fit?.beta ?? null,
        logLikelihood: fit?.logLikelihood ?? null,
        survival,
        refusal,
      };
    }),
  };
}

async function chainsOf(analysis: Analysis): Promise<ChainsByTerm> {
  const { held } = analysis;
  const { kept, state } = held;
  const views = remembered.get(kept) ?? new Map<string, SharedWork<ChainsByTerm>>();
  remembered.set(kept, views);
  const standing = views.get(state.settings.transfers);
  const work = standing?.isStopped === false ? standing : new SharedWork((all) => followed(held, all));
  views.set(state.settings.transfers, work);
  return work.wait(analysis);
}

async function followed({ kept, ledger, state }: Held, { signal, onProgress }: Ask): Promise<ChainsByTerm> {
  const { asOf, profiles } = kept.book;
  const { transfers } = state.settings;
  const input = {
    parts: await ledger.parts({ signal }),
    lenders: profiles.kind.length,
    asOf,
    // Accounts that are left out of the figures have no kind.
    wanted: profiles.kind.map((kind) => (kind === KIND.absent ? 0 : 1)),
  };
  const byTerm = new Map<number, TermChains>();
  const pass = lenderPass(input, countLenderRows(input), (lender, rows) => {
    for (const chain of renewalChains(rows, { asOf, transfers })) {
      const of = byTerm.get(chain.termDays) ?? { lenders: [], chains: [] };
      byTerm.set(chain.termDays, of);
      of.lenders.push(lender);
      of.chains.push(chain);
    }
  });
  await runSteps(pass, { signal, onProgress });
  return byTerm;
}
