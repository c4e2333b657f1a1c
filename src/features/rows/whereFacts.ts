import type { Filter, RowsWhere } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";

import { strings, type RowsWords } from "./strings.ts";

export interface Fact {
  readonly id: keyof RowsWords["factNames"];
  readonly name: string;
  readonly value: string;
}

/** What the rows were asked by, in words, so that the list can be checked against the number it came from. */
export function whereFacts(where: RowsWhere, lenderText: (id: string) => string, format: Format): readonly Fact[] {
  const words = strings[format.language];
  const { period, types, newness, filter, cohort, growth } = where;
  const named = (name: string) => (name === "" ? words.none : name);
  const values: Readonly<Record<Fact["id"], string | undefined>> = {
    period: period && format.period(period),
    types: types && format.list(types.map((type) => words.types[type])),
    newness: newness && words.newness[newness],
    products: namesOf("products", filter, format),
    channels: namesOf("channels", filter, format),
    cohort: cohort && format.period(cohort),
    firstChannel: where.firstChannel === undefined ? undefined : named(where.firstChannel),
    firstProduct: where.firstProduct === undefined ? undefined : named(where.firstProduct),
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

function namesOf(key: keyof Filter, filter: Filter | undefined, format: Format): string | undefined {
  const words = strings[format.language];
  const names = filter?.[key] ?? [];
  if (names.length === 0) return undefined;
  return format.list(names.map((name) => (name === "" ? words.none : name)));
}
