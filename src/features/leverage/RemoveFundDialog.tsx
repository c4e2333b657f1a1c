import { Link } from "@tanstack/react-router";

import { Button, buttonClass } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { EntryImport } from "#src/view/useMadeEntries.ts";

import { fundStrings } from "./fundStrings.ts";

export interface RemoveFundDialogProps {
  /** What goes: "Net assets ¥45.00M". */
  readonly name: string;
  /** Where it is stored. */
  readonly held: EntryImport;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** A fund goes with its import, which must hold nothing else; the reader is told how else it can be done. */
export function RemoveFundDialog({ name, held, onRemove, onClose }: RemoveFundDialogProps) {
  const words = useStrings(fundStrings);
  if (held.rows > 1) return <HeldDialog held={held} onClose={onClose} />;
  return (
    <ConfirmDialog
      open
      danger
      title={words.removeTitle(name)}
      description={words.removeDetail}
      confirmLabel={words.remove}
      onConfirm={onRemove}
      onClose={onClose}
    />
  );
}

export function HeldDialog({ held, onClose }: Pick<RemoveFundDialogProps, "held" | "onClose">) {
  const words = useStrings(fundStrings);
  const format = useFormat();
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.heldTitle}
      description={words.heldBy(held.fileName, format.count(held.rows))}
      actions={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          <Link to="/data" className={buttonClass("primary", "md")}>
            {words.openData}
          </Link>
        </>
      }
    />
  );
}
