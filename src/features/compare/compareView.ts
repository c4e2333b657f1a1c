import { isoMonth, monthEnd, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import type { AcquisitionGroup, CompareArgs, CompareSide, EngineStatus } from "#src/engine/protocol.ts";
import { cohortsOf, monthOfText } from "#src/view/firstLendMonths.ts";
import { namesToText, textToNames, type ViewSearch } from "#src/view/search.ts";
import { filterOf } from "#src/view/view.ts";

export const LEAST_SIDES = 2;
export const MOST_SIDES = 4;

export type SideType = CompareSide["type"];

export const SIDE_TYPES: readonly SideType[] = ["channel", "kind", "campaign", "product", "month", "segment", "all"];

/** Sides that only the lenders dataset can tell apart. */
export const NEEDS_LENDERS: ReadonlySet<SideType> = new Set<SideType>(["kind", "campaign"]);

/** Sides whose names are those of groups of new lenders. */
export type NamedType = Extract<CompareSide, { readonly name: string }>["type"];

export function isNamed(type: SideType): type is NamedType {
  return type !== "month" && type !== "segment" && type !== "all";
}

/** A side as the link spells it; the same text is the same side. */
export function sideText(side: CompareSide): string {
  switch (side.type) {
    case "all":
      return "all";
    case "month":
      return `month:${isoMonth(monthOf(side.month.from))}`;
    case "segment":
      return `segment:${namesToText([side.id]) ?? ""}`;
    case "channel":
    case "kind":
    case "campaign":
    case "product":
      return `${side.type}:${namesToText([side.name]) ?? ""}`;
  }
}

/** Undefined, so left out of the link, when there are none. */
export function sidesToText(sides: readonly CompareSide[]): string | undefined {
  return sides.length === 0 ? undefined : sides.map(sideText).join(",");
}

/** The sides of a link, each once and no more than four; what is not understood is left away, see `notUnderstood`. */
export function textToSides(text: string | undefined): CompareSide[] {
  const sides = new Map<string, CompareSide>();
  for (const part of (text ?? "").split(",")) {
    const side = textToSide(part);
    if (side !== undefined && sides.size < MOST_SIDES) sides.set(sideText(side), side);
  }
  return [...sides.values()];
}

/** The parts of a link that name no side, each once. */
export function notUnderstood(text: string | undefined): string[] {
  const parts = new Set((text ?? "").split(","));
  return [...parts].filter((part) => part.trim() !== "" && textToSide(part) === undefined);
}

function textToSide(text: string): CompareSide | undefined {
  if (text === "all") return { type: "all" };
  const colon = text.indexOf(":");
  const type = SIDE_TYPES.find((candidate) => candidate === text.slice(0, Math.max(0, colon)));
  const [name] = textToNames(text.slice(colon + 1));
  if (type === undefined || type === "all" || name === undefined) return undefined;
  if (type === "segment") return { type, id: name };
  if (type !== "month") return { type, name };
  const month = monthOfText(name);
  return month === undefined ? undefined : monthSide(month);
}

export function monthSide(month: MonthNumber): CompareSide {
  return { type: "month", month: { from: monthStart(month), to: monthEnd(month) } };
}

/** What is compared when the link says nothing: the two channels with most new lenders, named ones first. */
export function defaultSides(channels: readonly AcquisitionGroup[]): CompareSide[] {
  const named = namesIn(channels).toSorted((a, b) => Number(a === "") - Number(b === ""));
  return named.slice(0, LEAST_SIDES).map((name) => ({ type: "channel", name }));
}

/** Names of the groups with new lenders, in their order. */
export function namesIn(groups: readonly AcquisitionGroup[]): string[] {
  return groups.flatMap(({ name, newLenders }) => (name === null || newLenders === 0 ? [] : [name]));
}

export function compareArgs(
  search: ViewSearch,
  status: Pick<EngineStatus, "firstDay" | "asOf">,
  sides: readonly CompareSide[],
): CompareArgs {
  return { sides, cohorts: cohortsOf(search, status), filter: filterOf(search) };
}
