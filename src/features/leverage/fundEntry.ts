import { isoDay } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { FundKind, FundLine } from "#src/engine/protocol.ts";
import { yuanText } from "#src/ui/format.ts";
import { entryFile } from "#src/view/entryFile.ts";

/** A fund as the reader enters it; columns that do not matter to its kind are empty. */
export interface FundEntry {
  readonly asOf: EpochDay;
  readonly kind: FundKind;
  readonly amount: number;
  readonly relation: "" | "partner" | "own" | "controlling" | "financial";
  readonly mainBusiness: "" | "yes" | "no";
  readonly related: boolean | null;
  readonly note: string;
}

/** What the reader chose, whether or not it matters to the kind. */
export interface FundChoices {
  readonly shareholder: "controlling" | "financial";
  readonly mainBusiness: "yes" | "no";
  readonly related: boolean;
}

const RELATIONS: Readonly<Record<Exclude<FundKind, "shareholder">, FundEntry["relation"]>> = {
  guarantee: "partner",
  insurance: "partner",
  net_assets: "own",
  last_year_profit: "own",
  vc_financing: "own",
  paid_in_capital: "own",
  collateral: "own",
};

/** Only what an account can be short of is below zero. */
export function mayBeNegative(kind: FundKind): boolean {
  return kind === "net_assets" || kind === "last_year_profit";
}

/** The columns that matter to a kind, as the dataset spells them. */
export function entryDetails(
  kind: FundKind,
  { shareholder, mainBusiness, related }: FundChoices,
): Pick<FundEntry, "relation" | "mainBusiness" | "related"> {
  if (kind !== "shareholder") {
    return { relation: RELATIONS[kind], mainBusiness: "", related: kind === "guarantee" ? related : null };
  }
  const main = shareholder === "controlling" ? mainBusiness : "";
  return { relation: shareholder, mainBusiness: main, related: null };
}

/** One fund as a file of the funds dataset. */
export function fundFile(entry: FundEntry, now: Date): File {
  const { asOf, kind, amount, relation, mainBusiness, related, note } = entry;
  const row = {
    as_of: isoDay(asOf),
    kind,
    amount: yuanText(amount),
    relation,
    main_business: mainBusiness,
    related: related === null ? "" : related ? "yes" : "no",
    note,
  };
  return entryFile("funds", row, now);
}

/** What an entry does to the funds of its kind that are known: of each kind the rows of its latest day hold. */
export type EntryEffect =
  | { readonly type: "first" }
  /** Named alike in every column but the amount, so that it stands over that one. */
  | { readonly type: "replaces"; readonly amount: number }
  | { readonly type: "beside"; readonly count: number }
  | { readonly type: "ends"; readonly count: number; readonly day: EpochDay }
  | { readonly type: "before"; readonly day: EpochDay };

/**
 * The funds that are in force without one of them: when it is alone on its day, the earlier ones of its kind hold again.
 *
 * @param before  in force on the day before the fund's
 */
export function besideFund(
  fund: FundLine,
  { funds, before }: { readonly funds: readonly FundLine[]; readonly before: readonly FundLine[] },
): readonly FundLine[] {
  const others = funds.filter((other) => other !== fund);
  if (others.some(({ kind }) => kind === fund.kind)) return others;
  return [...others, ...before.filter(({ kind }) => kind === fund.kind)];
}

/** @param others  in force, without the one that is changed */
export function entryEffect(entry: FundEntry, others: readonly FundLine[]): EntryEffect {
  const ofKind = others.filter(({ kind }) => kind === entry.kind);
  const [first] = ofKind;
  if (!first) return { type: "first" };
  if (first.asOf > entry.asOf) return { type: "before", day: first.asOf };
  if (first.asOf < entry.asOf) return { type: "ends", count: ofKind.length, day: first.asOf };
  const same = ofKind.find((fund) => isNamedAlike(fund, entry));
  return same ? { type: "replaces", amount: same.amount } : { type: "beside", count: ofKind.length };
}

function isNamedAlike(fund: FundLine, entry: FundEntry): boolean {
  return (
    fund.relation === entry.relation &&
    fund.mainBusiness === entry.mainBusiness &&
    fund.related === entry.related &&
    fund.note === entry.note
  );
}
