import { ShieldCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";

import { EraseDialog } from "./EraseDialog.tsx";
import { strings } from "./strings.ts";

export interface StorageUse {
  /** Null where the browser does not tell. */
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** The browser will not clear it by itself. */
  readonly persisted: boolean;
}

export interface StorageSettingsProps {
  readonly storage: StorageUse;
  /** Asks the browser to keep the data; resolves to its answer. */
  readonly onPersist: () => Promise<boolean>;
  readonly today: () => EpochDay;
}

export function StorageSettings({ storage, onPersist, today }: StorageSettingsProps) {
  const words = useStrings(strings);
  const [erasing, setErasing] = useState(false);
  return (
    <Card title={words.storage} subtitle={words.storageSubtitle} padded={false}>
      <div className="divide-y divide-line border-t border-line">
        <div className="px-4 py-4">
          <Used storage={storage} />
        </div>
        <Persistence persisted={storage.persisted} onPersist={onPersist} />
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-4">
          <div className="min-w-0 flex-1 basis-72">
            <h3 className="font-strong">{words.erase}</h3>
            <p className="mt-0.5 max-w-prose text-ink-2">{words.eraseHint}</p>
          </div>
          <Button variant="danger" onClick={() => setErasing(true)}>
            {words.eraseOpen}
          </Button>
        </div>
      </div>
      <EraseDialog open={erasing} onClose={() => setErasing(false)} today={today} />
    </Card>
  );
}

function Used({ storage: { usedBytes, quotaBytes } }: Pick<StorageSettingsProps, "storage">) {
  const words = useStrings(strings);
  const format = useFormat();
  if (usedBytes === null || quotaBytes === null) return <p className="text-ink-2">{words.unmeasured}</p>;
  return (
    <ProgressBar
      label={words.usedLabel}
      done={usedBytes}
      total={quotaBytes}
      detail={words.used(format.bytes(usedBytes), format.bytes(quotaBytes))}
    />
  );
}

interface PersistenceProps {
  readonly persisted: boolean;
  readonly onPersist: () => Promise<boolean>;
}

function Persistence({ persisted, onPersist }: PersistenceProps) {
  const words = useStrings(strings);
  const toast = useToast();

  async function ask() {
    if (await onPersist()) toast.show({ title: words.persistGranted, tone: "good" });
    else toast.show({ title: words.persistRefused, detail: words.persistRefusedHint, tone: "bad" });
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-4">
      <div className="flex min-w-0 flex-1 basis-72 gap-2.5">
        {persisted ? (
          <ShieldCheck size={16} className="mt-0.5 shrink-0 text-good" aria-hidden />
        ) : (
          <TriangleAlert size={16} className="mt-0.5 shrink-0 text-warn" aria-hidden />
        )}
        <div className="min-w-0">
          <h3 className="font-strong">{persisted ? words.persisted : words.notPersisted}</h3>
          <p className="mt-0.5 text-ink-2">{persisted ? words.persistedHint : words.notPersistedHint}</p>
        </div>
      </div>
      {!persisted && <Button onClick={() => void ask()}>{words.persist}</Button>}
    </div>
  );
}
