import { useState } from "react";

import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { useStrings } from "#src/ui/language.tsx";

import { FullPage } from "./FullPage.tsx";
import type { RefusedScreenProps } from "./RefusedScreen.tsx";
import { RestoreButton } from "./RestoreButton.tsx";
import { strings } from "./strings.ts";

/** Names what is damaged and offers the smallest loss first. */
export function DamagedScreen({ refusal, store }: RefusedScreenProps) {
  const words = useStrings(strings);
  const [asking, setAsking] = useState<"remove" | "erase" | null>(null);
  const { importId, fileName } = refusal;
  const file = fileName ?? words.damagedImport(importId ?? 0);
  const actions = (
    <>
      {importId !== undefined && (
        <Button variant="primary" onClick={() => setAsking("remove")}>
          {words.removeImport}
        </Button>
      )}
      <RestoreButton store={store} />
      <Button onClick={() => void store.open()}>{words.tryAgain}</Button>
      <Button variant="danger" onClick={() => setAsking("erase")}>
        {words.erase}
      </Button>
    </>
  );
  return (
    <FullPage alert title={importId === undefined ? words.damagedAllTitle : words.damagedTitle(file)} actions={actions}>
      <p>{importId === undefined ? words.damagedAll : words.damagedDetail}</p>
      <p className="text-micro break-words text-ink-3">
        {words.code}: <code className="font-mono">{`${refusal.code}: ${refusal.message}`}</code>
      </p>
      {importId !== undefined && (
        <ConfirmDialog
          open={asking === "remove"}
          title={words.removeTitle(file)}
          description={words.removeDetail}
          confirmLabel={words.removeImport}
          danger
          onConfirm={() => void store.removeImport(importId)}
          onClose={() => setAsking(null)}
        />
      )}
      <ConfirmDialog
        open={asking === "erase"}
        title={words.eraseTitle}
        description={words.eraseDetail}
        confirmLabel={words.erase}
        danger
        onConfirm={() => void store.startFresh()}
        onClose={() => setAsking(null)}
      />
    </FullPage>
  );
}
