import { Link } from "@tanstack/react-router";

import { Button, buttonClass } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { strings } from "./strings.ts";
import type { EntryImport } from "./useEntries.ts";

export interface RemoveDialogProps {
  /** What goes: "Volume, Mar 2025". */
  readonly name: string;
  /** Where it is stored. */
  readonly held: EntryImport;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** A row goes with its import, which must hold nothing else; the reader is told which import holds it otherwise. */
export function RemoveDialog({ name, held, onRemove, onClose }: RemoveDialogProps) {
  const words = useStrings(strings);
  const format = useFormat();
  if (held.rows === 1) {
    return (
      <ConfirmDialog
        open
        danger
        title={words.removeTitle(name)}
        description={words.removeDetail}
        confirmLabel={words.removeTarget}
        onConfirm={onRemove}
        onClose={onClose}
      />
    );
  }
  const actions = (
    <>
      <Button onClick={onClose}>{words.close}</Button>
      <Link to="/data" className={buttonClass("primary", "md")}>
        {words.openData}
      </Link>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.heldTitle}
      description={words.heldBy(held.fileName, format.count(held.rows))}
      actions={actions}
    />
  );
}
