import { useState, type ReactNode } from "react";

import type { FileRefusal } from "#src/domain/imports.ts";
import type { Drop } from "#src/engine/protocol.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import type { ErrorFacts } from "#src/ui/errorText.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { rowErrorText } from "#src/ui/rowErrorText.ts";
import { Tabs } from "#src/ui/Tabs.tsx";
import { TextField } from "#src/ui/TextField.tsx";

import { useGroupName } from "./GroupList.tsx";
import type { TableGroup } from "./groups.ts";
import { LayoutControls } from "./LayoutControls.tsx";
import { MappingPanel } from "./MappingPanel.tsx";
import { groupOutcome, knownSince, lostRejects } from "./outcome.ts";
import { OutcomePanel } from "./OutcomePanel.tsx";
import { QuestionList } from "./QuestionList.tsx";
import { isEmptyReading, withPart } from "./readings.ts";
import { answersOf, type ReviewAction } from "./reviewState.ts";
import { SampleRows } from "./SampleRows.tsx";
import { absenceOf, datasetOf, questionsIn, type Standing } from "./standing.ts";
import { strings } from "./strings.ts";
import { TypeQuestions } from "./TypeQuestions.tsx";
import { useGroupHead } from "./useReview.ts";

export interface GroupDetailProps {
  readonly drop: Drop;
  readonly group: TableGroup;
  readonly standing: Standing;
  readonly onAction: (action: ReviewAction) => void;
}

type Tab = "outcome" | "columns" | "rows";

/** One group of tables: how it is read, what it leaves open, and what importing it comes to. */
export function GroupDetail({ drop, group, standing, onAction }: GroupDetailProps) {
  const words = useStrings(strings);
  const [tab, setTab] = useState<Tab>("outcome");
  const { state, seen } = standing;
  const head = useGroupHead(drop, group, state);
  const { reading } = answersOf(state, group.id);
  const dataset = datasetOf(group, state);
  const outcome = groupOutcome(group, seen);
  const questions = questionsIn(group, standing);
  const { sketch } = head;
  // What somebody looks at stays in sight, whatever another group asks meanwhile.
  const show = (next: Tab): void => {
    setTab(next);
    onAction({ type: "select", group: group.id });
  };
  return (
    <section aria-label={words.whatItIs} className="flex min-w-0 flex-col gap-5 p-4 md:p-5 lg:overflow-y-auto">
      <Heading drop={drop} group={group} />
      <Notes drop={drop} group={group} standing={standing} />
      {sketch !== null && (
        <>
          <LayoutControls
            sketch={sketch}
            reading={reading}
            dataset={dataset}
            isSheet={drop.tables[group.lead]?.container?.kind === "xlsx"}
            onChange={(next) => onAction({ type: "read", group: group.id, reading: next })}
          />
          {dataset !== undefined && (
            <QuestionList
              asked={questions}
              sketch={sketch}
              reading={reading}
              onColumns={dataset === "transactions" ? () => show("columns") : undefined}
              onAnswer={(question, next) => onAction({ type: "answer", group: group.id, question, reading: next })}
            />
          )}
          <TypeQuestions group={group} standing={standing} onAction={onAction} />
          <Mapping drop={drop} group={group} standing={standing} onAction={onAction} />
          <Tabs
            label={words.sections}
            value={tab}
            onChange={show}
            tabs={[
              { value: "outcome", label: words.outcome },
              { value: "columns", label: words.columns },
              { value: "rows", label: words.rowsTab },
            ]}
          >
            {tab === "outcome" && (
              <OutcomePanel
                drop={drop}
                outcome={outcome}
                lost={lostRejects(group, seen)}
                mode={answersOf(state, group.id).mode}
                dataset={dataset}
                absence={absenceOf(group, standing)}
                knownAtMs={knownSince(group, seen)}
                onMode={(mode) => onAction({ type: "mode", group: group.id, mode })}
              />
            )}
            {tab === "columns" && (
              <MappingPanel
                sketch={sketch}
                reading={reading}
                dataset={dataset}
                scaleFen={outcome?.amountScaleFen ?? null}
                onChange={(next) => onAction({ type: "read", group: group.id, reading: next })}
              />
            )}
            {tab === "rows" && <SampleRows sketch={sketch} reading={reading} />}
          </Tabs>
        </>
      )}
    </section>
  );
}

type PartProps = Pick<GroupDetailProps, "drop" | "group">;

