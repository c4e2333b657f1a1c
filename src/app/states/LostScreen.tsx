import { Upload } from "lucide-react";

import type { AppEngineStore } from "#src/app/start/engineStore.ts";
import { Button } from "#src/ui/Button.tsx";
import { FileButton } from "#src/ui/FileButton.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useImportRunner } from "#src/view/importing.tsx";

import { FullPage } from "./FullPage.tsx";
import { RestoreButton } from "./RestoreButton.tsx";
import { strings } from "./strings.ts";

export interface LostScreenProps {
  readonly store: AppEngineStore;
}

/** Never the empty first-run screen: whoever had data here must learn that it is gone. */
export function LostScreen({ store }: LostScreenProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { importFiles } = useImportRunner();
  const lost = store.lastKnown();
  const reimport = async (files: readonly File[]): Promise<void> => {
    await store.startFresh();
    importFiles(files);
  };
  const actions = (
    <>
      <RestoreButton store={store} variant="primary" />
      <FileButton icon={<Upload size={14} aria-hidden />} onFiles={(files) => void reimport(files)}>
        {words.reimport}
      </FileButton>
      <Button onClick={() => void store.startFresh()}>{words.startFresh}</Button>
    </>
  );
  return (
    <FullPage alert title={words.lostTitle} actions={actions}>
      {lost && <p>{words.lostDetail(format.count(lost.imports), format.count(lost.rows))}</p>}
      <p>{words.lostAdvice}</p>
    </FullPage>
  );
}
