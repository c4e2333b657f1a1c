import { useState, type SyntheticEvent } from "react";

import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";
import { TextField } from "./TextField.tsx";

const en = { name: "Name", save: "Save", cancel: "Cancel" };
const zh: typeof en = { name: "名称", save: "保存", cancel: "取消" };
const strings: Catalogue<typeof en> = { en, zh };

export interface RenameDialogProps {
  readonly title: string;
  /** As it is now. */
  readonly name: string;
  /** Why another name cannot be taken; undefined where it can. */
  readonly refusal?: ((name: string) => string | undefined) | undefined;
  /** Called with another name than it has, without spaces around it. */
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

export function RenameDialog({ title, name, refusal, onRename, onClose }: RenameDialogProps) {
  const words = useStrings(strings);
  const [typed, setTyped] = useState(name);
  const next = typed.trim();
  const error = next === name ? undefined : refusal?.(next);
  const isFit = next !== "" && error === undefined;

  function save(event?: SyntheticEvent) {
    event?.preventDefault();
    if (!isFit) return;
    if (next !== name) onRename(next);
    onClose();
  }

  return (
    <Dialog
      open
      isForm
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" disabled={!isFit} onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <form onSubmit={save}>
        <TextField label={words.name} value={typed} onChange={setTyped} error={error} />
      </form>
    </Dialog>
  );
}
