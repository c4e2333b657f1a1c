import { useState } from "react";

import type { Drop, Progress, TableChoice } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";

import { DropReview } from "./DropReview.tsx";
import { strings } from "./strings.ts";
import { useCounted } from "./useCounted.ts";

export interface ReviewSheetProps {
  readonly fileCount: number;
  /** Undefined while the files are unpacked and looked at. */
  readonly drop: Drop | undefined;
  readonly progress: Progress | undefined;
  readonly onImport: (choices: readonly TableChoice[]) => void;
  /** Nothing is imported. */
  readonly onClose: () => void;
}

/** What was dropped, what it is and what importing it would change; nothing is stored before "Import". */
export function ReviewSheet({ fileCount, drop, progress, onImport, onClose }: ReviewSheetProps) {
  const words = useStrings(strings);
  const counted = useCounted();
  const [isTouched, setTouched] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const leave = (): void => (isTouched ? setLeaving(true) : onClose());
  return (
    <Dialog
      open
      isSheet
      widthPx={1200}
      onClose={leave}
      title={counted(fileCount, drop === undefined ? words.opening : words.title)}
    >
      {drop === undefined ? (
        <Opening fileCount={fileCount} progress={progress} onClose={onClose} />
      ) : (
        <DropReview drop={drop} onImport={onImport} onClose={leave} onTouched={() => setTouched(true)} />
      )}
      <ConfirmDialog
        open={isLeaving}
        title={words.lose.title}
        description={words.lose.description}
        confirmLabel={words.lose.confirm}
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      />
    </Dialog>
  );
}

function Opening({ fileCount, progress, onClose }: Pick<ReviewSheetProps, "fileCount" | "progress" | "onClose">) {
  const words = useStrings(strings);
  const format = useFormat();
  const counted = useCounted();
  const { done, total } = progress ?? { done: 0, total: 0 };
  return (
    <div className="m-auto flex w-full max-w-sm flex-col items-center gap-4 p-5 text-center">
      <ProgressBar
        label={counted(fileCount, words.opening)}
        done={done}
        total={total}
        detail={total > 0 ? words.readBytes(format.bytes(done), format.bytes(total)) : undefined}
      />
      <p className="text-ink-2">{words.openingDetail}</p>
      <Button onClick={onClose}>{words.cancel}</Button>
    </div>
  );
}
