import type { Segment, SegmentRules } from "#src/domain/segments.ts";

/** Segments with one more, or with new rules under a name that is there. */
export function withSegment(segments: readonly Segment[], name: string, rules: SegmentRules): readonly Segment[] {
  const known = segmentNamed(segments, name);
  if (known) return segments.map((segment) => (segment === known ? { ...segment, rules } : segment));
  return byName([...segments, { id: freeId(segments, name), name, rules }]);
}

export function renamedSegment(segments: readonly Segment[], id: string, name: string): readonly Segment[] {
  return byName(segments.map((segment) => (segment.id === id ? { ...segment, name } : segment)));
}

export function withoutSegment(segments: readonly Segment[], id: string): readonly Segment[] {
  return segments.filter((segment) => segment.id !== id);
}

export function segmentNamed(segments: readonly Segment[], name: string): Segment | undefined {
  return segments.find((segment) => segment.name === name);
}

/** Of the name's letters and digits, and a number where another segment has that already. */
function freeId(segments: readonly Segment[], name: string): string {
  const stem = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  const taken = new Set(segments.map(({ id }) => id));
  let id = stem;
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
  return id;
}

function byName(segments: readonly Segment[]): readonly Segment[] {
  return segments.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
