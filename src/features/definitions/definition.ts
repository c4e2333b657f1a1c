/** The same text in both languages. */
interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** The settings that change what a measure comes to. */
export type MeasureSwitch = "newRule" | "transfers" | "spread" | "zone" | "weekStart" | "hunterRules";

export type DefinitionGroup =
  | "ledger"
  | "lenders"
  | "cohorts"
  | "lifetime"
  | "growth"
  | "states"
  | "acquisition"
  | "activation"
  | "credit"
  | "platform"
  | "targets";

export interface MeasureDefinition {
  /** Part of the link to the entry. */
  readonly id: string;
  readonly group: DefinitionGroup;
  readonly name: Bilingual;
  /** In business words, with the rule that decides the hard case. */
  readonly sentence: Bilingual;
  readonly formula: Bilingual | null;
  readonly switches: readonly MeasureSwitch[];
  /** Rule of METRICS.md. */
  readonly rule: string;
}
