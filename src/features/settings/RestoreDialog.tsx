import { FileArchive } from "lucide-react";
import { useState } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import type { BackupSummary, EngineStatus } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { FileButton } from "#src/ui/FileButton.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";
import { TextField } from "#src/ui/TextField.tsx";

import { backupStrings } from "./backupStrings.ts";
import { RefusedText } from "./RefusedText.tsx";
import { useRestore } from "./useRestore.ts";

export interface RestoreDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly today: () => EpochDay;
  /** What the restored backup replaces; null while nobody can tell. */
  readonly stored: Pick<EngineStatus, "imports" | "rows"> | null;
  readonly onRestored: (status: EngineStatus) => void;
}

export function RestoreDialog({ open, onClose, today, stored, onRestored }: RestoreDialogProps) {
  const words = useStrings(backupStrings);
  const [passphrase, setPassphrase] = useState("");
  const { step, refusal, choose, restore, cancel } = useRestore(today);
  const summary = step.type === "chosen" || step.type === "restoring" ? step.summary : null;
  const canRestore = step.type === "chosen" && (!step.summary.isEncrypted || passphrase !== "");

  function close() {
    cancel();
    setPassphrase("");
    onClose();
  }

  async function confirm() {
    const status = await restore(summary?.isEncrypted === true ? passphrase : null);
    if (!status) return;
    close();
    onRestored(status);
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={words.restoreTitle}
      description={words.restoreBody}
      actions={
        <>
          <Button onClick={close}>{words.cancel}</Button>
          {summary !== null && (
            <Button variant="danger" disabled={!canRestore} onClick={() => void confirm()}>
              {stored?.imports === 0 ? words.confirmEmpty : words.confirm}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col items-stretch gap-4">
        {step.type !== "restoring" && (
          <div>
            <FileButton
              accept=".dipper"
              variant={summary === null ? "primary" : "secondary"}
              icon={<FileArchive size={14} aria-hidden />}
              disabled={step.type === "reading"}
              onFiles={([file]) => file && void choose(file)}
            >
              {summary === null ? words.choose : words.chooseOther}
            </FileButton>
          </div>
        )}
        {step.type === "reading" && <ProgressBar label={words.reading} done={0} total={0} />}
        {summary !== null && <Summary summary={summary} />}
        {step.type === "chosen" && (
          <>
            {step.summary.isEncrypted && (
              <TextField type="password" label={words.passphrase} value={passphrase} onChange={setPassphrase} />
            )}
            <Replaced stored={stored} />
          </>
        )}
        {step.type === "restoring" && <ProgressBar label={words.restoring} {...step.progress} />}
        {refusal !== null && <RefusedText refusal={refusal} />}
      </div>
    </Dialog>
  );
}

function Summary({ summary }: { readonly summary: BackupSummary }) {
  const words = useStrings(backupStrings);
  const format = useFormat();
  const facts = [
    [words.madeAt, format.deviceTime(summary.madeAtMs)],
    [words.imports, format.count(summary.imports)],
    [words.rows, format.count(summary.rows)],
    [words.protectedBy, summary.isEncrypted ? words.yes : words.no],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-2 rounded-node bg-sunken px-4 py-3">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-label text-ink-3">{name}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Replaced({ stored }: Pick<RestoreDialogProps, "stored">) {
  const words = useStrings(backupStrings);
  const format = useFormat();
  if (stored === null) return <p>{words.replacesLost}</p>;
  if (stored.imports === 0) return <p className="text-ink-2">{words.replacesNothing}</p>;
  return <p className="font-medium">{words.replaces(format.count(stored.imports), format.count(stored.rows))}</p>;
}
