import type { DatasetName } from "#src/domain/datasets.ts";
import type { Reading } from "#src/domain/reading.ts";
import type { DroppedTable, TableChoice, TablePreview } from "#src/engine/protocol.ts";

import { isHopeless, type TableGroup } from "./groups.ts";
import { needsLook, type Seen } from "./outcome.ts";
import { distinct, isAnswered, questionId, questionsOf, type Question } from "./questions.ts";
import { answersOf, choicesOf, type ReviewState } from "./reviewState.ts";

/** A review as it stands: what was dropped, what the reader said, what the engine said. */
export interface Standing {
  readonly tables: readonly DroppedTable[];
  readonly state: ReviewState;
  readonly seen: Seen;
}

/** What a table is to the reader: "out" was not chosen, "reading" is not known yet, "look" can be imported but for much that is odd. */
export type TableStatus = "ready" | "look" | "reading" | "question" | "refused" | "known" | "out";

/** What needs the reader first. */
export const STATUSES: readonly TableStatus[] = ["question", "refused", "look", "known", "reading", "ready", "out"];

export interface AskedQuestion {
  readonly question: Question;
  /** Without an answer, or with one that settled nothing. */
  readonly isOpen: boolean;
}

/** Undefined when nobody knows what the tables are. */
export function datasetOf(group: TableGroup, state: ReviewState): DatasetName | undefined {
  return answersOf(state, group.id).reading.dataset ?? group.sketch?.dataset;
}

function openQuestions(place: number, reading: Reading, { tables, seen }: Standing): readonly Question[] {
  const preview = seen.byTable.get(place);
  const refusal = refusalOf(tables[place], preview);
  if (refusal === null) return [];
  // An answer that the engine has seen and still asks about is none.
  const isFinal = seen.isCurrent && preview !== undefined;
  return questionsOf(refusal).filter((question) => isFinal || !isAnswered(question, reading));
}

function refusalOf(dropped: DroppedTable | undefined, preview: TablePreview | undefined) {
  if (preview === undefined) return dropped?.refusal ?? null;
  return preview.type === "refused" ? preview.refusal : null;
}

export function statusOf(place: number, group: TableGroup, standing: Standing): TableStatus {
  const { tables, state, seen } = standing;
  const dropped = tables[place];
  if (dropped === undefined || isHopeless(dropped)) return "refused";
  const preview = seen.byTable.get(place);
  if (!state.taken.has(place)) return preview?.type === "known" ? "known" : "out";
  if (datasetOf(group, state) === undefined) return "question";
  if (openQuestions(place, answersOf(state, group.id).reading, standing).length > 0) return "question";
  switch (preview?.type) {
    case undefined:
      return "reading";
    case "readable":
      return needsLook(preview) ? "look" : "ready";
    case "known":
      return "known";
    case "refused":
      return seen.isCurrent ? "refused" : "reading";
  }
}

/** What is asked of a group: what was settled first, in the order in which it was. */
export function questionsIn(group: TableGroup, standing: Standing): readonly AskedQuestion[] {
  const { settled, reading } = answersOf(standing.state, group.id);
  const open = group.tables
    .filter((place) => standing.state.taken.has(place))
    .flatMap((place) => openQuestions(place, reading, standing));
  const openIds = new Set(open.map(questionId));
  return distinct([...settled, ...open]).map((question) => ({ question, isOpen: openIds.has(questionId(question)) }));
}

/** Why nothing is known yet of what a group comes to: of its tables' reasons the one to be dealt with first. */
export function absenceOf(group: TableGroup, standing: Standing): Exclude<TableStatus, "ready" | "look"> {
  const found = new Set(group.tables.map((place) => statusOf(place, group, standing)));
  return (["question", "reading", "known", "refused", "out"] as const).find((status) => found.has(status)) ?? "reading";
}

function openIn(group: TableGroup, standing: Standing): number {
  const { state } = standing;
  if (!group.tables.some((place) => state.taken.has(place))) return 0;
  if (datasetOf(group, state) === undefined) return 1;
  return questionsIn(group, standing).filter(({ isOpen }) => isOpen).length;
}

/** Questions that stand in the way of an import, of all groups. */
export function openCount(standing: Standing): number {
  return standing.state.groups.reduce((sum, group) => sum + openIn(group, standing), 0);
}

/** The first group with a question; undefined when none has. */
export function firstAsking(standing: Standing): TableGroup | undefined {
  return standing.state.groups.find((group) => openIn(group, standing) > 0);
}

/** The group to look at: the reader's choice, else the first that asks something, else the first that is taken. */
export function shownGroup(standing: Standing): TableGroup | undefined {
  const { groups, selected, taken } = standing.state;
  return (
    groups.find(({ id }) => id === selected) ??
    firstAsking(standing) ??
    groups.find(({ tables }) => tables.some((place) => taken.has(place))) ??
    groups[0]
  );
}

/** What an import would be given: what is known already or refused is left out. */
export function importable(standing: Standing): readonly TableChoice[] {
  const { groups } = standing.state;
  const isWanted = (place: number): boolean => {
    const group = groups.find(({ tables }) => tables.includes(place));
    return group !== undefined && ["ready", "look", "reading", "question"].includes(statusOf(place, group, standing));
  };
  return choicesOf(standing.state).filter(({ table }) => isWanted(table));
}
