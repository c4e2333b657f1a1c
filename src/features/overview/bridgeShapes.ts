import type { CustomSeriesRenderItemReturn } from "echarts";

import type { ChartTokens } from "#src/ui/chartTokens.ts";

/** Pixels of one bar: slots follow each other along one axis, levels lie along the other. */
interface BarPlace {
  /** True where slots go down the page and levels to the right. */
  readonly lying: boolean;
  /** The middle of its slot. */
  readonly slot: number;
  readonly slotSize: number;
  readonly from: number;
  readonly to: number;
  /** Where bars stand. */
  readonly floor: number;
  /** The far end of the plot along the levels. */
  readonly end: number;
}

export interface BarDrawing {
  readonly place: BarPlace;
  readonly colour: string;
  readonly tokens: ChartTokens;
  readonly label: string;
  /** A fall: its figure stands under the bar, so that neighbours do not meet. */
  readonly falls: boolean;
  /** Cut by a zigzag, since the axis does not begin at zero. */
  readonly broken: boolean;
  /** A line leads to the next bar. */
  readonly joined: boolean;
}

const THICKEST_PX = { lying: 20, standing: 56 };
const LABEL_PX = 16;
const CHARACTER_PX = 6.6;
/** Of the zigzag's middle from the foot of the bar. */
const ZIGZAG_AT_PX = 20;

export function barShapes(drawing: BarDrawing): CustomSeriesRenderItemReturn {
  const { place, colour, joined, broken, tokens } = drawing;
  const { slot, slotSize, from, to, lying } = place;
  const size = Math.min(THICKEST_PX[lying ? "lying" : "standing"], slotSize * 0.64);
  const bar = {
    type: "rect" as const,
    shape: { ...box(place, size), r: rounding(place) },
    style: { fill: colour },
  };
  const line = {
    type: "line" as const,
    silent: true,
    shape: ends([slot + size / 2, to], [slot + slotSize - size / 2, to], lying),
    style: { stroke: tokens.lineStrong, lineWidth: 1 },
  };
  const level = Math.abs(to - from);
  const cut = broken && level > 2 * ZIGZAG_AT_PX;
  return {
    type: "group",
    children: [...(joined ? [line] : []), bar, ...(cut ? [zigzag(place, size, tokens.surface)] : []), label(drawing)],
  };
}

type Point = readonly [slot: number, level: number];

function onPage([slot, level]: Point, lying: boolean): [number, number] {
  return lying ? [level, slot] : [slot, level];
}

function ends(a: Point, b: Point, lying: boolean) {
  const [[x1, y1], [x2, y2]] = [onPage(a, lying), onPage(b, lying)];
  return { x1, y1, x2, y2 };
}

function box({ slot, from, to, lying }: BarPlace, size: number) {
  const [x, y] = onPage([slot - size / 2, Math.min(from, to)], lying);
  const long = Math.max(1, Math.abs(to - from));
  return { x, y, width: lying ? long : size, height: lying ? size : long };
}

/** Only the free end is round. */
function rounding({ from, to, lying }: BarPlace): number[] {
  if (lying) return to >= from ? [0, 3, 3, 0] : [3, 0, 0, 3];
  return to <= from ? [3, 3, 0, 0] : [0, 0, 3, 3];
}

function label({ place, label: text, falls, tokens }: BarDrawing) {
  const { slot, from, to, lying, floor, end, slotSize } = place;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const font = `600 ${!lying && slotSize < 46 ? 10 : 11}px ${tokens.font}`;
  const style = { text, fill: tokens.ink, font };
  if (lying) {
    const before = high + 5 + text.length * CHARACTER_PX > end;
    const side = before ? ("right" as const) : ("left" as const);
    const inside = before && low - text.length * CHARACTER_PX < floor;
    const at = {
      x: before ? (inside ? high : low) - 5 : high + 5,
      y: slot,
      align: side,
      verticalAlign: "middle" as const,
    };
    return {
      type: "text" as const,
      silent: true,
      style: { ...style, ...at, fill: inside ? tokens.surface : tokens.ink },
    };
  }
  const under = falls && high + LABEL_PX < floor;
  const at = { x: slot, y: under ? high + 5 : low - 5, align: "center" as const };
  const verticalAlign = under ? ("top" as const) : ("bottom" as const);
  return { type: "text" as const, silent: true, style: { ...style, ...at, verticalAlign } };
}

/** A band of the card's colour across the foot of a bar. */
function zigzag({ slot, floor, lying }: BarPlace, size: number, colour: string) {
  const [teeth, depth] = [6, lying ? 3 : 4];
  const across = size + 8;
  const level = floor + (lying ? ZIGZAG_AT_PX : -ZIGZAG_AT_PX);
  const points = Array.from({ length: teeth + 1 }, (_, tooth) =>
    onPage([slot - across / 2 + (across * tooth) / teeth, level + (tooth % 2 === 0 ? depth : -depth)], lying),
  );
  return {
    type: "polyline" as const,
    silent: true,
    shape: { points },
    style: { stroke: colour, lineWidth: 4, fill: "none" },
  };
}
