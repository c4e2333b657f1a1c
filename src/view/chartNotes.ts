import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

import type { Period } from "#src/domain/period.ts";
import type { Annotation } from "#src/engine/protocol.ts";

import { useEngine } from "./engine.tsx";

const KEY = "dipper.notes";
const listeners = new Set<() => void>();
/** Undefined until it is first asked for. */
let shown: boolean | undefined;

export interface ShownNotes {
  readonly items: readonly Annotation[];
  readonly buckets: readonly Period[];
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

/**
 * The notes for a chart over time; undefined while there are none.
 *
 * @param buckets  of its axis; must keep their identity between renders
 */
export function useChartNotes(buckets: readonly Period[]): ShownNotes | undefined {
  const items = useAnnotations();
  const isShown = useSyncExternalStore(subscribe, notesShown);
  return items && items.length > 0 ? { items, buckets, isShown, onToggle: toggleNotes } : undefined;
}

/** Ascending by day; undefined while they are on their way, and without the dataset. */
export function useAnnotations(): readonly Annotation[] | undefined {
  const { methods, status, revision } = useEngine();
  const query = useQuery({
    queryKey: ["annotations", revision],
    queryFn: ({ signal }) => methods.annotations({}, signal),
    enabled: (status.tables.annotations ?? 0) > 0,
  });
  return (status.tables.annotations ?? 0) > 0 ? query.data : undefined;
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** One choice for every chart, kept on this device. */
function notesShown(): boolean {
  shown ??= read() !== "hidden";
  return shown;
}

function toggleNotes(): void {
  shown = !notesShown();
  keep(shown ? "shown" : "hidden");
  for (const onChange of listeners) onChange();
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch (error) {
    // Storage may be switched off.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function keep(choice: "shown" | "hidden"): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch (error) {
    // It is kept until the page is closed.
    if (!(error instanceof DOMException)) throw error;
  }
}
