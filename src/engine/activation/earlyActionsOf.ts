import { readEarlyActions, type EarlyActions } from "#src/metrics/activation/earlyActions.ts";
import type { FollowUp } from "#src/metrics/activation/earlyRows.ts";

import type { Ask } from "#src/engine/analysis.ts";
import type { Held } from "#src/engine/held.ts";
import { runSteps } from "#src/engine/runSteps.ts";
import { SharedWork } from "#src/engine/sharedWork.ts";

/** Of one book; each holds 60 bytes or so a lender. */
const REMEMBERED = 3;

const remembered = new WeakMap<Held["kept"], Map<string, SharedWork<EarlyActions>>>();

/** What lenders did early; the last few follow-ups are remembered while the data stays as it is. */
export async function earlyActionsOf(held: Held, followUp: FollowUp, ask: Ask): Promise<EarlyActions> {
  const works = remembered.get(held.kept) ?? new Map<string, SharedWork<EarlyActions>>();
  remembered.set(held.kept, works);
  const key = JSON.stringify(followUp);
  const standing = works.get(key);
  const work = standing?.isStopped === false ? standing : new SharedWork((all) => read(held, followUp, all));
  works.delete(key);
  works.set(key, work);
  for (const oldest of works.keys()) if (works.size > REMEMBERED) works.delete(oldest);
  return work.wait(ask);
}

async function read({ kept, ledger }: Held, followUp: FollowUp, { signal, onProgress }: Ask): Promise<EarlyActions> {
  const { asOf, profiles } = kept.book;
  const parts = await ledger.parts({ signal });
  return runSteps(readEarlyActions({ ...followUp, parts, profiles, asOf }), { signal, onProgress });
}
