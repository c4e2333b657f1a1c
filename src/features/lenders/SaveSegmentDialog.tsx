import { useState, type SyntheticEvent } from "react";

import type { SegmentRules } from "#src/domain/segments.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { effectiveRules } from "#src/view/lenderRules.ts";

import { ruleFacts } from "./ruleFacts.ts";
import { segmentNamed, withSegment } from "./segments.ts";
import { strings } from "./strings.ts";
import { useSegments } from "./useSegments.ts";

export interface SaveSegmentDialogProps {
  readonly rules: SegmentRules;
  readonly onClose: () => void;
}

export function SaveSegmentDialog({ rules, onClose }: SaveSegmentDialogProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { segments, change } = useSegments();
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  const known = segmentNamed(segments, name);

  function save(event?: SyntheticEvent) {
    event?.preventDefault();
    if (name === "") return;
    change({ segments: withSegment(segments, name, effectiveRules(rules)), done: words.saved(name) });
    onClose();
  }

  return (
    <Dialog
      open
      isForm
      onClose={onClose}
      title={words.saveTitle}
      description={words.saveBody}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" disabled={name === ""} onClick={save}>
            {known ? words.replace : words.save}
          </Button>
        </>
      }
    >
      <form onSubmit={save} className="flex flex-col gap-4">
        <TextField
          label={words.name}
          value={typed}
          onChange={setTyped}
          hint={known === undefined ? undefined : words.nameTaken}
        />
        <dl className="flex flex-col gap-1 text-label">
          {ruleFacts(rules, format).map(({ id, name: rule, value }) => (
            <div key={id} className="flex gap-2">
              <dt className="shrink-0 text-ink-3">{rule}</dt>
              <dd className="min-w-0 text-ink">{value}</dd>
            </div>
          ))}
        </dl>
      </form>
    </Dialog>
  );
}
