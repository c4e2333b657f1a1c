import { ShieldCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { ActionRow } from "./ActionRow.tsx";
import { AutomaticBackupRow } from "./AutomaticBackupRow.tsx";
import { BackupDialog } from "./BackupDialog.tsx";
import { backupStrings } from "./backupStrings.ts";
import { RestoreDialog } from "./RestoreDialog.tsx";

export interface BackupSettingsProps {
  readonly today: () => EpochDay;
}

export function BackupSettings({ today }: BackupSettingsProps) {
  const words = useStrings(backupStrings);
  const format = useFormat();
  const { status, refresh } = useEngine();
  const [open, setOpen] = useState<"backup" | "restore" | null>(null);
  const { lastBackupMs } = status;
  const close = () => setOpen(null);
  return (
    <Card title={words.title} subtitle={words.subtitle} padded={false}>
      <div className="divide-y divide-line border-t border-line">
        <ActionRow
          icon={
            lastBackupMs === null ? (
              <TriangleAlert size={16} className="text-warn" aria-hidden />
            ) : (
              <ShieldCheck size={16} className="text-good" aria-hidden />
            )
          }
          title={lastBackupMs === null ? words.never : words.last(format.deviceTime(lastBackupMs))}
          hint={lastBackupMs === null ? words.neverHint : words.lastHint}
        >
          <Button variant="primary" disabled={status.imports === 0} onClick={() => setOpen("backup")}>
            {words.backUp}
          </Button>
        </ActionRow>
        <ActionRow title={words.restore} hint={words.restoreHint}>
          <Button onClick={() => setOpen("restore")}>{words.restoreOpen}</Button>
        </ActionRow>
        <AutomaticBackupRow />
      </div>
      <BackupDialog open={open === "backup"} onClose={close} today={today} />
      <RestoreDialog
        open={open === "restore"}
        onClose={close}
        today={today}
        stored={status}
        onRestored={() => void refresh()}
      />
    </Card>
  );
}
