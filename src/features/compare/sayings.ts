import { looksBack, type Segment } from "#src/domain/segments.ts";
import type { CompareDifference, ComparedSide, CompareResult } from "#src/engine/protocol.ts";

import { plural } from "#src/ui/language.tsx";

import { lastSolidAge } from "./ageCurves.ts";
import { FEW_LENDERS } from "./comparePanel.ts";
import type { Spoken } from "./sideLabel.ts";

/** What the comparison can say, and what it cannot, in a few sentences. */
export function sayings({ sides, differences }: CompareResult, names: readonly string[], spoken: Spoken): string {
  const { words } = spoken;
  const sentences = [
    ...heldSentences({ sides, differences }, names, spoken),
    ...paybackSentences(sides, names, spoken),
    words.say.causes[causeOf(sides)],
    ...(differences.some(({ shared }) => shared > 0) ? [words.say.shared] : []),
    reachSentence(sides, spoken),
  ];
  return words.say.joined(sentences);
}

type Compared = Pick<CompareResult, "sides" | "differences">;

/** The side that keeps most against the one that keeps fewest; sides that are too small to say are passed over. */
function heldSentences({ sides, differences }: Compared, names: readonly string[], spoken: Spoken): string[] {
  const { words } = spoken;
  const ranked = sides
    .map(({ held90 }, place) => ({ place, value: held90.value ?? 0, of: held90.of }))
    .filter(({ of }) => of >= FEW_LENDERS)
    .toSorted((a, b) => b.value - a.value);
  const [high, low] = [ranked.at(0), ranked.at(-1)];
  if (high === undefined || low === undefined || high === low) return [words.say.tooFew];
  const found = turned(differences, high.place, low.place);
  if (found === null) return [words.say.tooFew];
  const said = heldWords({ sides, names, high: high.place, low: low.place }, found, spoken);
  const first = found.verdict === "differs" ? words.say.differs(said) : words.say.mayBeChance(said);
  return ranked.length > 2 && found.verdict === "differs" ? [first, words.say.between] : [first];
}

interface Extremes {
  readonly sides: readonly ComparedSide[];
  readonly names: readonly string[];
  readonly high: number;
  readonly low: number;
}

function heldWords({ sides, names, high, low }: Extremes, found: Turned, { words, format }: Spoken) {
  const points = (ratio: number) => format.number(ratio * 100, 0);
  const share = (place: number) => format.percent(sides[place]?.held90.value ?? null, 0);
  return {
    high: names[high] ?? "",
    low: names[low] ?? "",
    highShare: share(high),
    lowShare: share(low),
    points: plural(format.language, Math.round(found.difference * 100), words.say.points).replace(
      "#",
      points(found.difference),
    ),
    from: points(found.low),
    to: points(found.high),
  };
}

interface Turned extends Pick<CompareDifference, "verdict"> {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** The difference in who holds of one side less another, whichever way round it was computed. */
function turned(differences: readonly CompareDifference[], first: number, second: number): Turned | null {
  const sign = first < second ? 1 : -1;
  const [a, b] = sign > 0 ? [first, second] : [second, first];
  const found = differences.find((one) => one.measure === "held90" && one.a === a && one.b === b);
  if (found === undefined || found.difference === null || found.interval === null) return null;
  const { low, high } = found.interval;
  return {
    verdict: found.verdict,
    difference: sign * found.difference,
    low: sign > 0 ? low : -high,
    high: sign > 0 ? high : -low,
  };
}

function paybackSentences(sides: readonly ComparedSide[], names: readonly string[], spoken: Spoken): string[] {
  const { words, format } = spoken;
  const parts = sides
    .flatMap(({ payback }, place) => (payback === null ? [] : [{ payback, name: names[place] ?? "" }]))
    .toSorted((a, b) => (a.payback.months ?? Infinity) - (b.payback.months ?? Infinity))
    .map(({ payback: { months, observedMonths }, name }) =>
      months === null
        ? words.say.unpaid(name, format.count(observedMonths))
        : words.say.paid(name, format.number(months, 1)),
    );
  return parts.length === 0 ? [] : [words.say.clauses(parts)];
}

/** Says of sides whose lenders were chosen by how things turned out that they were; null when there are none. */
export function lookingBack(
  sides: readonly ComparedSide[],
  { names, segments }: { readonly names: readonly string[]; readonly segments: readonly Segment[] },
  { words, format }: Spoken,
): string | null {
  const found = sides.flatMap(({ side }, place) => {
    const segment = side.type === "segment" ? segments.find(({ id }) => id === side.id) : undefined;
    return segment !== undefined && looksBack(segment.rules) ? [names[place] ?? ""] : [];
  });
  return found.length === 0 ? null : words.say.looksBack(format.list(found));
}

/** What the sides have in common; different things have only that they differ. */
function causeOf(sides: readonly ComparedSide[]): ComparedSide["side"]["type"] {
  const [first, ...rest] = sides;
  return first !== undefined && rest.every(({ side }) => side.type === first.side.type) ? first.side.type : "all";
}

function reachSentence(sides: readonly ComparedSide[], { words, format }: Spoken): string {
  const reach = Math.min(...sides.map((side) => lastSolidAge(side, side.held)));
  return reach < 0 || !Number.isFinite(reach) ? words.say.young : words.say.beyond(format.count(reach));
}
