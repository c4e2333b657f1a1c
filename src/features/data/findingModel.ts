import { parseIsoDay } from "#src/domain/calendar.ts";
import type { Finding } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { TableModel, TwinCell } from "#src/ui/tableModel.ts";

import { sentenceOf } from "./checkModel.ts";
import type { FindingChrome } from "./findingStrings.ts";

export type FindingItem = Finding["items"][number];

export interface FindingWords {
  readonly title: string;
  /** The rule with its limits, so that a reader can check it. */
  readonly how: string;
  readonly fix: string;
  /** What an item's label is; lenders are masked. */
  readonly label: "day" | "lender" | "text";
  readonly figure: (value: string, expected: string) => string;
}

/** How labels and figures are told. */
export interface FindingSpeech {
  readonly format: Format;
  readonly lenderText: (id: string) => string;
}

/** What makes figures wrong first, then by id. */
export function findingsInOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => Number(a.severity !== "error") - Number(b.severity !== "error") || (a.id < b.id ? -1 : 1),
  );
}

/** Words for a finding, also for one whose id this version has no words for. */
export function wordsOfFinding(
  { id, unit }: Finding,
  known: Readonly<Record<string, FindingWords>>,
  chrome: FindingChrome,
): FindingWords {
  const label = unit === "day" ? "day" : unit === "lender" || unit === "pair" ? "lender" : "text";
  return known[id] ?? { title: sentenceOf(id), how: chrome.unknown, fix: "", label, figure: chrome.unknownFigure };
}

/** A day, a gap of days, a lender as this session may show it, or the text as it is. */
export function labelText(label: string, kind: FindingWords["label"], { format, lenderText }: FindingSpeech): string {
  if (kind === "lender") return lenderText(label);
  if (kind === "text") return label;
  const [from, to = from] = label.split("/").map(parseIsoDay);
  return from === undefined || to === undefined ? label : format.period({ from, to });
}

/** The lender or file that stands beside an item; empty when there is none. */
export function besideText({ beside = "" }: FindingItem, kind: FindingWords["label"], speech: FindingSpeech): string {
  return kind === "lender" && beside !== "" ? speech.lenderText(beside) : beside;
}

/** What the item comes to against what was expected; empty when it has no value. */
export function figureText({ value, expected, measure }: FindingItem, words: FindingWords, format: Format): string {
  if (value === null || measure === null) return "";
  const shown = (figure: number | null): string =>
    measure === "fen" ? format.moneyExact(figure) : format.count(figure);
  return words.figure(shown(value), shown(expected));
}

/** Every item in a line of a file; lenders as this session may show them. */
export function findingsTable(
  findings: readonly Finding[],
  words: { readonly known: Readonly<Record<string, FindingWords>>; readonly chrome: FindingChrome },
  speech: FindingSpeech,
): TableModel {
  const { columns, severities, title } = words.chrome;
  return {
    caption: title,
    columns: [
      { id: "finding", label: columns.finding, type: "text" },
      { id: "severity", label: columns.severity, type: "text" },
      { id: "where", label: columns.where, type: "text" },
      { id: "beside", label: columns.beside, type: "text" },
      { id: "amount", label: columns.amount, type: "money" },
      { id: "expectedAmount", label: columns.expectedAmount, type: "money" },
      { id: "count", label: columns.count, type: "count" },
      { id: "expectedCount", label: columns.expectedCount, type: "count" },
    ],
    rows: findingsInOrder(findings).flatMap((finding) => {
      const text = wordsOfFinding(finding, words.known, words.chrome);
      return finding.items.map((item): TwinCell[] => {
        const label = text.label === "day" ? item.label : labelText(item.label, text.label, speech);
        return [
          text.title,
          severities[finding.severity],
          label,
          besideText(item, text.label, speech),
          ...inMeasure(item, "fen"),
          ...inMeasure(item, "count"),
        ];
      });
    }),
  };
}

function inMeasure({ value, expected, measure }: FindingItem, asked: FindingItem["measure"]): TwinCell[] {
  return measure === asked ? [value, expected] : [null, null];
}
