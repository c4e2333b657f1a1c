import { bucketStart, type Grain } from "#src/domain/calendar.ts";
import type { LeverageRules } from "#src/domain/leverageRules.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";

/** Leverage again, from its definitions: every question from all rows, nothing remembered; exact in millionths of fen. */
export interface DullFund {
  readonly day: number;
  readonly kind: string;
  readonly fen: number;
  readonly relation: string;
  readonly mainBusiness: string;
  readonly related: string;
}

export interface DullEvent {
  readonly day: number;
  readonly type: "lend" | "exit";
  readonly fen: number;
}

export interface DullCase {
  readonly funds: readonly DullFund[];
  readonly events: readonly DullEvent[];
  readonly rules: LeverageRules;
}

const MILLION = 1_000_000n;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const fenOf = (funds: readonly DullFund[]): number => sum(funds.map(({ fen }) => fen));

/** Half up, away from zero. */
function rounded(millionths: bigint): number {
  const size = millionths < 0n ? -millionths : millionths;
  const fen = Number(size / MILLION) + (size % MILLION >= MILLION / 2n ? 1 : 0);
  return millionths < 0n ? 0 - fen : fen;
}

function dullInForce(funds: readonly DullFund[], day: number): readonly DullFund[] {
  const past = funds.filter((fund) => fund.day <= day);
  return past.filter((fund) => past.every((other) => other.kind !== fund.kind || other.day <= fund.day));
}

const guards = ({ fen, related }: DullFund, rules: LeverageRules): boolean =>
  fen > 0 && (related !== "yes" || rules.countsRelated);

function ppmOf(fund: DullFund, rules: LeverageRules): number {
  if (fund.kind === "insurance") return rules.insuredPpm;
  if (fund.kind === "collateral") return 1_000_000 - rules.haircutPpm;
  if (fund.kind !== "shareholder") return 0;
  if (fund.relation === "financial") return rules.financialPpm;
  if (fund.relation !== "controlling") return 0;
  return fund.mainBusiness === "yes" ? rules.mainBusinessPpm : rules.subsidiaryPpm;
}

function dullOwn(inForce: readonly DullFund[], rules: LeverageRules): { readonly from: string; readonly fen: number } {
  const of = (...kinds: readonly string[]): readonly DullFund[] => inForce.filter(({ kind }) => kinds.includes(kind));
  const three = [
    { from: "net_assets", fen: of("net_assets").length > 0 ? fenOf(of("net_assets", "last_year_profit")) : NaN },
    { from: "vc_financing", fen: of("vc_financing").length > 0 ? fenOf(of("vc_financing")) : NaN },
    { from: "paid_in_capital", fen: of("paid_in_capital").length > 0 ? fenOf(of("paid_in_capital")) : NaN },
  ]
    .filter(({ fen }) => !Number.isNaN(fen))
    .map(({ from, fen }) => ({ from, fen: Math.max(0, fen) }));
  const most = Math.max(...three.map(({ fen }) => fen));
  const first = three[0]?.from === "net_assets" && rules.own === "priority" ? three[0] : undefined;
  return first ?? three.find(({ fen }) => fen === most) ?? { from: "none", fen: 0 };
}

/** What a guarantor covers, in millionths of fen. */
function dullCover(outstanding: number, inForce: readonly DullFund[], rules: LeverageRules): bigint {
  const guarantors = inForce.filter((fund) => fund.kind === "guarantee" && guards(fund, rules));
  if (guarantors.length === 0 || outstanding <= 0) return 0n;
  const most = rules.guaranteeBase === "outstanding" ? outstanding : Math.min(outstanding, 10 * fenOf(guarantors));
  return BigInt(most) * BigInt(rules.guaranteePpm);
}

function outstandingOn({ events }: DullCase, day: number): number {
  return sum(events.filter((event) => event.day <= day).map(({ type, fen }) => (type === "lend" ? fen : -fen)));
}

/** Null before the first fund. */
export function dullFigures(made: DullCase, day: number) {
  const inForce = dullInForce(made.funds, day);
  if (inForce.length === 0) return null;
  const { rules } = made;
  const part = (kind: string): number => {
    const some = inForce.filter((fund) => fund.kind === kind);
    return Math.max(0, rounded(some.reduce((all, fund) => all + BigInt(fund.fen) * BigInt(ppmOf(fund, rules)), 0n)));
  };
  const outstanding = outstandingOn(made, day);
  const guarantee = rounded(dullCover(outstanding, inForce, rules));
  const [insurance, collateral, shareholders] = [part("insurance"), part("collateral"), part("shareholder")];
  const { from: ownFrom, fen: ownFunds } = dullOwn(inForce, rules);
  const backing = guarantee + insurance + ownFunds + collateral + shareholders;
  const rest = ownFunds + collateral + shareholders;
  const leverage = backing === 0 ? null : outstanding / backing;
  return {
    ...{ day, outstanding, guarantee, insurance, partner: guarantee + insurance, ownFunds, ownFrom, collateral },
    ...{ own: ownFunds + collateral, shareholders, backing, leverage },
    withoutPartner: rest === 0 ? null : outstanding / rest,
    band: leverage === null ? null : bandOf(leverage),
    absorbs: outstanding > 0 ? backing / outstanding : null,
  };
}

