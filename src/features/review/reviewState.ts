import type { ImportMode, Reading } from "#src/domain/reading.ts";
import type { Drop, DroppedTable, TableChoice } from "#src/engine/protocol.ts";

import { isHopeless, isTakenAtFirst, type TableGroup } from "./groups.ts";
import { distinct, type Question } from "./questions.ts";
import { isEmptyReading } from "./readings.ts";

/** What the reader said of the tables of a group. */
export interface GroupAnswers {
  readonly reading: Reading;
  /** Null: by what the file has. */
  readonly mode: ImportMode | null;
  /** The name for the mapping; null is the engine's. */
  readonly name: string | null;
  /** Questions with an answer; they stay in sight, so that it can be changed. */
  readonly settled: readonly Question[];
  /** Values of types that were not known, with their rows when they were asked about. */
  readonly askedTypes: readonly { readonly value: string; readonly count: number }[];
}

export interface ReviewState {
  readonly groups: readonly TableGroup[];
  /** Places of tables. */
  readonly taken: ReadonlySet<number>;
  readonly answers: Readonly<Record<string, GroupAnswers>>;
  /** Id of the group that the reader chose to look at, or changed; undefined until then. */
  readonly selected: string | undefined;
  /** The reader settled something that closing would lose. */
  readonly isTouched: boolean;
}

export type ReviewAction =
  | { readonly type: "select"; readonly group: string }
  | { readonly type: "take"; readonly tables: readonly number[]; readonly on: boolean }
  | { readonly type: "read"; readonly group: string; readonly reading: Reading }
  | { readonly type: "answer"; readonly group: string; readonly question: Question; readonly reading: Reading }
  | {
      readonly type: "askedTypes";
      readonly group: string;
      readonly asked: GroupAnswers["askedTypes"];
      readonly reading: Reading;
    }
  | { readonly type: "mode"; readonly group: string; readonly mode: ImportMode }
  | { readonly type: "name"; readonly group: string; readonly name: string };

export function firstState({ tables }: Drop, groups: readonly TableGroup[]): ReviewState {
  const recognised = placesOf(tables, isTakenAtFirst);
  // Where nothing is recognised, the reader is asked what it is.
  const taken = new Set(recognised.length > 0 ? recognised : placesOf(tables, (table) => !isHopeless(table)));
  const answers = groups.map(({ id, mapping }): [string, GroupAnswers] => [
    id,
    { reading: mapping?.reading ?? {}, mode: null, name: null, settled: [], askedTypes: [] },
  ]);
  return { groups, taken, answers: Object.fromEntries(answers), selected: undefined, isTouched: false };
}

function placesOf(tables: Drop["tables"], isWanted: (table: DroppedTable) => boolean): readonly number[] {
  return tables.flatMap((table, place) => (isWanted(table) ? [place] : []));
}

const NO_ANSWERS: GroupAnswers = { reading: {}, mode: null, name: null, settled: [], askedTypes: [] };

export function answersOf({ answers }: ReviewState, group: string): GroupAnswers {
  return answers[group] ?? NO_ANSWERS;
}

export function reviewed(state: ReviewState, action: ReviewAction): ReviewState {
  switch (action.type) {
    case "select":
      return { ...state, selected: action.group };
    case "take":
      return withTaken(state, action);
    case "read":
      return changed(state, action.group, { reading: action.reading });
    case "answer": {
      const { settled } = answersOf(state, action.group);
      return changed(state, action.group, {
        reading: action.reading,
        settled: distinct([...settled, action.question]),
      });
    }
    case "askedTypes":
      return changed(state, action.group, { reading: action.reading, askedTypes: action.asked });
    case "mode":
      return changed(state, action.group, { mode: action.mode });
    case "name":
      return changed(state, action.group, { name: action.name });
  }
}

function withTaken(state: ReviewState, { tables, on }: { readonly tables: readonly number[]; readonly on: boolean }) {
  const taken = new Set(state.taken);
  for (const place of tables) {
    if (on) taken.add(place);
    else taken.delete(place);
  }
  return { ...state, taken };
}

function changed(state: ReviewState, group: string, change: Partial<GroupAnswers>): ReviewState {
  const { answers } = state;
  const next = { ...answersOf(state, group), ...change };
  // A table whose dataset the reader has just named is one that they want.
  const named = change.reading?.dataset !== undefined && answersOf(state, group).reading.dataset === undefined;
  const members = state.groups.find(({ id }) => id === group)?.tables ?? [];
  const taken = named ? new Set([...state.taken, ...members]) : state.taken;
  return { ...state, taken, answers: { ...answers, [group]: next }, selected: group, isTouched: true };
}

/** What the engine is asked for, in the order of the drop. */
export function choicesOf(state: ReviewState): readonly TableChoice[] {
  const choices = state.groups.flatMap(({ id, tables }) => {
    const { reading, mode, name } = answersOf(state, id);
    const settled = isEmptyReading(reading) ? null : reading;
    return tables
      .filter((place) => state.taken.has(place))
      .map((table): TableChoice => ({
        table,
        reading: settled,
        mode,
        ...(settled !== null && name !== null && name.trim() !== "" && { mappingName: name.trim() }),
      }));
  });
  return choices.toSorted((a, b) => a.table - b.table);
}
