import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import type { SampleAnswer } from "./importRunner.ts";
import { strings } from "./strings.ts";

export interface SampleQuestionProps {
  readonly fileCount: number;
  readonly onAnswer: (answer: SampleAnswer) => void;
}

/** Own files never mix with the sample unasked. */
export function SampleQuestion({ fileCount, onAnswer }: SampleQuestionProps) {
  const { question } = useStrings(strings);
  const format = useFormat();
  const actions = (
    <>
      <Button variant="ghost" onClick={() => onAnswer("cancel")}>
        {question.cancel}
      </Button>
      <Button onClick={() => onAnswer("keep")}>{question.keep}</Button>
      <Button variant="primary" onClick={() => onAnswer("remove")}>
        {question.remove(fileCount, format.count(fileCount))}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={() => onAnswer("cancel")}
      title={question.title}
      description={question.description}
      actions={actions}
    />
  );
}
