import { useState, type SyntheticEvent } from "react";

import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { TextField } from "#src/ui/TextField.tsx";

import { mappingStrings } from "./mappingStrings.ts";

export interface RenameDialogProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  const words = useStrings(mappingStrings);
  const [typed, setTyped] = useState(name);
  const isName = typed.trim() !== "";

  function save(event?: SyntheticEvent) {
    event?.preventDefault();
    if (!isName) return;
    if (typed.trim() !== name) onRename(typed.trim());
    onClose();
  }

  return (
    <Dialog
      open
      isForm
      onClose={onClose}
      title={words.renameTitle}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" disabled={!isName} onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <form onSubmit={save}>
        <TextField label={words.name} value={typed} onChange={setTyped} />
      </form>
    </Dialog>
  );
}
