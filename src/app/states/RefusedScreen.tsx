import { useEffect } from "react";

import type { AppEngineStore } from "#src/app/start/engineStore.ts";
import type { StoreRefusal } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { errorText } from "#src/ui/errorText.ts";
import { useLanguage, useStrings } from "#src/ui/language.tsx";

import { DamagedScreen } from "./DamagedScreen.tsx";
import { FullPage } from "./FullPage.tsx";
import { LostScreen } from "./LostScreen.tsx";
import { strings } from "./strings.ts";

/** Between two tries to open what another tab holds. */
const RETRY_MS = 2_000;

export interface RefusedScreenProps {
  readonly refusal: StoreRefusal;
  readonly store: AppEngineStore;
}

/** The store cannot be opened; the words say what to do, the buttons do it. */
export function RefusedScreen({ refusal, store }: RefusedScreenProps) {
  switch (refusal.code) {
    case "STORAGE_LOST":
      return <LostScreen store={store} />;
    case "STORAGE_CORRUPT":
      return <DamagedScreen refusal={refusal} store={store} />;
    case "STORAGE_BLOCKED":
      return <BlockedScreen refusal={refusal} store={store} />;
    case "STORAGE_FULL":
      return <FullScreen store={store} />;
    case "STORAGE_NEWER":
      return <NewerScreen refusal={refusal} />;
  }
}

/** Goes on by itself: the reader may be busy closing tabs. */
function BlockedScreen({ refusal, store }: RefusedScreenProps) {
  const words = useStrings(strings);
  const { what, fix } = errorText(refusal, useLanguage());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const tryLater = (): void => {
      timer = setTimeout(() => void store.retry().then(() => isGone || tryLater()), RETRY_MS);
    };
    tryLater();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [store]);
  return (
    <FullPage alert title={what} actions={<TryAgain store={store} />}>
      <p>{fix}</p>
      <p>{words.blockedWaiting}</p>
    </FullPage>
  );
}

function FullScreen({ store }: Pick<RefusedScreenProps, "store">) {
  const words = useStrings(strings);
  return (
    <FullPage alert title={words.fullTitle} actions={<TryAgain store={store} />}>
      <p>{words.fullDetail}</p>
    </FullPage>
  );
}

function NewerScreen({ refusal }: Pick<RefusedScreenProps, "refusal">) {
  const words = useStrings(strings);
  const { what, fix } = errorText(refusal, useLanguage());
  const reload = (
    <Button variant="primary" onClick={() => location.reload()}>
      {words.reload}
    </Button>
  );
  return (
    <FullPage alert title={what} actions={reload}>
      <p>{fix}</p>
    </FullPage>
  );
}

function TryAgain({ store }: Pick<RefusedScreenProps, "store">) {
  const words = useStrings(strings);
  return (
    <Button variant="primary" onClick={() => void store.open()}>
      {words.tryAgain}
    </Button>
  );
}
