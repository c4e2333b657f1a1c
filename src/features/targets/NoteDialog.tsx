import { useState } from "react";

import { isoDay, parseIsoDay } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";
import { TextField } from "#src/ui/TextField.tsx";

import type { NoteEntry } from "./entryFile.ts";
import { strings, type TargetWords } from "./strings.ts";

const KINDS = ["campaign", "holiday", "incident", "product", "data", "other"] as const;

export interface NoteDialogProps {
  /** What is changed; undefined for a new note. */
  readonly note: NoteEntry | undefined;
  /** The day that a new note begins with. */
  readonly day: EpochDay;
  /** It is named by its date and text, which stay then. */
  readonly isLocked: boolean;
  readonly onSave: (entry: NoteEntry) => void;
  readonly onClose: () => void;
}

export function NoteDialog({ note, day, isLocked, onSave, onClose }: NoteDialogProps) {
  const words = useStrings(strings);
  const [date, setDate] = useState(isoDay(note?.day ?? day));
  const lastDay = note?.endDay ?? null;
  const [end, setEnd] = useState(lastDay === null ? "" : isoDay(lastDay));
  const [text, setText] = useState(note?.text ?? "");
  const [kind, setKind] = useState(note?.kind ?? "campaign");
  const [asked, setAsked] = useState(false);
  const problems = problemsOf({ date, end, text }, words);

  function save() {
    setAsked(true);
    const first = parseIsoDay(date);
    if (first === undefined || Object.values(problems).some((problem) => problem !== undefined)) return;
    onSave({ day: first, endDay: parseIsoDay(end) ?? null, text: text.trim(), kind });
    onClose();
  }

  return (
    <Dialog
      open
      isForm
      onClose={onClose}
      title={note ? words.editNote : words.addNote}
      description={isLocked ? words.lockedNote : undefined}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" onClick={save}>
            {words.saveNote}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={words.text}
          value={text}
          onChange={setText}
          disabled={isLocked}
          error={asked ? problems.text : undefined}
        />
        <div className="flex flex-wrap gap-4">
          <TextField
            type="date"
            label={words.date}
            value={date}
            onChange={setDate}
            disabled={isLocked}
            error={asked ? problems.date : undefined}
          />
          <TextField
            type="date"
            label={words.endDate}
            value={end}
            onChange={setEnd}
            error={asked ? problems.end : undefined}
          />
          <Select showLabel label={words.kind} value={kind} onChange={setKind} options={kindOptions(kind, words)} />
        </div>
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden>
          {words.saveNote}
        </button>
      </form>
    </Dialog>
  );
}

interface NoteTexts {
  readonly date: string;
  readonly end: string;
  readonly text: string;
}

function problemsOf({ date, end, text }: NoteTexts, words: TargetWords) {
  const first = parseIsoDay(date);
  const last = parseIsoDay(end);
  const isBackwards = end !== "" && (last === undefined || (first !== undefined && last < first));
  return {
    date: first === undefined ? words.needDate : undefined,
    end: isBackwards ? words.badEnd : undefined,
    text: text.trim() === "" ? words.needText : undefined,
  };
}

/** A kind that a file brought stays as it is spelled there. */
function kindOptions(kind: string, words: TargetWords) {
  const known = KINDS.map((value): { readonly value: string; readonly label: string } => ({
    value,
    label: words.kinds[value],
  }));
  return known.some(({ value }) => value === kind)
    ? known
    : [...known, { value: kind, label: kind === "" ? "—" : kind }];
}

/** A kind in the reader's language where it is one that we know. */
export function kindName(kind: string, words: TargetWords): string {
  const known = KINDS.find((value) => value === kind);
  return known === undefined ? kind : words.kinds[known];
}
