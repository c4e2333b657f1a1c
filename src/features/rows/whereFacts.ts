import type { Segment } from "#src/domain/segments.ts";
import type { Filter, RowsWhere } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";

import { strings, type RowsWords } from "./strings.ts";

export interface Fact {
  readonly id: keyof RowsWords["factNames"];
  readonly name: string;
  readonly value: string;
}

export interface FactNames {
  /** As the screen shows a lender's id. */
  readonly lenderText: (id: string) => string;
  /** Those that are saved. */
  readonly segments: readonly Segment[];
}

/** What the rows were asked by, in words, so that the list can be checked against the number it came from. */
export function whereFacts(where: RowsWhere, { lenderText, segments }: FactNames, format: Format): readonly Fact[] {
  const words = strings[format.language];
  const { period, types, newness, filter, cohort, growth } = where;
  const named = (name: string) => (name === "" ? words.none : name);
  const values: Readonly<Record<Fact["id"], string | undefined>> = {
    period: period && format.period(period),
    types: types && format.list(types.map((type) => words.types[type])),
    newness: newness && words.newness[newness],
    products: namesOf("products", filter, format),
    channels: namesOf("channels", filter, format),
    segment: filter?.segment === undefined ? undefined : segmentName(filter.segment, segments, words),
    cohort: cohort && format.period(cohort),
    firstChannel: where.firstChannel === undefined ? undefined : named(where.firstChannel),
    firstProduct: where.firstProduct === undefined ? undefined : named(where.firstProduct),
    kind:
      where.kind === undefined
        ? undefined
        : words.kinds[where.kind === "online" || where.kind === "offline" ? where.kind : "none"],
    campaign: where.campaign === undefined ? undefined : named(where.campaign),
    retained: where.retained && retainedFact(where.retained, words),
    lenderState: where.lenderState && words.states[where.lenderState],
    growth: growth && words.growthFact(format.month(growth.month.from), words.growth[growth.class]),
    lender: where.lender === undefined ? undefined : lenderText(where.lender),
    importId: where.importId === undefined ? undefined : words.importFact(where.importId),
  };
  // The record's own keys, which `Object.keys` widens to text.
  const ids = Object.keys(values) as Fact["id"][];
  return ids.flatMap((id) => {
    const value = values[id];
    return value === undefined ? [] : [{ id, name: words.factNames[id], value }];
  });
}

function retainedFact(
  { measure, clock, ages: { from, to } }: NonNullable<RowsWhere["retained"]>,
  words: RowsWords,
): string {
  return words.retainedFact(words.retained[measure], from === to ? `M${from}` : `M${from}–M${to}`, words.clocks[clock]);
}

function namesOf(key: "products" | "channels", filter: Filter | undefined, format: Format): string | undefined {
  const words = strings[format.language];
  const names = filter?.[key] ?? [];
  if (names.length === 0) return undefined;
  return format.list(names.map((name) => (name === "" ? words.none : name)));
}

function segmentName(id: string, segments: readonly Segment[], words: RowsWords): string {
  return segments.find((segment) => segment.id === id)?.name ?? words.segmentGone;
}
