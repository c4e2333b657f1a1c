import { LEVERAGE_BANDS } from "#src/domain/leverageRules.ts";
import type { BandRoom, LeverageBand, LeverageFigures, LeverageResult } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import { NOTHING } from "#src/ui/signs.ts";
import type { FigureTileProps } from "#src/ui/FigureTile.tsx";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import { sourced } from "./leverageInfo.ts";
import type { LeverageWords } from "./strings.ts";

export interface Spoken {
  readonly words: LeverageWords;
  readonly format: Format;
}

/** 5.38×, or that there is no backing: never infinite, never zero. */
export function leverageText(leverage: number | null, { words, format }: Spoken): string {
  return leverage === null ? words.noBacking : format.ratioX(leverage);
}

/** 10× where a band begins. */
export function bandStart(at: number, format: Format): string {
  return format.ratioX(at, 0);
}

/** One sentence on how far it is to the next band. */
export function roomSentence(now: LeverageFigures, room: BandRoom | null, { words, format }: Spoken): string {
  if (now.leverage === null) return words.noBackingSentence;
  if (now.outstanding === 0) return words.noOutstanding;
  if (room === null) return words.sentenceLast;
  const begins = words.begins(words.bands[room.band], bandStart(room.at, format));
  const less = format.money(room.backing);
  return room.outstanding === null
    ? words.sentenceRoomNever(begins, less)
    : words.sentenceRoom(begins, format.money(room.outstanding), less);
}

export type LeverageNow = Pick<LeverageResult, "basis" | "room"> & { readonly now: LeverageFigures };

/** How leverage came about, for the info beside it. */
export function leverageInfo({ now, basis }: LeverageNow, changed: string | undefined, spoken: Spoken): Definition {
  const { words } = spoken;
  const rules = changed === undefined ? words.usualRules : words.changedRules(changed);
  return sourced(basis, {
    name: words.leverage,
    sentence: `${words.leverageSentence} ${rules}`,
    formula: words.leverageFormula,
    inputs: inputsOf(now, spoken, ["outstanding", "partner", "own", "shareholders", "backing"]),
    rule: "LV1",
  });
}

type Input = "outstanding" | "partner" | "own" | "shareholders" | "backing";

function inputsOf(now: LeverageFigures, { words, format }: Spoken, names: readonly Input[]) {
  return names.map((name) => ({
    name: name === "outstanding" ? words.outstanding : words.groups[name],
    value: format.money(now[name]),
    title: format.moneyExact(now[name]),
  }));
}

interface Tile extends FigureTileProps {
  readonly id: string;
}

/** What the screen answers beside leverage itself, in the order of the tiles. */
export function leverageTiles(answer: LeverageNow, spoken: Spoken): readonly Tile[] {
  const { now, basis } = answer;
  const { words, format } = spoken;
  const info = (definition: Definition) => sourced(basis, definition);
  return [
    {
      id: "withoutPartner",
      name: words.withoutPartner,
      value: leverageText(now.withoutPartner, spoken),
      note: words.withoutPartnerNote,
      info: info({
        name: words.withoutPartner,
        sentence: words.withoutPartnerSentence,
        formula: words.withoutPartnerFormula,
        inputs: inputsOf(now, spoken, ["outstanding", "own", "shareholders"]),
        rule: "LV1",
      }),
    },
    {
      id: "backing",
      name: words.backing,
      value: format.money(now.backing),
      title: format.moneyExact(now.backing),
      note: words.backingNote(format.money(now.outstanding)),
      info: info({
        name: words.backing,
        sentence: words.backingSentence,
        formula: words.backingFormula,
        inputs: inputsOf(now, spoken, ["partner", "own", "shareholders"]),
        rule: "LV2–LV6",
      }),
    },
    {
      id: "absorbs",
      name: words.absorbs,
      value: format.percent(now.absorbs),
      note: words.absorbsNote,
      info: info({
        name: words.absorbs,
        sentence: words.absorbsSentence,
        formula: words.absorbsFormula,
        inputs: inputsOf(now, spoken, ["backing", "outstanding"]),
        rule: "LV7",
      }),
    },
    ...roomTiles(answer, spoken),
  ];
}

function roomTiles({ now, room, basis }: LeverageNow, spoken: Spoken): readonly Tile[] {
  const { words, format } = spoken;
  const inputs = inputsOf(now, spoken, ["outstanding", "backing"]);
  const outstanding = {
    id: "roomOutstanding",
    name: words.roomOutstanding,
    info: sourced(basis, {
      name: words.roomOutstanding,
      sentence: `${words.roomOutstandingSentence} ${words.bandSentence}`,
      formula: words.bandFormula,
      inputs,
      rule: "LV7",
    }),
  };
  const backing = {
    id: "roomBacking",
    name: words.roomBacking,
    info: sourced(basis, {
      name: words.roomBacking,
      sentence: `${words.roomBackingSentence} ${words.bandSentence}`,
      formula: words.roomBackingFormula,
      inputs,
      rule: "LV7",
    }),
  };
  if (room === null) {
    const [grow, lose] =
      now.leverage === null ? [words.noBandWithoutBacking, words.noneWithoutBacking] : [words.lastBand, words.lastBand];
    return [
      { ...outstanding, value: NOTHING, note: grow },
      { ...backing, value: NOTHING, note: lose },
    ];
  }
  const place = [words.bands[room.band].toLowerCase(), bandStart(room.at, format)] as const;
  return [
    room.outstanding === null
      ? { ...outstanding, value: words.roomNever, note: words.roomNeverNote }
      : {
          ...outstanding,
          value: format.money(room.outstanding),
          title: format.moneyExact(room.outstanding),
          note: words.roomOutstandingNote(...place),
        },
    {
      ...backing,
      value: format.money(room.backing),
      title: format.moneyExact(room.backing),
      note: words.roomBackingNote(...place),
    },
  ];
}

/** The scale reaches from once to a hundred times, each tenfold as long as the other: bands are then all in sight. */
const SCALE_END = 100;

/** Where a leverage stands on the scale, 0 to 1; beyond its ends at them. */
export function scalePlace(leverage: number): number {
  return Math.min(1, Math.max(0, Math.log(Math.max(1, leverage)) / Math.log(SCALE_END)));
}

export interface BandSpan {
  readonly band: LeverageBand;
  /** Where it begins and ends on the scale; null has no end. */
  readonly from: number;
  readonly to: number | null;
}

/** The bands from the lowest; each begins where the one before ends. */
export const BAND_SPANS: readonly BandSpan[] = [
  { band: "low", from: 0, to: LEVERAGE_BANDS.normal },
  { band: "normal", from: LEVERAGE_BANDS.normal, to: LEVERAGE_BANDS.high },
  { band: "high", from: LEVERAGE_BANDS.high, to: LEVERAGE_BANDS.extreme },
  { band: "extreme", from: LEVERAGE_BANDS.extreme, to: null },
];
