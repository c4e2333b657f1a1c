import { Link } from "@tanstack/react-router";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import type { Annotation } from "#src/engine/protocol.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button, buttonClass } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { IconButton } from "#src/ui/IconButton.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { RemoveRowDialog } from "#src/ui/RemoveRowDialog.tsx";

import { kindName, NoteDialog } from "./NoteDialog.tsx";
import { strings } from "./strings.ts";
import type { Entries } from "./useEntries.ts";

export interface NotesPanelProps {
  /** Ascending by day. */
  readonly notes: readonly Annotation[];
  /** The day that a new note begins with. */
  readonly day: EpochDay;
  readonly entries: Entries;
}

type Asked = { readonly what: "add" } | { readonly what: "edit" | "remove"; readonly note: Annotation };

/** Every note, newest first: what the pins of time charts stand for. */
export function NotesPanel({ notes, day, entries }: NotesPanelProps) {
  const words = useStrings(strings);
  const [asked, setAsked] = useState<Asked>();
  return (
    <Card
      title={words.notes}
      subtitle={words.notesSubtitle}
      padded={false}
      actions={
        <Button size="sm" icon={<Plus size={14} aria-hidden />} onClick={() => setAsked({ what: "add" })}>
          {words.addNote}
        </Button>
      }
    >
      {notes.length === 0 ? (
        <div className="px-4 pb-4">
          <PanelEmpty message={words.noNotes} hint={words.noNotesHint} heightPx={96} />
        </div>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {notes.toReversed().map((note) => (
            <NoteRow
              key={`${note.day} ${note.text}`}
              note={note}
              onEdit={() => setAsked({ what: "edit", note })}
              onRemove={() => setAsked({ what: "remove", note })}
            />
          ))}
        </ul>
      )}
      {asked && <NoteQuestion asked={asked} day={day} entries={entries} onClose={() => setAsked(undefined)} />}
    </Card>
  );
}

interface NoteRowProps {
  readonly note: Annotation;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function NoteRow({ note, onEdit, onRemove }: NoteRowProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { day, endDay, text, kind } = note;
  return (
    <li className="flex items-center gap-3 px-4 py-1.5 hover:bg-hover">
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <span className="w-44 shrink-0 text-ink-2">
          {endDay !== null && endDay > day ? format.period({ from: day, to: endDay }) : format.day(day)}
        </span>
        <span className="min-w-0 break-words">{text}</span>
        {kind !== "" && <Badge>{kindName(kind, words)}</Badge>}
      </div>
      <span className="no-print flex">
        <IconButton
          size="sm"
          label={`${words.editNote}: ${text}`}
          icon={<Pencil size={14} aria-hidden />}
          onClick={onEdit}
        />
        <IconButton
          size="sm"
          label={`${words.removeNote}: ${text}`}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={onRemove}
        />
      </span>
    </li>
  );
}

interface NoteQuestionProps extends Pick<NotesPanelProps, "day" | "entries"> {
  readonly asked: Asked;
  readonly onClose: () => void;
}

function NoteQuestion({ asked, day, entries, onClose }: NoteQuestionProps) {
  const words = useStrings(strings);
  if (asked.what === "add") {
    return <NoteDialog note={undefined} day={day} isLocked={false} onSave={entries.saveNote} onClose={onClose} />;
  }
  const { note } = asked;
  const held = entries.importOf(note.importId);
  if (!held) return null;
  if (asked.what === "remove") {
    return (
      <RemoveRowDialog
        name={note.text}
        detail={words.removeDetail}
        held={held}
        instead={words.heldInstead}
        link={
          <Link to="/data" className={buttonClass("primary", "md")}>
            {words.openData}
          </Link>
        }
        onRemove={() => entries.remove(note.importId)}
        onClose={onClose}
      />
    );
  }
  const isAlone = held.rows === 1;
  return (
    <NoteDialog
      note={note}
      day={day}
      isLocked={!isAlone}
      onSave={(entry) => (isAlone ? entries.replaceNote(note.importId, entry) : entries.saveNote(entry))}
      onClose={onClose}
    />
  );
}
