import type { FundLine, LeverageFigures, LeverageRules } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import type { EntryEffect } from "./fundEntry.ts";
import type { FundWords } from "./fundStrings.ts";
import { shareText } from "./ruleFields.ts";

export interface FundSpoken {
  readonly words: FundWords;
  readonly format: Format;
}

export function fundName({ kind, kindName }: Pick<FundLine, "kind" | "kindName">, words: FundWords): string {
  return kind === null ? kindName : words.kinds[kind];
}

/** What the dataset says of a fund beside its kind and amount: "Controlling, platform is a subsidiary, note". */
export function fundDetail(fund: FundLine, words: FundWords): string {
  const { kind, relation, mainBusiness, related, note } = fund;
  const known = Object.entries(words.relations).find(([name]) => name === relation)?.[1];
  // The kind says it already.
  const isPlain = kind !== "shareholder" && (relation === "partner" || relation === "own");
  const main = mainBusiness === "yes" ? words.mainYes : mainBusiness === "no" ? words.mainNo : mainBusiness;
  return [
    isPlain ? "" : (known ?? relation),
    relation === "controlling" ? main : "",
    kind === "guarantee" && related !== null ? (related ? words.relatedYes : words.relatedNo) : "",
    note,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** Whether last year's profit is told, so that it goes with net assets. */
export function hasProfit(funds: readonly FundLine[]): boolean {
  return funds.some(({ kind }) => kind === "last_year_profit");
}

const MILLION = 1_000_000;

/** Whether a fund has a part that should count, and counts for nothing since its kind comes to less than that. */
function isBelowZero({ amount, counts }: FundLine, ppm: number): boolean {
  return counts === 0 && Math.round((amount / MILLION) * ppm) !== 0;
}

function belowZeroText({ amount }: FundLine, why: FundWords["why"]): string {
  return amount < 0 ? why.belowZero : why.kindBelowZero;
}

/** By which rule a fund counts, in words. `funds` are all that are in force beside it. */
export function whyText(
  fund: FundLine,
  { rules, funds }: Pick<FundsShown, "rules" | "funds">,
  { words: { why }, format }: FundSpoken,
): string {
  const share = (ppm: number): string => shareText(ppm, format);
  switch (fund.why) {
    case "unrelated_guarantor":
    case "related_guarantor": {
      if (fund.amount <= 0) return why.guarantorEmpty;
      if (fund.counts !== null) return why.relatedGuarantor;
      const words = rules.guaranteeBase === "outstanding" ? why.guarantor : why.guarantorCapped;
      const covers = words(share(rules.guaranteePpm));
      return fund.related === null ? why.takenAsUnrelated(covers) : covers;
    }
    case "insured":
      if (isBelowZero(fund, rules.insuredPpm)) return belowZeroText(fund, why);
      return why.insured(share(rules.insuredPpm));
    case "own_chosen": {
      if (fund.counts === 0 && fund.amount !== 0) return why.ownBelowZero;
      const isPair = fund.kind === "last_year_profit" || (fund.kind === "net_assets" && hasProfit(funds));
      return isPair ? why.ownChosenBoth : why.ownChosen;
    }
    case "own_not_chosen":
      return why.ownNotChosen;
    case "collateral":
      if (isBelowZero(fund, MILLION - rules.haircutPpm)) return belowZeroText(fund, why);
      return rules.haircutPpm === 0 ? why.collateral : why.collateralLess(share(rules.haircutPpm));
    case "main_business":
      if (isBelowZero(fund, rules.mainBusinessPpm)) return belowZeroText(fund, why);
      return why.mainBusiness(share(rules.mainBusinessPpm));
    case "subsidiary":
      if (isBelowZero(fund, rules.subsidiaryPpm)) return belowZeroText(fund, why);
      return why.subsidiary(share(rules.subsidiaryPpm));
    case "financial":
      if (isBelowZero(fund, rules.financialPpm)) return belowZeroText(fund, why);
      return why.financial(share(rules.financialPpm));
    case "unknown_kind":
      return why.unknownKind;
    case "unknown_shareholder":
      return why.unknownShareholder;
  }
}

/** What a fund adds to backing; guarantors that count cover a share of outstanding together. */
export function countsText(
  { counts }: FundLine,
  { guarantee }: Pick<LeverageFigures, "guarantee">,
  { words, format }: FundSpoken,
): string {
  return counts === null ? words.inAll(format.money(guarantee)) : format.money(counts);
}

/** What an entry does to the funds of its kind. */
export function effectText(effect: EntryEffect, { words: { effects }, format }: FundSpoken): string {
  switch (effect.type) {
    case "first":
      return effects.first;
    case "replaces":
      return effects.replaces(format.money(effect.amount));
    case "beside":
      return effects.beside(format.count(effect.count));
    case "ends":
      return effects.ends(format.count(effect.count), format.day(effect.day));
    case "before":
      return effects.before(format.day(effect.day));
  }
}

export interface FundsShown {
  readonly funds: readonly FundLine[];
  /** Of the day on which they are in force. */
  readonly figures: LeverageFigures;
  readonly rules: LeverageRules;
  /** Undefined until the history of imports is there. */
  readonly fileOf: (importId: number) => string | undefined;
}

/** As a file. Several guarantors have one cover between them, which is then of none of them alone. */
export function fundsFile(
  { funds, figures, rules, fileOf }: FundsShown,
  spoken: FundSpoken,
): Pick<TableModel, "columns" | "rows"> {
  const { words } = spoken;
  const isOnly = funds.filter(({ counts }) => counts === null).length === 1;
  return {
    columns: [
      { id: "kind", label: words.kind, type: "text" },
      { id: "asOf", label: words.asOf, type: "day" },
      { id: "amount", label: words.amount, type: "money" },
      { id: "relation", label: words.relation, type: "text" },
      { id: "mainBusiness", label: words.mainBusiness, type: "text" },
      { id: "related", label: words.related, type: "text" },
      { id: "note", label: words.note, type: "text" },
      { id: "rule", label: words.rule, type: "text" },
      { id: "counts", label: words.counts, type: "money" },
      { id: "source", label: words.source, type: "text" },
    ],
    rows: funds.map((fund) => [
      fundName(fund, words),
      fund.asOf,
      fund.amount,
      fund.relation,
      fund.mainBusiness,
      fund.related === null ? null : fund.related ? words.yesNo.yes : words.yesNo.no,
      fund.note,
      whyText(fund, { rules, funds }, spoken),
      fund.counts ?? (isOnly ? figures.guarantee : null),
      fileOf(fund.importId) ?? null,
    ]),
  };
}
