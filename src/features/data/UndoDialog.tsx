import type { ImportRecord } from "#src/domain/imports.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { spanOf, storedRows } from "./importModel.ts";
import { strings } from "./strings.ts";
import { useCounted } from "./useCounted.ts";
import { useDeleteImports } from "./useDeleteImports.ts";

export interface UndoDialogProps {
  readonly record: ImportRecord;
  readonly today: () => EpochDay;
  readonly onClose: () => void;
  /** Once it is gone. */
  readonly onUndone?: () => void;
}

/** Says what leaves the figures before it does. */
export function UndoDialog({ record, today, onClose, onUndone }: UndoDialogProps) {
  const { fileName, importId, counts } = record;
  const words = useStrings(strings);
  const format = useFormat();
  const counted = useCounted();
  const { mutateAsync } = useDeleteImports(today);
  const span = spanOf(record);

  async function undo() {
    const result = await mutateAsync({ importIds: [importId], done: words.deleted(fileName) }).catch(() => undefined);
    if (result?.ok === true) onUndone?.();
  }

  function consequence(): string {
    if (span === null) return words.deleteEmptyBody;
    const days = format.period(span);
    const rows = storedRows(counts);
    if (rows > 0) return words.deleteBody(counted(rows, words.rows), days);
    return words.deleteKnownBody(counted(counts.duplicate, words.rows), days);
  }

  return (
    <ConfirmDialog
      open
      title={words.deleteTitle(fileName)}
      description={consequence()}
      confirmLabel={words.delete}
      danger
      onConfirm={() => void undo()}
      onClose={onClose}
    />
  );
}
