import type {
  AcquisitionDimension,
  AcquisitionGroup,
  AcquisitionResult,
  HunterGroup,
  HunterResult,
} from "#src/engine/protocol.ts";

import { FEW_LENDERS, type Spoken } from "./figures.ts";
import { groupLabel } from "./groupLabel.ts";

/** What a reader should take away. Only groups of 20 lenders or more are named. */
export interface Findings {
  /** Soonest first. */
  readonly paid: readonly AcquisitionGroup[];
  /** Known not to have paid back. */
  readonly unpaid: readonly AcquisitionGroup[];
  /** What is known of who holds longest; told when payback is not known. Null with fewer than two groups to set side by side. */
  readonly stays: LongestHolding | null;
  /** The campaign with most hunters, of those surely above the share of all. */
  readonly hunted: HunterGroup | null;
}

/** Where most still hold after 90 days. */
interface LongestHolding {
  /** The best, and those whose intervals overlap with its own; most first. */
  readonly best: readonly AcquisitionGroup[];
  /** Whether no group is surely below the best. */
  readonly isAll: boolean;
}

export function findings({ groups }: AcquisitionResult, hunters: HunterResult | null): Findings {
  const named = groups.filter(({ newLenders }) => newLenders >= FEW_LENDERS);
  // What cost nothing has nothing to pay back.
  const priced = named.filter(({ acquisitionCost, payback }) => payback !== null && (acquisitionCost ?? 0) > 0);
  const paid = priced.filter((group) => monthsOf(group) !== null).toSorted((a, b) => order(a) - order(b));
  return {
    paid,
    unpaid: priced.filter((group) => monthsOf(group) === null),
    stays: priced.length === 0 ? longestHolding(named) : null,
    hunted: hunters === null ? null : huntedCampaign(hunters),
  };
}

function longestHolding(named: readonly AcquisitionGroup[]): LongestHolding | null {
  const watched = named
    .filter(({ held90 }) => (held90?.of ?? 0) >= FEW_LENDERS)
    .toSorted((a, b) => (b.held90?.value ?? 0) - (a.held90?.value ?? 0));
  if (watched.length < 2) return null;
  const surely = watched[0]?.held90?.interval?.low ?? 0;
  const best = watched.filter(({ held90 }) => (held90?.interval?.high ?? 0) >= surely);
  return { best, isAll: best.length === watched.length };
}

function monthsOf({ payback }: AcquisitionGroup): number | null {
  return payback?.months ?? null;
}

function order(group: AcquisitionGroup): number {
  return monthsOf(group) ?? 0;
}

function huntedCampaign({ groups, total }: HunterResult): HunterGroup | null {
  const surely = groups.filter(
    ({ name, newLenders, hunters }) =>
      name !== null &&
      name !== "" &&
      newLenders >= FEW_LENDERS &&
      (hunters.interval?.low ?? 0) > (total.hunters.value ?? 0),
  );
  return surely.toSorted((a, b) => b.hunters.count - a.hunters.count)[0] ?? null;
}

/** More names than this are counted, not listed. */
const MOST_NAMED = 4;

/** Who pays back first, who follows, who does not, and the campaign that hunters came for; "" when nothing can be said. */
export function findingsSentence(
  { paid, unpaid, stays, hunted }: Findings,
  by: AcquisitionDimension,
  { words, format }: Spoken,
): string {
  const label = (group: AcquisitionGroup) => groupLabel(group.name, by, { words, format });
  const months = (group: AcquisitionGroup) => format.number(monthsOf(group), 1);
  const said: string[] = [];
  const [first, ...later] = paid;
  if (first !== undefined) {
    said.push(words.first(label(first), months(first), format.money(first.acquisitionCost)));
    const last = later.at(-1);
    if (last !== undefined) {
      said.push(
        later.length > MOST_NAMED
          ? words.followMany(format.count(later.length), months(last))
          : words.follow(format.list(later.map((group) => words.after(label(group), months(group))))),
      );
    }
  }
  if (unpaid.length > 0) {
    if (first === undefined) said.push(words.nonePaid);
    else if (unpaid.length > MOST_NAMED) said.push(words.unpaidMany(format.count(unpaid.length)));
    else said.push(words.unpaid(format.list(unpaid.map(label))));
  }
  // Money that is locked for longer holds by itself, and terms are the products'.
  if (stays !== null && by !== "product") said.push(staysSentence(stays, label, { words, format }));
  if (hunted !== null) said.push(...huntedSentences(hunted, { words, format }));
  return words.joined(said);
}

function staysSentence(
  { best, isAll }: LongestHolding,
  label: (group: AcquisitionGroup) => string,
  { words, format }: Spoken,
): string {
  if (isAll) return words.staysAlike;
  if (best.length > MOST_NAMED) return words.stayMany(format.count(best.length));
  const names = format.list(best.map(label));
  const shares = format.list(best.map(({ held90 }) => format.percent(held90?.value ?? null)));
  return best.length === 1 ? words.stays(names, shares) : words.stay(names, shares);
}

function huntedSentences(
  { name, newLenders, hunters, cost, valueToCost }: HunterGroup,
  { words, format }: Spoken,
): string[] {
  const share = words.hunted(name ?? "", format.percent(hunters.value), format.count(newLenders));
  if (cost === null || valueToCost.all === null || valueToCost.others === null) return [share];
  return [
    share,
    words.huntedCost(format.money(cost), format.ratioX(valueToCost.all), format.ratioX(valueToCost.others)),
  ];
}
