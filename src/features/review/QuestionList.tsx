import { CircleCheck, CircleHelp } from "lucide-react";
import { useId, type ReactNode } from "react";

import type { FileSketch, Reading } from "#src/domain/reading.ts";
import { Button } from "#src/ui/Button.tsx";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { Select } from "#src/ui/Select.tsx";

import { columnWords } from "./columnWords.ts";
import { questionId, type Question } from "./questions.ts";
import { withColumn, withPart } from "./readings.ts";
import type { AskedQuestion } from "./standing.ts";
import { strings } from "./strings.ts";
import { useCounted } from "./useCounted.ts";

export interface QuestionListProps {
  readonly asked: readonly AskedQuestion[];
  readonly sketch: FileSketch;
  readonly reading: Reading;
  /** Opens what says where the direction of money is written; absent where it has none. */
  readonly onColumns: (() => void) | undefined;
  readonly onAnswer: (question: Question, reading: Reading) => void;
}

/** What the files leave open; each is asked once for all of them. */
export function QuestionList({ asked, ...rest }: QuestionListProps) {
  const words = useStrings(strings);
  const counted = useCounted();
  const open = asked.filter(({ isOpen }) => isOpen).length;
  if (asked.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {open > 0 && <p className="font-medium text-warn">{counted(open, words.questions)}</p>}
      <ul className="flex flex-col divide-y divide-line rounded-node border border-line">
        {asked.map(({ question, isOpen }) => (
          <li key={questionId(question)} className="flex gap-2.5 px-4 py-3">
            <span className="pt-0.5">
              {isOpen ? (
                <CircleHelp size={15} className="text-warn" aria-hidden />
              ) : (
                <CircleCheck size={15} className="text-good" aria-label={words.answered} />
              )}
            </span>
            <Asked question={question} isOpen={isOpen} {...rest} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface AskedProps extends Omit<QuestionListProps, "asked"> {
  readonly question: Question;
  readonly isOpen: boolean;
}

function Asked({ question, isOpen, sketch, reading, onColumns, onAnswer }: AskedProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const answer = (part: Parameters<typeof withPart>[1]): void => onAnswer(question, withPart(reading, part));
  const seen = (examples: readonly string[]) =>
    examples.length === 0 ? undefined : words.examples(format.list(examples.slice(0, 4)));
  switch (question.type) {
    case "date":
      return (
        <Row title={words.dateQuestion} hint={seen(question.examples)} isOpen={isOpen}>
          <Segmented
            label={words.dateQuestion}
            value={reading.dateOrder ?? null}
            options={[
              { value: "day", label: words.dayFirst },
              { value: "month", label: words.monthFirst },
            ]}
            onChange={(dateOrder) => answer({ dateOrder })}
          />
        </Row>
      );
    case "number":
      return (
        <Row title={words.numberQuestion} hint={seen(question.examples)} isOpen={isOpen}>
          <Segmented
            label={words.numberQuestion}
            value={reading.decimalMark ?? null}
            options={[
              { value: ",", label: words.decimalComma },
              { value: ".", label: words.thousandsComma },
            ]}
            onChange={(decimalMark) => answer({ decimalMark })}
          />
        </Row>
      );
    case "column":
      return (
        <ColumnQuestion
          question={question}
          isOpen={isOpen}
          sketch={sketch}
          reading={reading}
          onColumns={onColumns}
          onAnswer={(next) => onAnswer(question, next)}
        />
      );
  }
}

interface ColumnQuestionProps extends Omit<AskedProps, "question" | "onAnswer"> {
  readonly question: Extract<Question, { readonly type: "column" }>;
  readonly onAnswer: (reading: Reading) => void;
}

function ColumnQuestion({ question, isOpen, sketch, reading, onColumns, onAnswer }: ColumnQuestionProps) {
  const words = useStrings(strings);
  const names = useStrings(columnWords);
  const { column, headers, isMissing } = question;
  const title = isMissing ? words.missingQuestion(names[column]) : words.ambiguousQuestion(names[column]);
  const places = sketch.headers.map((header, place) => ({ header, place }));
  // Those that could be meant come first; where several could be, no other is offered.
  const likely = headers.flatMap((header) => places.filter((place) => place.header === header));
  const offered = isMissing || likely.length === 0 ? [...new Set([...likely, ...places])] : likely;
  const mayBeSigned = isMissing && (column === "type" || column === "amount") && onColumns !== undefined;
  return (
    <Row title={title} hint={isMissing ? words.missingHint : undefined} isOpen={isOpen}>
      <Select
        label={title}
        value={String(reading.columns?.[column] ?? "")}
        options={[
          { value: "", label: words.choose, disabled: true },
          ...offered.map(({ header, place }) => ({ value: String(place), label: headerLabel(sketch, header, place) })),
        ]}
        onChange={(place) => onAnswer(withColumn(reading, sketch, { place: Number(place), column }))}
      />
      {mayBeSigned && (
        <div className="flex basis-full flex-wrap items-center gap-x-4 gap-y-2">
          <p className="min-w-48 flex-1 text-label text-ink-3">{words.directionHint}</p>
          <Button variant="ghost" size="sm" onClick={onColumns}>
            {words.toColumns}
          </Button>
        </div>
      )}
    </Row>
  );
}

/** A header with the first value below it, which tells twins apart. */
export function headerLabel({ samples }: FileSketch, header: string, place: number): string {
  const value = samples.map((row) => (row[place] ?? "").trim()).find((cell) => cell !== "");
  const name = header.trim() === "" ? `#${place + 1}` : header.trim();
  return value === undefined ? name : `${name} (${value.slice(0, 24)})`;
}

interface RowProps {
  readonly title: string;
  readonly hint: string | undefined;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

function Row({ title, hint, isOpen, children }: RowProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-48 flex-1">
        <p id={id} className={classes("font-medium", !isOpen && "text-ink-2")}>
          {title}
        </p>
        {hint !== undefined && <p className="text-label break-words text-ink-3">{hint}</p>}
      </div>
      {children}
    </div>
  );
}
