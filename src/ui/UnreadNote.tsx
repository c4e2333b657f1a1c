import { useUnreadTexts, type Unread } from "./unreadLoans.ts";

export interface UnreadNoteProps {
  readonly told: Unread;
  /** Whether figures of the screen take loans as repaid by their schedule, since the file does not tell. */
  readonly bySchedule: boolean;
}

/** Which loans are in no figure, and that what is owed is by the schedule: a line each; nothing when neither is so. */
export function UnreadNote({ told, bySchedule }: UnreadNoteProps) {
  const texts = useUnreadTexts(told);
  if (texts.some === null && !bySchedule) return null;
  return (
    <div className="flex flex-col gap-1 text-label">
      {texts.some !== null && <p className="text-warn">{texts.some}</p>}
      {bySchedule && <p className="text-ink-2">{texts.bySchedule}</p>}
    </div>
  );
}
