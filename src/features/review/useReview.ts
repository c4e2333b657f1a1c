import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useReducer, useState } from "react";

import type { FileSketch } from "#src/domain/reading.ts";
import type { Drop, DroppedTable, DropPreview, Progress, TableChoice } from "#src/engine/protocol.ts";
import { useEngine } from "#src/view/engine.tsx";

import { tableGroups, type TableGroup } from "./groups.ts";
import { seenIn } from "./outcome.ts";
import { previewQuery, sketchQuery } from "./queries.ts";
import { layoutOf } from "./readings.ts";
import { answersOf, choicesOf, firstState, reviewed, type ReviewAction, type ReviewState } from "./reviewState.ts";
import type { Standing } from "./standing.ts";

/** From the last answer to a new preview: several answers in a row make one. */
const SETTLE_MS = 300;

export interface Review {
  readonly standing: Standing;
  readonly dispatch: (action: ReviewAction) => void;
  /** The last one, also while the next is made. */
  readonly preview: DropPreview | undefined;
  /** Set while a preview is made. */
  readonly progress: Progress | null;
  readonly failed: boolean;
  readonly onRetry: () => void;
}

const UNKNOWN: Progress = { done: 0, total: 0 };

/** What a drop is, what its reader says of it, and what an import would come to; every answer is previewed anew. */
export function useReview(drop: Drop): Review {
  const { methods, today, revision } = useEngine();
  const [state, dispatch] = useReducer(reviewed, drop, (first) => firstState(first, tableGroups(first.tables)));
  const [progress, setProgress] = useState(UNKNOWN);
  const choices = choicesOf(state);
  const asked = useSettled(choices);
  const query = useQuery({
    ...previewQuery(methods, { dropId: drop.dropId, choices: asked, today, revision }, setProgress),
    enabled: asked.length > 0,
  });
  const isCurrent = query.isSuccess && !query.isPlaceholderData && keyOf(query.data.choices) === keyOf(choices);
  const preview = query.data?.preview;
  return {
    standing: { tables: drop.tables, state, seen: seenIn(preview, isCurrent) },
    dispatch,
    preview,
    progress: asked.length > 0 && query.isFetching ? progress : null,
    failed: query.isError,
    onRetry: () => void query.refetch(),
  };
}

function keyOf(choices: readonly TableChoice[]): string {
  return JSON.stringify(choices);
}

function useSettled(choices: readonly TableChoice[]): readonly TableChoice[] {
  const [settled, setSettled] = useState(choices);
  const key = keyOf(choices);
  const settle = useEffectEvent((waited: string) => {
    if (waited === key) setSettled(choices);
  });
  useEffect(() => {
    const timer = setTimeout(() => settle(key), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}

export interface GroupHead {
  readonly sketch: FileSketch | null;
  readonly refusal: DroppedTable["refusal"];
}

/** The head of a group as its answers have it. */
export function useGroupHead(drop: Drop, group: TableGroup, state: ReviewState): GroupHead {
  const { methods } = useEngine();
  const { reading } = answersOf(state, group.id);
  const first = group.mapping?.reading ?? {};
  const layout = layoutOf(reading);
  // What was opened is read by the mapping; columns of it that are taken back are to be recognised.
  const isAsOpened = reading.columns === first.columns && JSON.stringify(layout) === JSON.stringify(layoutOf(first));
  const query = useQuery({
    ...sketchQuery(methods, { dropId: drop.dropId, table: group.lead, reading: layout }),
    enabled: !isAsOpened && reading.columns === undefined,
  });
  const opened: GroupHead = { sketch: group.sketch, refusal: drop.tables[group.lead]?.refusal ?? null };
  return isAsOpened ? opened : (query.data ?? opened);
}
