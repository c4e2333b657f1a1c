import { CircleAlert, CircleCheck, CircleDashed, CircleSlash, LoaderCircle } from "lucide-react";

import type { RowCounts } from "#src/domain/imports.ts";
import type { ImportOutcome } from "#src/engine/protocol.ts";
import { errorText } from "#src/ui/errorText.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";

import { ROW_FATES, storedRows } from "./importModel.ts";
import type { QueuedFile } from "./importQueue.ts";
import { queueStrings } from "./queueStrings.ts";
import { useCounted } from "./useCounted.ts";

export interface QueueItemProps {
  readonly file: QueuedFile;
}

export function QueueItem({ file }: QueueItemProps) {
  const format = useFormat();
  return (
    <li className="flex gap-2.5 px-4 py-2">
      <span className="flex h-[19px] shrink-0 items-center">
        <FileIcon file={file} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex gap-2">
          <span className="min-w-0 flex-1 truncate font-medium" title={file.fileName}>
            {file.fileName}
          </span>
          <span className="text-label whitespace-nowrap text-ink-3">{format.bytes(file.sizeBytes)}</span>
        </p>
        {file.outcome === null ? <Underway file={file} /> : <Outcome outcome={file.outcome} />}
      </div>
    </li>
  );
}

function FileIcon({ file: { outcome, step } }: QueueItemProps) {
  if (outcome === null) {
    if (step === "done") return <CircleCheck size={15} className="text-ink-3" aria-hidden />;
    return step === "waiting" ? (
      <CircleDashed size={15} className="text-ink-3" aria-hidden />
    ) : (
      <LoaderCircle size={15} className="animate-spin text-ink-2" aria-hidden />
    );
  }
  switch (outcome.type) {
    case "imported":
    case "known":
      return <CircleCheck size={15} className={outcome.type === "known" ? "text-ink-3" : "text-good"} aria-hidden />;
    case "refused":
    case "unstored":
      return <CircleAlert size={15} className="text-bad" aria-hidden />;
    case "cancelled":
      return <CircleSlash size={15} className="text-ink-3" aria-hidden />;
  }
}

function Underway({ file: { step, rows } }: QueueItemProps) {
  const words = useStrings(queueStrings);
  const counted = useCounted();
  return (
    <p className="text-label text-ink-3">
      {words.steps[step]}
      {rows > 0 && ` · ${counted(rows, words.rows)}`}
    </p>
  );
}

function Outcome({ outcome }: { readonly outcome: ImportOutcome }) {
  const words = useStrings(queueStrings);
  const language = useLanguage();
  switch (outcome.type) {
    case "imported":
      return <Counts counts={outcome.record.counts} />;
    case "known":
      return <p className="text-label text-ink-2">{words.known}</p>;
    case "cancelled":
      return <p className="text-label text-ink-2">{words.cancelled}</p>;
    case "refused":
    case "unstored": {
      const { what, where, fix } = errorText(outcome.refusal, language);
      return (
        <div className="text-label">
          <p className="font-medium text-bad">{what}</p>
          {where !== "" && <p className="text-ink-2">{where}</p>}
          <p className="text-ink-2">{fix}</p>
        </div>
      );
    }
  }
}

function Counts({ counts }: { readonly counts: RowCounts }) {
  const words = useStrings(queueStrings);
  const format = useFormat();
  const counted = useCounted();
  const others = ROW_FATES.filter((fate) => fate !== "accepted" && counts[fate] > 0);
  return (
    <p className="text-label text-ink-2">
      {words.imported(counted(storedRows(counts), words.rows))}
      {others.map((fate) => (
        <span key={fate} className={fate === "rejected" ? "text-warn" : undefined}>
          {` · ${format.count(counts[fate])} ${words.counted[fate]}`}
        </span>
      ))}
    </p>
  );
}
