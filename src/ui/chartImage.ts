import type { ChartHandle } from "./Chart.tsx";
import type { LegendItem } from "./Legend.tsx";

export interface ImageText {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly legend: readonly LegendItem[];
  /** The last line: period, filters, data through. */
  readonly note?: string | undefined;
}

const PADDING = 16;
const LINE = 18;

interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly chartTop: number;
  readonly texts: readonly FrameText[];
  readonly marks: readonly { readonly x: number; readonly y: number; readonly colour: string }[];
}

interface FrameText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
  readonly weight: number;
  readonly colour: string;
}

/** About how wide a text is drawn: full-width characters count double. */
function widthOf(text: string, sizePx: number): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 1 : 0.56), 0) * sizePx;
}

/** A chart alone has no title or legend; an image of it needs both. */
function frameOf(chart: ChartHandle, { title, subtitle, legend, note }: ImageText): Frame {
  const { ink, ink2, ink3, series } = chart.tokens;
  const texts: FrameText[] = [{ text: title, x: PADDING, y: PADDING + 12, sizePx: 14, weight: 600, colour: ink }];
  const marks: Frame["marks"][number][] = [];
  let y = PADDING + 12;
  if (subtitle !== undefined) {
    y += LINE;
    texts.push({ text: subtitle, x: PADDING, y, sizePx: 12, weight: 430, colour: ink3 });
  }
  if (legend.length > 0) y += LINE + 2;
  let x = PADDING;
  for (const item of legend) {
    marks.push({ x, y: y - 8, colour: series[item.tone] });
    texts.push({ text: item.name, x: x + 13, y, sizePx: 12, weight: 430, colour: ink2 });
    x += 13 + widthOf(item.name, 12) + 16;
  }
  const chartTop = y + 10;
  let bottom = chartTop + chart.heightPx;
  if (note !== undefined) {
    bottom += LINE;
    texts.push({ text: note, x: PADDING, y: bottom, sizePx: 11, weight: 430, colour: ink3 });
  }
  return { widthPx: chart.widthPx + 2 * PADDING, heightPx: bottom + PADDING, chartTop, texts, marks };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

export function svgImage(chart: ChartHandle, text: ImageText): Blob {
  const { widthPx, heightPx, chartTop, texts, marks } = frameOf(chart, text);
  const font = escaped(chart.tokens.font);
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}">`,
    `<rect width="100%" height="100%" fill="${chart.tokens.surface}"/>`,
    ...marks.map(({ x, y, colour }) => `<rect x="${x}" y="${y}" width="8" height="8" rx="2" fill="${colour}"/>`),
    ...texts.map(
      ({ text: words, x, y, sizePx, weight, colour }) =>
        `<text x="${x}" y="${y}" fill="${colour}" font-family="${font}" font-size="${sizePx}" font-weight="${weight}">${escaped(words)}</text>`,
    ),
    chart.svg().replace(/^[^]*?<svg /u, `<svg x="${PADDING}" y="${chartTop}" `),
    "</svg>",
  ];
  return new Blob([lines.join("\n")], { type: "image/svg+xml" });
}

export async function pngImage(chart: ChartHandle, text: ImageText): Promise<Blob> {
  const { widthPx, heightPx, chartTop, texts, marks } = frameOf(chart, text);
  const ratio = 2;
  const canvas = document.createElement("canvas");
  canvas.width = widthPx * ratio;
  canvas.height = heightPx * ratio;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no canvas");
  context.scale(ratio, ratio);
  context.fillStyle = chart.tokens.surface;
  context.fillRect(0, 0, widthPx, heightPx);
  for (const { x, y, colour } of marks) {
    context.fillStyle = colour;
    context.fillRect(x, y, 8, 8);
  }
  for (const { text: words, x, y, sizePx, weight, colour } of texts) {
    context.fillStyle = colour;
    context.font = `${weight} ${sizePx}px ${chart.tokens.font}`;
    context.fillText(words, x, y);
  }
  context.drawImage(await chart.canvas(ratio), PADDING, chartTop, chart.widthPx, chart.heightPx);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("the canvas gave no image")) : resolve(blob)),
      "image/png",
    );
  });
}
