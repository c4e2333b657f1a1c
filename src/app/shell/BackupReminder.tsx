import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Archive } from "lucide-react";
import { useState } from "react";

import { storageUse } from "#src/app/importing/protectStorage.ts";
import { isBackupDue, readPutAway, writePutAway } from "#src/app/start/backupReminder.ts";
import { smallStorage } from "#src/app/start/smallStorage.ts";
import { importsQuery } from "#src/features/data/queries.ts";
import { Button, buttonClass } from "#src/ui/Button.tsx";
import type { Catalogue } from "#src/ui/language.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useAutomaticBackup, useAutomaticBackupState } from "#src/view/automaticBackup.tsx";
import { useEngine } from "#src/view/engine.tsx";

const en = {
  title: "Backup reminder",
  never: "Your imports have never been backed up, and the browser may remove them when the disk fills up.",
  since: (time: string) => `Imports since ${time} are in no backup, and the browser may remove them.`,
  ask: (folder: string) => `The automatic backup into “${folder}” waits for your leave.`,
  open: "Back up…",
  allow: "Allow again",
  later: "Not this week",
};
const zh: typeof en = {
  title: "备份提醒",
  never: "您的导入还从未备份；磁盘不足时浏览器可能将其移除。",
  since: (time) => `${time} 之后的导入尚未备份，浏览器可能将其移除。`,
  ask: (folder) => `写入“${folder}”的自动备份需要您再次允许。`,
  open: "去备份…",
  allow: "重新允许",
  later: "本周不再提醒",
};
const strings: Catalogue<typeof en> = { en, zh };

/** While own imports are in no backup and nothing protects them; out of the way for a week when its reader says so. */
export function BackupReminder() {
  const words = useStrings(strings);
  const format = useFormat();
  const { methods, revision, status } = useEngine();
  const automatic = useAutomaticBackup();
  const folder = useAutomaticBackupState();
  const { data: imports } = useQuery(importsQuery(methods, revision));
  const { data: use, dataUpdatedAt: nowMs } = useQuery({
    queryKey: ["storageUse", status.dataVersion],
    queryFn: storageUse,
  });
  const [putAwayMs, setPutAwayMs] = useState(() => readPutAway(smallStorage()));
  const waits = folder.type === "on" && !folder.isAllowed;
  if (imports === undefined || use === undefined || (use.persisted && !waits)) return null;
  const { lastBackupMs } = status;
  if (!isBackupDue({ imports, lastBackupMs, nowMs, putAwayMs })) return null;

  function putAway() {
    const clickedMs = Date.now();
    writePutAway(smallStorage(), clickedMs);
    setPutAwayMs(clickedMs);
  }

  return (
    <aside
      aria-label={words.title}
      className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-sunken px-4 py-1.5 text-label md:px-6"
    >
      <Archive size={14} className="text-warn" aria-hidden />
      <span className="min-w-0 flex-1 basis-60">
        {waits
          ? words.ask(folder.folderName)
          : lastBackupMs === null
            ? words.never
            : words.since(format.deviceTime(lastBackupMs))}
      </span>
      <span className="no-print ml-auto flex gap-1.5">
        {waits ? (
          <Button size="sm" onClick={() => void automatic.allow()}>
            {words.allow}
          </Button>
        ) : (
          <Link to="/settings" className={buttonClass("secondary", "sm")}>
            {words.open}
          </Link>
        )}
        <Button size="sm" variant="ghost" onClick={putAway}>
          {words.later}
        </Button>
      </span>
    </aside>
  );
}
