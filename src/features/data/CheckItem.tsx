import { ChevronRight, CircleCheck, TriangleAlert } from "lucide-react";

import type { Check } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { LenderId } from "#src/ui/LenderId.tsx";
import { maskLender } from "#src/ui/maskLender.ts";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { checkExample, differenceText, sideText, wordsOfCheck } from "./checkModel.ts";
import { checkStrings } from "./checkStrings.ts";
import { checkWords, type CheckWords } from "./checkWords.ts";
import { useCounted } from "./useCounted.ts";

export interface CheckItemProps {
  readonly check: Check;
}

/** One line; opens to its explanation and figures, by itself when it fails. */
export function CheckItem({ check }: CheckItemProps) {
  const words = useStrings(checkStrings);
  const known = useStrings(checkWords);
  const counted = useCounted();
  const text = wordsOfCheck(check, known, words);
  return (
    <li>
      <details open={!check.holds} className="group">
        <summary className="flex min-h-10 list-none items-center gap-2.5 px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2">
          {check.holds ? (
            <CircleCheck size={16} className="shrink-0 text-good" aria-hidden />
          ) : (
            <TriangleAlert size={16} className="shrink-0 text-warn" aria-hidden />
          )}
          <span className="min-w-0 flex-1 font-medium">{text.title}</span>
          <span className={check.holds ? "sr-only" : "text-label whitespace-nowrap text-warn"}>
            {check.holds ? words.holds : counted(check.affected, words.affected[text.affected])}
          </span>
          <ChevronRight
            size={14}
            className="shrink-0 text-ink-3 transition-transform group-open:rotate-90"
            aria-hidden
          />
        </summary>
        <div className="flex flex-col gap-2.5 px-4 pb-3.5 pl-[42px]">
          <p className="text-ink-2">{text.explanation}</p>
          <Sides check={check} text={text} />
          {!check.holds && <Examples check={check} title={text.title} />}
        </div>
      </details>
    </li>
  );
}

interface SidesProps {
  readonly check: Check;
  readonly text: CheckWords;
}

function Sides({ check, text }: SidesProps) {
  const words = useStrings(checkStrings);
  const format = useFormat();
  const difference = differenceText(check, text.unit, format);
  if (check.left === null && check.right === null) return null;
  return (
    <dl aria-label={words.figures(text.title)} className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-label">
      <dt className="text-ink-3">{text.left}</dt>
      <dd className="font-medium">{sideText(check.left, text.unit, format)}</dd>
      <dt className="text-ink-3">{text.right}</dt>
      <dd className="font-medium">{sideText(check.right, text.unit, format)}</dd>
      {difference !== null && (
        <>
          <dt className="text-ink-3">{words.difference}</dt>
          <dd className="font-strong text-warn">{difference}</dd>
        </>
      )}
    </dl>
  );
}

interface ExamplesProps {
  readonly check: Check;
  readonly title: string;
}

function Examples({ check, title }: ExamplesProps) {
  const words = useStrings(checkStrings);
  const format = useFormat();
  const showRows = useShowRows();
  if (check.examples.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-label text-ink-3">
      {words.examples}
      {check.examples.map(checkExample).map((example) =>
        example.type === "day" ? (
          <Button
            key={example.text}
            size="sm"
            onClick={() =>
              showRows({
                title: words.rowsOfDay(format.day(example.day)),
                subtitle: words.rowsSubtitle(title),
                where: { period: { from: example.day, to: example.day } },
              })
            }
          >
            {format.day(example.day)}
          </Button>
        ) : (
          <Button
            key={example.text}
            size="sm"
            onClick={() =>
              showRows({
                title: words.rowsOfLender(maskLender(example.text)),
                subtitle: words.rowsSubtitle(title),
                where: { lender: example.text },
              })
            }
          >
            <LenderId id={example.text} />
          </Button>
        ),
      )}
    </div>
  );
}
