import type { DefinitionGroup, MeasureDefinition } from "./definition.ts";

export interface GlossarySection {
  readonly group: DefinitionGroup;
  readonly entries: readonly MeasureDefinition[];
}

/** The definitions that contain a text in either language, by group, in their order. */
export function glossarySections(definitions: readonly MeasureDefinition[], text: string): GlossarySection[] {
  const wanted = text.trim().toLowerCase();
  const found = definitions.filter((definition) => searchable(definition).includes(wanted));
  return [...new Set(found.map(({ group }) => group))].map((group) => ({
    group,
    entries: found.filter((definition) => definition.group === group),
  }));
}

function searchable({ name, sentence, formula, rule }: MeasureDefinition): string {
  return [name.en, name.zh, sentence.en, sentence.zh, formula?.en ?? "", formula?.zh ?? "", rule]
    .join("\n")
    .toLowerCase();
}
