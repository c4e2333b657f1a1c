import type { ReactNode } from "react";

import { Button } from "./Button.tsx";
import { ConfirmDialog } from "./ConfirmDialog.tsx";
import { Dialog } from "./Dialog.tsx";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";

const en = {
  title: (name: string) => `Remove ${name}?`,
  remove: "Remove",
  close: "Close",
  heldTitle: "It came with a file",
  heldBy: (file: string, rows: string) => `${file} brought it together with other rows (${rows} in all).`,
};
const zh: typeof en = {
  title: (name) => `移除${name}？`,
  remove: "移除",
  close: "关闭",
  heldTitle: "它来自一个文件",
  heldBy: (file, rows) => `${file} 中还有其他行（共 ${rows} 行）。`,
};
const strings: Catalogue<typeof en> = { en, zh };

export interface HeldRowDialogProps {
  /** The import that the row is stored in. */
  readonly held: { readonly fileName: string; readonly rows: number };
  /** What can be done instead. */
  readonly instead: string;
  /** Leads to the imports. */
  readonly link: ReactNode;
  readonly onClose: () => void;
}

export interface RemoveRowDialogProps extends HeldRowDialogProps {
  /** What goes: "Volume, Mar 2025". */
  readonly name: string;
  /** What its going brings about. */
  readonly detail: string;
  readonly onRemove: () => void;
}

/** A row goes with its import, which must hold nothing else; the reader is told how else it can be done. */
export function RemoveRowDialog({ name, detail, onRemove, ...rest }: RemoveRowDialogProps) {
  const words = useStrings(strings);
  if (rest.held.rows > 1) return <HeldRowDialog {...rest} />;
  return (
    <ConfirmDialog
      open
      danger
      title={words.title(name)}
      description={detail}
      confirmLabel={words.remove}
      onConfirm={onRemove}
      onClose={rest.onClose}
    />
  );
}

/** Why a row cannot be changed or removed by itself. */
export function HeldRowDialog({ held, instead, link, onClose }: HeldRowDialogProps) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.heldTitle}
      description={`${words.heldBy(held.fileName, format.count(held.rows))} ${instead}`}
      actions={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          {link}
        </>
      }
    />
  );
}
