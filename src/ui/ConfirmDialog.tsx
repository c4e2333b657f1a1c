import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";

const en = { cancel: "Cancel" };
const zh: typeof en = { cancel: "取消" };
const strings: Catalogue<typeof en> = { en, zh };

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly description: string;
  /** Says what happens: "Delete 3 imports". */
  readonly confirmLabel: string;
  readonly danger?: boolean | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, description, confirmLabel, danger = false, onConfirm, onClose } = props;
  const words = useStrings(strings);
  const actions = (
    <>
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button
        variant={danger ? "danger" : "primary"}
        onClick={() => {
          onConfirm();
          onClose();
        }}
      >
        {confirmLabel}
      </Button>
    </>
  );
  return <Dialog open={open} onClose={onClose} title={title} description={description} actions={actions} />;
}
