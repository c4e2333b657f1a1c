import { ArrowUpRight, Trash2 } from "lucide-react";
import { useState } from "react";

import type { ImportRecord } from "#src/domain/imports.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { Drawer } from "#src/ui/Drawer.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { ImportDetail } from "./ImportDetail.tsx";
import { spanOf, storedRows } from "./importModel.ts";
import { strings } from "./strings.ts";
import { useCounted } from "./useCounted.ts";
import { useDeleteImports } from "./useDeleteImports.ts";

export interface ImportDrawerProps {
  /** Null when it is closed. */
  readonly record: ImportRecord | null;
  readonly today: () => EpochDay;
  readonly onClose: () => void;
}

export function ImportDrawer({ record, today, onClose }: ImportDrawerProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const subtitle =
    record === null
      ? ""
      : `${words.importedAt(format.deviceTime(record.importedAtMs))} · ${format.bytes(record.sizeBytes)}`;
  return (
    <Drawer open={record !== null} onClose={onClose} title={record?.fileName ?? ""} subtitle={subtitle} widthPx={720}>
      {record !== null && (
        <>
          <ImportActions record={record} today={today} onClose={onClose} />
          <ImportDetail record={record} />
        </>
      )}
    </Drawer>
  );
}

interface ImportActionsProps {
  readonly record: ImportRecord;
  readonly today: () => EpochDay;
  readonly onClose: () => void;
}

function ImportActions({ record, today, onClose }: ImportActionsProps) {
  const { fileName, importId, counts } = record;
  const words = useStrings(strings);
  const format = useFormat();
  const counted = useCounted();
  const showRows = useShowRows();
  const remove = useDeleteImports(today);
  const [asking, setAsking] = useState(false);
  const span = spanOf(record);
  const consequence =
    span === null
      ? words.deleteEmptyBody
      : words.deleteBody(counted(storedRows(counts), words.rows), format.period(span));
  return (
    <div className="flex flex-wrap gap-2 pb-5">
      <Button
        icon={<ArrowUpRight size={14} aria-hidden />}
        disabled={storedRows(counts) === 0}
        onClick={() => showRows({ title: words.rowsOf(fileName), subtitle: words.rowsOfSubtitle, where: { importId } })}
      >
        {words.seeRows}
      </Button>
      <Button
        variant="danger"
        icon={<Trash2 size={14} aria-hidden />}
        disabled={remove.isPending}
        onClick={() => setAsking(true)}
      >
        {words.delete}
      </Button>
      <ConfirmDialog
        open={asking}
        title={words.deleteTitle(fileName)}
        description={consequence}
        confirmLabel={words.delete}
        danger
        onConfirm={() =>
          remove.mutate(
            { importIds: [importId], done: words.deleted(fileName) },
            {
              onSuccess: (result) => {
                if (result.ok) onClose();
              },
            },
          )
        }
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
