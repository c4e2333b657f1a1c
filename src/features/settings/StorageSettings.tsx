import { ShieldCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";

import { ActionRow } from "./ActionRow.tsx";
import { EraseDialog } from "./EraseDialog.tsx";
import { strings } from "./strings.ts";

export interface StorageUse {
  /** Null where the browser does not tell. */
  readonly usedBytes: number | null;
  /** The browser will not clear it by itself. */
  readonly persisted: boolean;
}

export interface StorageSettingsProps {
  readonly storage: StorageUse;
  /** Asks the browser to keep the data; resolves to its answer. */
  readonly onPersist: () => Promise<boolean>;
  readonly today: () => EpochDay;
  /** Removes what the page keeps beside the store; resolves to the names of what is left. */
  readonly onErased: () => Promise<readonly string[]>;
}

export function StorageSettings({ storage, onPersist, today, onErased }: StorageSettingsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const [erasing, setErasing] = useState(false);
  const { usedBytes, persisted } = storage;
  return (
    <Card title={words.storage} subtitle={words.storageSubtitle} padded={false}>
      <div className="divide-y divide-line border-t border-line">
        <Persistence persisted={persisted} onPersist={onPersist} />
        <div className="px-4 py-4">
          {usedBytes === null ? (
            <p className="text-ink-2">{words.unmeasured}</p>
          ) : (
            <>
              <h3 className="font-strong">{words.used(format.bytes(usedBytes))}</h3>
              <p className="mt-0.5 text-ink-2">{words.usedHint}</p>
            </>
          )}
        </div>
        <ActionRow title={words.erase} hint={words.eraseHint}>
          <Button variant="danger" onClick={() => setErasing(true)}>
            {words.eraseOpen}
          </Button>
        </ActionRow>
      </div>
      <EraseDialog open={erasing} onClose={() => setErasing(false)} today={today} onErased={onErased} />
    </Card>
  );
}

type PersistenceProps = Pick<StorageUse, "persisted"> & Pick<StorageSettingsProps, "onPersist">;

function Persistence({ persisted, onPersist }: PersistenceProps) {
  const words = useStrings(strings);
  const toast = useToast();

  async function ask() {
    const granted = await onPersist().catch(() => false);
    if (granted) toast.show({ title: words.persistGranted, tone: "good" });
    else toast.show({ title: words.persistRefused, detail: words.persistRefusedHint, tone: "bad" });
  }

  if (persisted) {
    return (
      <ActionRow
        icon={<ShieldCheck size={16} className="text-good" aria-hidden />}
        title={words.persisted}
        hint={words.persistedHint}
      />
    );
  }
  return (
    <ActionRow
      icon={<TriangleAlert size={16} className="text-warn" aria-hidden />}
      title={words.notPersisted}
      hint={isWebKit() ? words.notPersistedWebKit : words.notPersistedHint}
    >
      <Button onClick={() => void ask()}>{words.persist}</Button>
    </ActionRow>
  );
}

/** The engine of Safari, which removes what is not visited. */
function isWebKit(): boolean {
  return "GestureEvent" in globalThis;
}
