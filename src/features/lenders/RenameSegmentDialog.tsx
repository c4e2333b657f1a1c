import { useState, type SyntheticEvent } from "react";

import type { Segment } from "#src/domain/segments.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { TextField } from "#src/ui/TextField.tsx";

import { renamedSegment, segmentNamed } from "./segments.ts";
import { strings } from "./strings.ts";
import { useSegments } from "./useSegments.ts";

export interface RenameSegmentDialogProps {
  readonly segment: Segment;
  readonly onClose: () => void;
}

export function RenameSegmentDialog({ segment, onClose }: RenameSegmentDialogProps) {
  const words = useStrings(strings);
  const { segments, change } = useSegments();
  const [typed, setTyped] = useState(segment.name);
  const name = typed.trim();
  const isTaken = name !== segment.name && segmentNamed(segments, name) !== undefined;
  const isFit = name !== "" && !isTaken;

  function save(event?: SyntheticEvent) {
    event?.preventDefault();
    if (!isFit) return;
    if (name !== segment.name) {
      change({ segments: renamedSegment(segments, segment.id, name), done: words.renamed(name) });
    }
    onClose();
  }

  return (
    <Dialog
      open
      isForm
      onClose={onClose}
      title={words.renameTitle}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" disabled={!isFit} onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <form onSubmit={save}>
        <TextField
          label={words.name}
          value={typed}
          onChange={setTyped}
          error={isTaken ? words.nameTakenByOther : undefined}
        />
      </form>
    </Dialog>
  );
}
