import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";

import { filesByAttention, outcomeCounts, type ImportQueueState, type OutcomeType } from "./importQueue.ts";
import { QueueItem } from "./QueueItem.tsx";
import { queueStrings } from "./queueStrings.ts";
import { useCounted } from "./useCounted.ts";

/** A year of daily files is told in figures; the list holds what needs a look and what is under way. */
const MOST_SHOWN = 60;

export interface ImportQueuePanelProps {
  readonly queue: ImportQueueState;
  readonly onCancel: () => void;
  /** Puts the panel away once nothing is running. */
  readonly onClose: () => void;
}

/** The files being imported and what became of each; it floats over any screen. */
export function ImportQueuePanel({ queue, onCancel, onClose }: ImportQueuePanelProps) {
  const words = useStrings(queueStrings);
  const counted = useCounted();
  const more = queue.files.length - MOST_SHOWN;
  const title = useTitle(queue);
  return (
    <section aria-label={title} className="flex min-h-0 flex-col">
      <header className="flex flex-col gap-2.5 border-b border-line px-4 pt-3 pb-3">
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 flex-1 truncate text-card font-strong">{title}</h2>
          {queue.running ? (
            <Button size="sm" title={words.cancelHint} onClick={onCancel}>
              {words.cancel}
            </Button>
          ) : (
            <Button size="sm" onClick={onClose}>
              {words.close}
            </Button>
          )}
        </div>
        {queue.running && <Overall queue={queue} />}
        <Summary queue={queue} />
      </header>
      <ul
        aria-label={words.files}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
        tabIndex={0}
        className="min-h-0 flex-1 divide-y divide-line overflow-y-auto focus-visible:-outline-offset-2"
      >
        {filesByAttention(queue.files)
          .slice(0, MOST_SHOWN)
          .map((file) => (
            <QueueItem key={file.index} file={file} />
          ))}
        {more > 0 && <li className="px-4 py-2 text-label text-ink-3">{counted(more, words.more)}</li>}
      </ul>
    </section>
  );
}

function useTitle(queue: ImportQueueState): string {
  const words = useStrings(queueStrings);
  const format = useFormat();
  const counted = useCounted();
  const { length } = queue.files;
  if (queue.running) return counted(length, words.running);
  const { cancelled } = outcomeCounts(queue);
  if (cancelled > 0) return words.stopped(format.count(length - cancelled), format.count(length));
  return counted(length, words.finished);
}

interface QueueProps {
  readonly queue: ImportQueueState;
}

function Overall({ queue: { doneBytes, totalBytes, rowsPerSecond, secondsLeft } }: QueueProps) {
  const words = useStrings(queueStrings);
  const format = useFormat();
  const counted = useCounted();
  const left =
    secondsLeft === null
      ? undefined
      : secondsLeft < 90
        ? counted(Math.max(1, Math.round(secondsLeft)), words.secondsLeft)
        : counted(Math.round(secondsLeft / 60), words.minutesLeft);
  const detail = [
    words.doneOf(format.bytes(doneBytes), format.bytes(totalBytes)),
    rowsPerSecond === null ? undefined : words.speed(format.count(Math.round(rowsPerSecond))),
    left,
  ].filter((part) => part !== undefined);
  return <ProgressBar label={words.progress} done={doneBytes} total={totalBytes} detail={detail.join(" · ")} />;
}

const ORDER: readonly OutcomeType[] = ["imported", "known", "refused", "unstored", "cancelled"];

function Summary({ queue }: QueueProps) {
  const words = useStrings(queueStrings);
  const counted = useCounted();
  const counts = outcomeCounts(queue);
  const text = ORDER.filter((type) => counts[type] > 0)
    .map((type) => counted(counts[type], words.outcomes[type]))
    .join(" · ");
  return (
    <p role="status" className="text-label text-ink-2 empty:hidden">
      {text}
    </p>
  );
}
