import { useState } from "react";

import type { AppEngineStore } from "#src/app/start/engineStore.ts";
import type { StoreRefusal } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { errorText } from "#src/ui/errorText.ts";
import { useLanguage, useStrings } from "#src/ui/language.tsx";

import { FullPage } from "./FullPage.tsx";
import { LostScreen } from "./LostScreen.tsx";
import { strings } from "./strings.ts";

export interface RefusedScreenProps {
  readonly refusal: StoreRefusal;
  readonly store: AppEngineStore;
}

/** The store cannot be opened; the words say what to do, the buttons do it. */
export function RefusedScreen({ refusal, store }: RefusedScreenProps) {
  const language = useLanguage();
  if (refusal.code === "STORAGE_LOST") return <LostScreen store={store} />;
  const { what, fix } = errorText(refusal, language);
  return (
    <FullPage alert title={what} actions={<Actions refusal={refusal} store={store} />}>
      <p>{fix}</p>
    </FullPage>
  );
}

function Actions({ refusal, store }: RefusedScreenProps) {
  const words = useStrings(strings);
  const [erasing, setErasing] = useState(false);
  if (refusal.code === "STORAGE_NEWER") {
    return (
      <Button variant="primary" onClick={() => location.reload()}>
        {words.reload}
      </Button>
    );
  }
  return (
    <>
      <Button variant="primary" onClick={() => void store.open()}>
        {words.tryAgain}
      </Button>
      {refusal.code === "STORAGE_CORRUPT" && (
        <Button variant="danger" onClick={() => setErasing(true)}>
          {words.erase}
        </Button>
      )}
      <ConfirmDialog
        open={erasing}
        title={words.eraseTitle}
        description={words.eraseDetail}
        confirmLabel={words.erase}
        danger
        onConfirm={() => void store.startFresh()}
        onClose={() => setErasing(false)}
      />
    </>
  );
}
