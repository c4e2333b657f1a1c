import { useEffect, useRef, useState } from "react";

import type { DropPreview, TableChoice } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { Checkbox } from "#src/ui/Checkbox.tsx";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { DayTable } from "./DayTable.tsx";
import { MANY_REJECTED, previewCounts, rejectedShare, takesRowsOf } from "./outcome.ts";
import { firstAsking, importable, openCount, type Standing } from "./standing.ts";
import { strings } from "./strings.ts";
import { useCounted } from "./useCounted.ts";
import type { Review } from "./useReview.ts";

export interface ReviewFooterProps {
  readonly review: Review;
  readonly onImport: (choices: readonly TableChoice[]) => void;
  readonly onClose: () => void;
}

/** What the import comes to as a whole, and the button that does it. */
export function ReviewFooter({ review, onImport, onClose }: ReviewFooterProps) {
  const words = useStrings(strings);
  const counted = useCounted();
  const button = useRef<HTMLButtonElement>(null);
  const [isAgreed, setAgreed] = useState(false);
  const [showsDays, setShowsDays] = useState(false);
  const { standing, preview } = review;
  const choices = importable(standing);
  const open = openCount(standing);
  const asking = firstAsking(standing);
  const counts = preview && standing.seen.isCurrent ? previewCounts(preview) : undefined;
  const share = counts === undefined ? 0 : rejectedShare(counts);
  const needsConsent = share > MANY_REJECTED;
  const days = preview?.change.days ?? [];
  const isNothing = choices.length === 0 && open === 0;
  // A file that is recognised needs one press of a key.
  useEffect(() => button.current?.focus(), []);
  return (
    <footer className="flex flex-col gap-2.5 border-t border-line px-4 py-3 md:px-5">
      {showsDays && days.length > 0 && <DayTable days={days} />}
      <PreviewProgress review={review} />
      {needsConsent && (
        <Consent share={share} rejected={counts?.rejected ?? 0} isAgreed={isAgreed} onChange={setAgreed} />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <p role="status">
            {open > 0 ? (
              <button
                type="button"
                onClick={() => asking && review.dispatch({ type: "select", group: asking.id })}
                className="rounded-control font-medium text-warn underline decoration-current/40 underline-offset-4"
              >
                {counted(open, words.openQuestions)}
              </button>
            ) : (
              <Consequence preview={preview} standing={standing} />
            )}
          </p>
        </div>
        {days.length > 0 && (
          <Button variant="ghost" pressed={showsDays} onClick={() => setShowsDays(!showsDays)}>
            {showsDays ? words.hideDays : counted(days.length, words.changedDays)}
          </Button>
        )}
        <Button onClick={onClose}>{isNothing ? words.close : words.cancel}</Button>
        <Button
          ref={button}
          variant="primary"
          disabled={choices.length === 0 || open > 0 || (needsConsent && !isAgreed)}
          onClick={() => onImport(choices)}
        >
          {counted(choices.length, words.import)}
        </Button>
      </div>
    </footer>
  );
}

function PreviewProgress({ review: { progress, failed, onRetry } }: Pick<ReviewFooterProps, "review">) {
  const words = useStrings(strings);
  const format = useFormat();
  if (failed) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3">
        <p className="font-medium text-bad">{words.previewFailed}</p>
        <Button size="sm" onClick={onRetry}>
          {words.retry}
        </Button>
      </div>
    );
  }
  if (progress === null) return null;
  const { done, total } = progress;
  const detail = total > 0 ? words.readBytes(format.bytes(done), format.bytes(total)) : undefined;
  return <ProgressBar label={words.previewing} done={done} total={total} detail={detail} />;
}

interface ConsentProps {
  readonly share: number;
  readonly rejected: number;
  readonly isAgreed: boolean;
  readonly onChange: (agreed: boolean) => void;
}

/** So many rows are bad that the file may be the wrong one. */
function Consent({ share, rejected, isAgreed, onChange }: ConsentProps) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <div className="rounded-node bg-sunken px-3 py-1.5">
      <Checkbox
        label={words.consent(format.percent(1 - share), format.count(rejected))}
        checked={isAgreed}
        onChange={onChange}
      />
    </div>
  );
}

interface ConsequenceProps {
  readonly preview: DropPreview | undefined;
  readonly standing: Standing;
}

/** "Adds 48,211 rows, takes 2 away, replaces 312, 7 left out · Outstanding on Nov 20 goes from ¥715,200,000.00 to …" */
function Consequence({ preview, standing: { state, seen } }: ConsequenceProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const counted = useCounted();
  if (state.taken.size === 0) return words.nothingTaken;
  if (preview === undefined) return "";
  const known = preview.tables.filter(({ type }) => type === "known").length;
  const readable = preview.tables.some(({ type }) => type === "readable");
  const some = (count: number, text: (count: string) => string): readonly string[] =>
    count > 0 ? [text(format.count(count))] : [];
  const { accepted, replaced, duplicate, rejected } = previewCounts(preview);
  const { rowsRemoved } = preview.change;
  const { adds, addsNothing, removes, replaces, duplicates, rejected: leftOut } = words.consequence;
  const rows = [
    accepted > 0 ? counted(accepted, adds) : addsNothing,
    ...(rowsRemoved > 0 ? [counted(rowsRemoved, removes)] : []),
    ...some(replaced, replaces),
    ...some(duplicate, duplicates),
    ...some(rejected, leftOut),
  ];
  const knownText = known > 0 ? [counted(known, words.allKnown)] : [];
  const parts = readable ? [rows.join(format.language === "zh" ? "，" : ", "), ...knownText] : knownText;
  return (
    <span className={seen.isCurrent ? undefined : "text-ink-3"}>
      <span className={classes("font-medium", rowsRemoved > 0 && "text-warn")}>{parts.join(" · ")}</span>
      {readable && (
        <span className="block text-ink-2">
          <Effect preview={preview} />
        </span>
      )}
    </span>
  );
}

/** What figures change by: the days of the ledger, and what files beside it say. */
function Effect({ preview }: { readonly preview: DropPreview }) {
  const words = useStrings(strings);
  const { leavesInternalOut } = useEngine().status.settings;
  const { lastDay, days } = preview.change;
  const hasDays = lastDay !== null && days.length > 0;
  const texts = [
    ...(takesRowsOf("lenders", preview) ? [leavesInternalOut ? words.lendersTablesOut : words.lendersTables] : []),
    ...(takesRowsOf("loans", preview) ? [words.loansTables] : []),
    ...(takesRowsOf("funds", preview) ? [words.fundsTables] : []),
  ];
  if (texts.length === 0) return hasDays ? <Outstanding change={preview.change} /> : words.otherTables;
  return (
    <>
      {hasDays && (
        <span className="block">
          <Outstanding change={preview.change} />
        </span>
      )}
      {texts.map((text) => (
        <span key={text} className="block">
          {text}
        </span>
      ))}
    </>
  );
}

function Outstanding({ change }: Pick<DropPreview, "change">) {
  const words = useStrings(strings);
  const format = useFormat();
  const { lastDay, outstanding } = change;
  if (lastDay === null) return null;
  const { before, after } = outstanding;
  const day = format.day(lastDay);
  if (before === after) return words.outstandingStays(day, format.moneyExact(after));
  return words.outstandingMoves(day, format.moneyExact(before), format.moneyExact(after));
}