function Heading({ drop, group }: PartProps) {
  const name = useGroupName()(group, drop.tables);
  const [first, last] = [drop.tables[group.tables[0] ?? 0], drop.tables[group.tables.at(-1) ?? 0]];
  const span = group.tables.length > 1 && first && last ? `${first.fileName} … ${last.fileName}` : undefined;
  return (
    <div className="min-w-0">
      <h3 className="text-page font-title break-words">{name}</h3>
      {span !== undefined && <p className="text-label break-words text-ink-3">{span}</p>}
    </div>
  );
}

/** What is to be known of its files before anything else. */
function Notes({ drop, group, standing }: Omit<GroupDetailProps, "onAction">) {
  const words = useStrings(strings);
  const format = useFormat();
  const members = group.tables.flatMap((place) => drop.tables[place] ?? []);
  const since = knownSince(group, standing.seen);
  const isSuggested = members.every((table) => table.isSuggested);
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      <Refusals drop={drop} group={group} standing={standing} />
      {since !== undefined && since !== null && <Note>{words.knownSince(format.deviceTime(since))}</Note>}
      {since === null && <Note>{words.knownTwice}</Note>}
      {members.some((table) => table.isMisnamed) && <Note>{words.misnamed}</Note>}
      {!isSuggested && <Note>{words.notSuggested}</Note>}
    </div>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return <p className="text-ink-2">{children}</p>;
}

/** Refusals that no answer can lift; the same one of many files is told once. */
function Refusals({ drop, group, standing: { state, seen } }: Omit<GroupDetailProps, "onAction">) {
  const language = useLanguage();
  const dataset = datasetOf(group, state);
  const found = group.tables.flatMap((place) => {
    const preview = seen.byTable.get(place);
    const refusal = preview?.type === "refused" ? preview.refusal : (drop.tables[place]?.refusal ?? undefined);
    const isQuestion = refusal?.code.startsWith("AMBIGUOUS_") === true || refusal?.code === "MISSING_COLUMN";
    const isOver = preview !== undefined && preview.type !== "refused";
    return refusal === undefined || isQuestion || isOver ? [] : [{ place, refusal }];
  });
  const distinct = new Map(found.toReversed().map((each) => [each.refusal.code, each]));
  return [...distinct.values()].map(({ place, refusal }) => {
    const fileName = group.tables.length > 1 ? drop.tables[place]?.fileName : undefined;
    const { what, where, fix } = rowErrorText({ ...refusal, ...rowsOf(refusal), fileName }, language);
    const [first] = refusal.rejects ?? [];
    return (
      <div key={refusal.code} className="rounded-node border border-line bg-sunken px-4 py-3">
        <p className="font-strong text-bad">{what}</p>
        {first !== undefined && (
          <p className="text-ink-2">
            {rowErrorText({ code: first.code, column: first.column, dataset }, language).what}
          </p>
        )}
        {where !== "" && <p className="break-words text-ink-2">{where}</p>}
        <p className="break-words text-ink-2">{fix}</p>
        <p className="text-micro text-ink-3">{refusal.code}</p>
      </div>
    );
  });
}

/** Of a file whose every row is rejected: how many, and the first of them. */
function rowsOf({ rejects = [] }: FileRefusal): Partial<ErrorFacts> {
  const [first] = rejects;
  if (first === undefined) return {};
  const { line, column, value } = first;
  return { line, column, value, ...(rejects.length > 1 && { count: rejects.length }) };
}

/** As the engine names a mapping that nobody named. */
function stemOf(fileName: string): string {
  return (fileName.split(" › ").at(-1) ?? fileName).replace(/\.[^.]+$/, "");
}

/** Which mapping is in use, and what these answers will be remembered as. */
function Mapping({ drop, group, standing, onAction }: GroupDetailProps) {
  const words = useStrings(strings);
  const { reading, name } = answersOf(standing.state, group.id);
  if (isEmptyReading(reading)) return null;
  const { mapping } = group;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {mapping !== null && reading === mapping.reading ? (
        <Badge>{words.usingMapping(mapping.name)}</Badge>
      ) : (
        <div className="w-full max-w-72">
          <TextField
            label={words.remember}
            hint={words.rememberHint}
            placeholder={mapping?.name ?? stemOf(drop.tables[group.lead]?.fileName ?? "")}
            value={name ?? ""}
            onChange={(next) => onAction({ type: "name", group: group.id, name: next })}
          />
        </div>
      )}
      <Button
        variant="ghost"
        size="sm"
        onClick={() => onAction({ type: "read", group: group.id, reading: withPart({}, {}) })}
      >
        {words.forgetAnswers}
      </Button>
    </div>
  );
}
