import type { Segment } from "#src/domain/segments.ts";
import type { CompareSide } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { LegendItem } from "#src/ui/Legend.tsx";
import type { SeriesTone } from "#src/ui/tones.ts";

import type { NamedType } from "./compareView.ts";
import type { CompareWords } from "./strings.ts";

export interface Spoken {
  readonly words: CompareWords;
  readonly format: Format;
}

/** A side as people read it. */
function sideLabel(side: CompareSide, segments: readonly Segment[], { words, format }: Spoken): string {
  switch (side.type) {
    case "all":
      return words.everybody;
    case "month":
      return format.month(side.month.from);
    case "segment":
      return segments.find(({ id }) => id === side.id)?.name ?? words.segmentGone;
    case "channel":
    case "kind":
    case "campaign":
    case "product":
      return nameLabel(side.type, side.name, words);
  }
}

/** Names of all sides, each told from the others: a channel and a campaign may be spelt alike. */
export function sideNames(
  sides: readonly CompareSide[],
  segments: readonly Segment[],
  spoken: Spoken,
): readonly string[] {
  const labels = sides.map((side) => sideLabel(side, segments, spoken));
  return labels.map((label, place) => {
    const type = sides[place]?.type ?? "all";
    const isAlone = labels.filter((other) => other === label).length === 1;
    return isAlone ? label : spoken.words.namedOf(label, spoken.words.types[type]);
  });
}

export function nameLabel(type: NamedType, name: string, words: CompareWords): string {
  if (name === "") return words.noName[type];
  return type === "kind" && (name === "online" || name === "offline") ? words.kinds[name] : name;
}

const TONES = ["returning", "exits", "new", "outstanding"] as const satisfies readonly SeriesTone[];

/** The colour of a side, by its place. */
export function sideTone(place: number): SeriesTone {
  return TONES[place] ?? "other";
}

export function sidesLegend(names: readonly string[]): readonly LegendItem[] {
  return names.map((name, place) => ({ name, mark: "line", tone: sideTone(place) }));
}