type Figures = NonNullable<ReturnType<typeof dullFigures>>;

function bandOf(leverage: number): string {
  if (leverage < 5) return "low";
  return leverage <= 10 ? "normal" : leverage < 50 ? "high" : "extreme";
}

/** By trying: the last fen that keeps leverage within, halving the way to it. */
export function dullRoom(made: DullCase, { day, outstanding, guarantee, backing, band }: Figures) {
  const next = { low: ["normal", 5], normal: ["high", 10], high: ["extreme", 50] } as const;
  const [name, at] = next[band as keyof typeof next] ?? [null, 0];
  if (name === null) return null;
  const inForce = dullInForce(made.funds, day);
  const isWithin = (owed: number): boolean => {
    const covered = BigInt(backing - guarantee) * MILLION + dullCover(owed, inForce, made.rules);
    return BigInt(owed) * MILLION <= BigInt(at) * covered;
  };
  let lost = backing;
  while (lost > 0 && (backing - lost) * at < outstanding) lost -= Math.max(1, stepTo(backing - lost, outstanding / at));
  return { band: name, at, outstanding: mostAdded(outstanding, isWithin), backing: lost };
}

/** A little less than what is missing. */
function stepTo(has: number, needs: number): number {
  return Math.floor((needs - has) * 0.9);
}

function mostAdded(outstanding: number, isWithin: (owed: number) => boolean): number | null {
  let [within, beyond] = [0, 2 ** 50];
  if (isWithin(outstanding + beyond)) return null;
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (isWithin(outstanding + middle)) within = middle;
    else beyond = middle;
  }
  return within;
}

export function dullLosses({ outstanding, insurance, guarantee, ownFunds, collateral, shareholders }: Figures) {
  return [3, 5, 10, 15].map((percent) => {
    const loss = rounded(BigInt(Math.max(0, outstanding)) * BigInt(percent * 10_000));
    const has = [insurance, guarantee, ownFunds, collateral, shareholders];
    const paid = has.map((part, place) => Math.min(part, Math.max(0, loss - sum(has.slice(0, place)))));
    const [first, second, third, fourth, fifth] = paid;
    return {
      ...{ lossPpm: percent * 10_000, loss, insurance: first, guarantee: second, own: third, collateral: fourth },
      ...{ shareholders: fifth, lenders: loss - sum(paid) },
    };
  });
}

/** The figures of the last day of every bucket of the ledger's days in a period. */
export function dullPoints(made: DullCase, { from, to }: Period, grain: Grain) {
  const days = made.events.map(({ day }) => day);
  const [first, last] = [Math.max(from, Math.min(...days)), Math.min(to, Math.max(...days))];
  const points = [];
  let start = first;
  for (let day = first; day <= last; day++) {
    const isLast = bucketStart(epochDay(day), grain, 1) !== bucketStart(epochDay(day + 1), grain, 1);
    if (day < last && !isLast) continue;
    const figures = dullFigures(made, day);
    if (figures) points.push({ bucket: { from: start, to: day }, ...figures });
    start = day + 1;
  }
  return points;
}

/** By kind and then as they stand. */
export function dullLines({ funds, rules }: DullCase, day: number) {
  const kinds = ["guarantee", "insurance", "net_assets", "last_year_profit", "vc_financing", "paid_in_capital"];
  const order = [...kinds, "collateral", "shareholder"];
  const placeOf = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
  const inForce = dullInForce(funds, day);
  const { from } = dullOwn(inForce, rules);
  const lines = inForce
    .toSorted((a, b) => placeOf(a.kind) - placeOf(b.kind))
    .map((fund) => {
      const isOwn = ["net_assets", "last_year_profit", "vc_financing", "paid_in_capital"].includes(fund.kind);
      const isChosen = fund.kind === from || (fund.kind === "last_year_profit" && from === "net_assets");
      const part = rounded(BigInt(fund.fen) * BigInt(ppmOf(fund, rules)));
      const counts = isOwn ? (isChosen ? fund.fen : 0) : fund.kind === "guarantee" && guards(fund, rules) ? null : part;
      return { asOf: fund.day, kindName: fund.kind, amount: fund.fen, relation: fund.relation, counts };
    });
  // Net assets and profit are taken together: of what is not chosen each counts 0 already.
  const groupOf = (kind: string): string => (kind === "last_year_profit" ? "net_assets" : kind);
  return lines.map((line) => {
    const group = lines.filter(({ kindName }) => groupOf(kindName) === groupOf(line.kindName));
    return group.reduce((all, { counts }) => all + (counts ?? 0), 0) < 0 ? { ...line, counts: 0 } : line;
  });
}
