import type { DatasetName } from "#src/domain/datasets.ts";
import { daysIn } from "#src/domain/period.ts";
import type { ImportMode } from "#src/domain/reading.ts";
import type { Drop } from "#src/engine/protocol.ts";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";

import { ControlTotals } from "./ControlTotals.tsx";
import { LostValues } from "./LostValues.tsx";
import { Notes } from "./Notes.tsx";
import type { GroupOutcome } from "./outcome.ts";
import { Rejects } from "./Rejects.tsx";
import { Section, type OutcomeProps } from "./Section.tsx";
import type { TableStatus } from "./standing.ts";
import { strings } from "./strings.ts";
import { useCounted } from "./useCounted.ts";

/** Why there is no outcome to show. */
type Absence = Exclude<TableStatus, "ready" | "look">;

export interface OutcomePanelProps {
  readonly drop: Drop;
  readonly outcome: GroupOutcome | undefined;
  /** Of tables that leave no row. */
  readonly lost: Pick<GroupOutcome, "tables" | "rejects">;
  /** Tables beside the ledger have no days to replace. */
  readonly dataset: DatasetName | undefined;
  /** The reader's choice; null leaves it to the file. */
  readonly mode: ImportMode | null;
  /** What stands in the way of an outcome. */
  readonly absence: Absence;
  /** When the same bytes were imported; null when they are earlier in the drop. */
  readonly knownAtMs: number | null | undefined;
  readonly onMode: (mode: ImportMode) => void;
}

/** What importing the tables of a group would come to. */
export function OutcomePanel({ drop, outcome, lost, dataset, mode, absence, knownAtMs, onMode }: OutcomePanelProps) {
  if (outcome === undefined && lost.tables > 0) {
    return <Rejects isLost drop={drop} dataset={dataset} outcome={lost} />;
  }
  if (outcome === undefined) {
    return <NoOutcome absence={absence} knownAtMs={knownAtMs} />;
  }
  return (
    <div className="flex flex-col gap-6">
      <Counts outcome={outcome} />
      {dataset !== undefined && <LostValues outcome={outcome} dataset={dataset} />}
      {dataset === "transactions" && <Mode outcome={outcome} mode={mode} onMode={onMode} />}
      <ByType outcome={outcome} />
      <Rejects drop={drop} dataset={dataset} outcome={outcome} />
      <Rejects isLost drop={drop} dataset={dataset} outcome={lost} />
      <ControlTotals drop={drop} outcome={outcome} />
      <Notes drop={drop} outcome={outcome} />
      <SkippedLines outcome={outcome} />
    </div>
  );
}

function NoOutcome({ absence, knownAtMs }: Pick<OutcomePanelProps, "absence" | "knownAtMs">) {
  const words = useStrings(strings);
  const format = useFormat();
  const since = knownAtMs === null || knownAtMs === undefined ? null : format.deviceTime(knownAtMs);
  const texts: Readonly<Record<Absence, string>> = {
    question: words.noOutcome,
    reading: words.readingOutcome,
    known: since === null ? words.knownTwice : words.knownOutcome(since),
    refused: words.refusedOutcome,
    out: words.outOutcome,
  };
  return <p className="text-ink-2">{texts[absence]}</p>;
}

const FATES = ["accepted", "replaced", "duplicate", "rejected", "ignored"] as const;

/** The rows read as a sum, and the days they are of. */
function Counts({ outcome: { counts, span, restatedDays } }: OutcomeProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const counted = useCounted();
  return (
    <div className="flex flex-col gap-2">
      <dl aria-label={words.counts} className="flex flex-wrap gap-x-6 gap-y-3">
        <Figure name={words.countNames.read} value={format.count(counts.read)} />
        {FATES.map((fate) => (
          <Figure
            key={fate}
            name={words.countNames[fate]}
            value={format.count(counts[fate])}
            tone={counts[fate] === 0 ? "text-ink-3" : fate === "rejected" ? "text-warn" : undefined}
          />
        ))}
      </dl>
      {span !== null && (
        <p className="text-ink-2">
          {format.period(span)} · {counted(daysIn(span), words.days)}
          {restatedDays > 0 && ` · ${counted(restatedDays, words.restated)}`}
        </p>
      )}
    </div>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly tone?: string | undefined;
}

function Figure({ name, value, tone }: FigureProps) {
  return (
    <div>
      <dt className="text-label text-ink-2">{name}</dt>
      <dd className={classes("text-kpi font-strong", tone)}>{value}</dd>
    </div>
  );
}

function Mode({ outcome, mode, onMode }: Pick<OutcomePanelProps, "mode" | "onMode"> & OutcomeProps) {
  const words = useStrings(strings);
  const current = mode ?? outcome.mode;
  return (
    <Section title={words.mode} hint={current === null ? words.modeMixed : words.modeHints[current]}>
      <div className="flex">
        <Segmented
          label={words.mode}
          value={current}
          options={[
            { value: "merge", label: words.modes.merge },
            { value: "replace_days", label: words.modes.replace_days },
          ]}
          onChange={onMode}
        />
      </div>
    </Section>
  );
}

function ByType({ outcome: { rowsByType } }: OutcomeProps) {
  const words = useStrings(strings);
  const format = useFormat();
  if (rowsByType.length === 0) return null;
  return (
    <Section title={words.byType}>
      <table className="w-full max-w-lg">
        <thead className="text-left text-label text-ink-3">
          <tr>
            <th className="py-1 font-regular">{words.type}</th>
            <th className="py-1 text-right font-regular">{words.rows}</th>
            <th className="py-1 text-right font-regular">{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {rowsByType.map(({ type, rows, amount }) => (
            <tr key={type} className="border-t border-line">
              <td className="py-1.5 font-medium">{words.types[type]}</td>
              <td className="py-1.5 text-right">{format.count(rows)}</td>
              <td className="py-1.5 text-right">{format.moneyExact(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const MOST_LINES = 8;

function SkippedLines({ outcome: { skippedLines } }: OutcomeProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const counted = useCounted();
  const more = skippedLines.length - MOST_LINES;
  if (skippedLines.length === 0) return null;
  return (
    <Section title={counted(skippedLines.length, words.skipped)}>
      <ul className="flex flex-col gap-1">
        {skippedLines.slice(0, MOST_LINES).map(({ table, line, text }) => (
          <li key={`${table} ${line}`} className="flex gap-3">
            <span className="w-12 shrink-0 text-right text-ink-3">{format.count(line)}</span>
            <code className="min-w-0 font-mono text-label break-all text-ink-2">{text}</code>
          </li>
        ))}
        {more > 0 && <li className="text-label text-ink-3">{counted(more, words.skippedMore)}</li>}
      </ul>
    </Section>
  );
}
