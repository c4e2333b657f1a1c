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
  /** Where most still hold after 90 days; told when payback is not known. */
  readonly stays: AcquisitionGroup | null;
  /** The campaign with most hunters, of those surely above the share of all. */
  readonly hunted: HunterGroup | null;
}

export function findings({ groups }: AcquisitionResult, hunters: HunterResult | null): Findings {
  const named = groups.filter(({ newLenders }) => newLenders >= FEW_LENDERS);
  const priced = named.filter(({ payback }) => payback !== null);
  const paid = priced.filter((group) => monthsOf(group) !== null).toSorted((a, b) => order(a) - order(b));
  const stayed = named
    .filter(({ held90 }) => (held90?.of ?? 0) >= FEW_LENDERS && held90?.value !== null)
    .toSorted((a, b) => (b.held90?.value ?? 0) - (a.held90?.value ?? 0));
  return {
    paid,
    unpaid: priced.filter((group) => monthsOf(group) === null),
    stays: priced.length === 0 ? (stayed[0] ?? null) : null,
    hunted: hunters === null ? null : huntedCampaign(hunters),
  };
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
  if (stays !== null && by !== "product")
    said.push(words.stays(label(stays), format.percent(stays.held90?.value ?? null)));
  if (hunted !== null) said.push(...huntedSentences(hunted, { words, format }));
  return words.joined(said);
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
