import { ArrowUpRight, Undo2 } from "lucide-react";
import { useState } from "react";

import type { ImportRecord } from "#src/domain/imports.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { Button } from "#src/ui/Button.tsx";
import { Drawer } from "#src/ui/Drawer.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { historyStrings } from "./historyStrings.ts";
import { ImportDetail } from "./ImportDetail.tsx";
import { storedRows } from "./importModel.ts";
import { strings } from "./strings.ts";
import { UndoDialog } from "./UndoDialog.tsx";

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
  const { fileName, importId, counts, dataset = "transactions" } = record;
  const words = useStrings(strings);
  const history = useStrings(historyStrings);
  const showRows = useShowRows();
  const [asking, setAsking] = useState(false);
  const isCompacted = record.isCompacted === true;
  return (
    <div className="flex flex-wrap items-center gap-2 pb-5">
      {dataset === "transactions" && (
        <Button
          icon={<ArrowUpRight size={14} aria-hidden />}
          disabled={storedRows(counts) === 0}
          onClick={() =>
            showRows({ title: words.rowsOf(fileName), subtitle: words.rowsOfSubtitle, where: { importId } })
          }
        >
          {words.seeRows}
        </Button>
      )}
      <Button
        variant="danger"
        icon={<Undo2 size={14} aria-hidden />}
        disabled={isCompacted}
        onClick={() => setAsking(true)}
      >
        {words.delete}
      </Button>
      {isCompacted && <p className="text-label text-ink-2">{history.compacted}</p>}
      {asking && <UndoDialog record={record} today={today} onClose={() => setAsking(false)} onUndone={onClose} />}
    </div>
  );
}
