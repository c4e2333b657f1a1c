import { refused } from "#src/domain/result.ts";

import { planCompaction } from "./compaction.ts";
import type { Holder } from "./holder.ts";
import { CHANGED_MEANWHILE } from "./importQueue.ts";
import { Ledger } from "./ledger.ts";
import type { EngineMethods, StoreRefusal } from "./protocol.ts";
import { settled, StoreRefused, valueOf } from "./storeFault.ts";

type KeepingMethods = Pick<
  EngineMethods,
  "deleteImports" | "eraseEverything" | "backup" | "backupSummary" | "restore" | "compact"
>;

const COMPACTED: StoreRefusal = {
  code: "STORAGE_BLOCKED",
  message: "rows of this import, or rows that it stands over, were compacted away; it can no longer be undone",
};

/** The methods that change what is stored without taking files in. */
export function keepingMethods(holder: Holder, { forgetDrops }: { readonly forgetDrops: () => void }): KeepingMethods {
  const { store } = holder;

  async function compact(signal: AbortSignal | undefined): Promise<number> {
    const held = await holder.checked();
    const plan = await planCompaction(held, store, signal);
    if (!plan) return 0;
    const outcome = valueOf(await store.compact(plan.compacted, plan.gone, held.state.dataVersion));
    if (outcome.type !== "committed") throw new StoreRefused(CHANGED_MEANWHILE);
    const state = valueOf(await store.readState());
    // No figure changed: the store has carried the summaries on.
    holder.replace({ ...held, state, ledger: Ledger.stored(store, state.partitions, held.ledger) });
    return plan.rows;
  }

  return {
    deleteImports: ({ importIds, today }) =>
      settled(() =>
        holder.writeAlone(async () => {
          const state = await holder.stored();
          const isClosed = state.imports.some(
            ({ importId, isCompacted }) => isCompacted === true && importIds.includes(importId),
          );
          if (isClosed) throw new StoreRefused(COMPACTED);
          const outcome = valueOf(await store.deleteImports(importIds, state.dataVersion));
          if (outcome.type !== "committed") throw new StoreRefused(CHANGED_MEANWHILE);
          return holder.reopened(today);
        }),
      ),
    eraseEverything: ({ today }) =>
      settled(() =>
        holder.writeAlone(async () => {
          forgetDrops();
          valueOf(await store.erase());
          valueOf(await store.open());
          return holder.reopened(today, { isOther: true });
        }),
      ),
    backup: ({ passphrase, nowMs }, signal, onProgress) =>
      holder.writeAlone(async () => {
        const made = await store.backup({
          passphrase: passphrase ?? undefined,
          nowMs,
          signal,
          onProgress: (done, total) => onProgress?.({ done, total }),
        });
        if (made.ok) {
          const held = await holder.current();
          const state = await store.readState();
          if (state.ok && state.value.dataVersion === held.state.dataVersion) {
            holder.replace({ ...held, state: state.value });
          }
        }
        return made;
      }, signal),
    backupSummary: ({ file }) => store.readBackupSummary(file),
    restore: ({ file, passphrase, today }, signal, onProgress) =>
      holder.writeAlone(
        () =>
          holder.inTurn(async (): ReturnType<KeepingMethods["restore"]> => {
            const restored = await store.restore(file, {
              passphrase: passphrase ?? undefined,
              signal,
              onProgress: (done, total) => onProgress?.({ done, total }),
            });
            if (!restored.ok) return refused(restored.refusal);
            return settled(() => holder.reopened(today, { isOther: true }));
          }, signal),
        signal,
      ),
    compact: (_, signal) => holder.writeAlone(() => holder.inTurn(() => compact(signal), signal), signal),
  };
}
