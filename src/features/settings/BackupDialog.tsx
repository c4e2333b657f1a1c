import { useState } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { TextField } from "#src/ui/TextField.tsx";

import { backupStrings } from "./backupStrings.ts";
import { RefusedText } from "./RefusedText.tsx";
import { useBackup } from "./useBackup.ts";

/** Shorter ones are found by trying. */
const SHORTEST = 8;

type Protection = "passphrase" | "none";

export interface BackupDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly today: () => EpochDay;
}

/** The passphrase is asked for unless its reader says no. */
export function BackupDialog({ open, onClose, today }: BackupDialogProps) {
  const words = useStrings(backupStrings);
  const [protection, setProtection] = useState<Protection>("passphrase");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const { progress, refusal, start, cancel } = useBackup(today);
  const ready = protection === "none" || (passphrase.length >= SHORTEST && passphrase === again);

  function close() {
    cancel();
    setPassphrase("");
    setAgain("");
    onClose();
  }

  async function make() {
    if (await start(protection === "none" ? null : passphrase)) close();
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={words.makeTitle}
      description={words.makeBody}
      actions={
        <>
          <Button onClick={close}>{words.cancel}</Button>
          <Button variant="primary" disabled={!ready || progress !== null} onClick={() => void make()}>
            {words.make}
          </Button>
        </>
      }
    >
      {progress === null ? (
        <div className="flex flex-col gap-4">
          <div className="flex flex-col items-start gap-1.5">
            <Segmented
              label={words.protection}
              value={protection}
              onChange={setProtection}
              options={[
                { value: "passphrase", label: words.withPassphrase },
                { value: "none", label: words.without },
              ]}
            />
            <p className="text-label text-ink-2">{protection === "none" ? words.withoutHint : words.passphraseHint}</p>
          </div>
          {protection === "passphrase" && (
            <>
              <TextField
                type="password"
                label={words.passphrase}
                value={passphrase}
                onChange={setPassphrase}
                error={passphrase !== "" && passphrase.length < SHORTEST ? words.tooShort : undefined}
              />
              <TextField
                type="password"
                label={words.again}
                value={again}
                onChange={setAgain}
                error={again !== "" && again !== passphrase ? words.differs : undefined}
              />
            </>
          )}
          {refusal !== null && <RefusedText refusal={refusal} />}
        </div>
      ) : (
        <ProgressBar label={words.making} {...progress} />
      )}
    </Dialog>
  );
}
