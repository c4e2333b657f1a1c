import { ChevronRight, CircleAlert, TriangleAlert } from "lucide-react";

import type { Finding } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import {
  besideText,
  figureText,
  labelText,
  wordsOfFinding,
  type FindingItem,
  type FindingWords,
} from "./findingModel.ts";
import { findingStrings } from "./findingStrings.ts";
import { findingWords } from "./findingWords.ts";
import { useCounted } from "./useCounted.ts";

export interface FindingEntryProps {
  readonly finding: Finding;
  /** For items whose rows are not in the ledger: the import tells of them. */
  readonly onOpenImport: ((importId: number) => void) | undefined;
}

/** One line; opens to its rule, what to do, and where. Opens by itself when it makes figures wrong. */
export function FindingEntry({ finding, onOpenImport }: FindingEntryProps) {
  const words = useStrings(findingStrings);
  const known = useStrings(findingWords);
  const format = useFormat();
  const counted = useCounted();
  const text = wordsOfFinding(finding, known, words);
  const isError = finding.severity === "error";
  const Icon = isError ? CircleAlert : TriangleAlert;
  const tone = isError ? "text-bad" : "text-warn";
  return (
    <li>
      <details open={isError} className="group">
        <summary className="flex min-h-10 list-none items-center gap-2.5 px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2">
          <Icon size={16} className={`shrink-0 ${tone}`} aria-hidden />
          <span className="sr-only">{words.severities[finding.severity]}:</span>
          <span className="min-w-0 flex-1 font-medium">{text.title}</span>
          <span className={`text-label whitespace-nowrap ${tone}`}>
            {counted(finding.count, words.units[finding.unit])}
          </span>
          <ChevronRight
            size={14}
            className="shrink-0 text-ink-3 transition-transform group-open:rotate-90"
            aria-hidden
          />
        </summary>
        <div className="flex flex-col gap-2.5 px-4 pb-3.5 pl-[42px]">
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-ink-2">
            <dt className="text-ink-3">{words.how}</dt>
            <dd>{text.how}</dd>
            {text.fix !== "" && (
              <>
                <dt className="text-ink-3">{words.fix}</dt>
                <dd>{text.fix}</dd>
              </>
            )}
          </dl>
          <ul aria-label={words.items(text.title)} className="max-h-64 divide-y divide-line overflow-y-auto text-label">
            {finding.items.map((item) => (
              <li key={JSON.stringify(item)}>
                <Item item={item} text={text} onOpenImport={onOpenImport} />
              </li>
            ))}
          </ul>
          {isCut(finding) && <p className="text-label text-ink-3">{words.first(format.count(finding.items.length))}</p>}
        </div>
      </details>
    </li>
  );
}

/** Groups, gaps and files hold several of what is counted; only a full list can be a cut one. */
function isCut({ items, count }: Finding): boolean {
  return items.length >= 50 && count > items.length;
}

interface ItemProps {
  readonly item: FindingItem;
  readonly text: FindingWords;
  readonly onOpenImport: ((importId: number) => void) | undefined;
}

function Item({ item, text, onOpenImport }: ItemProps) {
  const words = useStrings(findingStrings);
  const format = useFormat();
  const lenderText = useLenderText();
  const showRows = useShowRows();
  const speech = { format, lenderText };
  const label = labelText(item.label, text.label, speech);
  const beside = besideText(item, text.label, speech);
  const figure = figureText(item, text, format);
  const { where, importId } = item;

  function open() {
    if (where !== null) {
      showRows({ title: words.rowsOf(label), subtitle: words.rowsSubtitle(text.title, figure), where });
    } else if (importId !== null) onOpenImport?.(importId);
  }

  const inside = (
    <>
      <span className="font-medium text-ink">{label}</span>
      {beside !== "" && <span className="min-w-0 truncate text-ink-3">{beside}</span>}
      <span className="ml-auto pl-3 text-right whitespace-nowrap text-ink-2">{figure}</span>
    </>
  );
  const leads = where !== null || (importId !== null && onOpenImport !== undefined);
  const line = "flex min-h-7 w-full items-baseline gap-2 px-1.5 py-1 text-left";
  if (!leads) return <div className={line}>{inside}</div>;
  return (
    <button type="button" onClick={open} className={`${line} rounded-control hover:bg-hover`}>
      {inside}
    </button>
  );
}
