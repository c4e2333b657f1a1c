import { init } from "echarts";
import { expect, test } from "vitest";

import { epochDay } from "#src/domain/units.ts";
import { noteMarks, withNotes, type Note } from "#src/ui/chartNotes.ts";
import { barSeries, bucketAxis, chartBase, figureAxis, plotArea } from "#src/ui/chartTheme.ts";
import { TOKENS } from "#test/features/overview/tokens.ts";

const note = (day: number, endDay: number | null, text = "x"): Note => ({
  day: epochDay(day),
  endDay: endDay === null ? null : epochDay(endDay),
  text,
  kind: "",
});
const week = (from: number) => ({ from: epochDay(from), to: epochDay(from + 6) });
const WEEKS = [week(100), week(107), week(114)];

test("a note marks the points of which it shares a day, and is numbered among those that are there", () => {
  const notes = [note(90, null), note(95, 100), note(106, 107), note(120, 200), note(121, null), note(112, 3)];
  expect(noteMarks(notes, WEEKS).map(({ number, from, to }) => [number, from, to])).toEqual([
    [1, 0, 0],
    [2, 0, 1],
    [3, 2, 2],
    // An end before its day is none.
    [4, 1, 1],
  ]);
});

test("a note that lies between two points marks neither", () => {
  expect(noteMarks([note(110, 111)], [week(100), week(114)])).toEqual([]);
});

function svgOf(notes: readonly Note[], points: number): string {
  const buckets = Array.from({ length: points }, (_, at) => week(100 + 7 * at));
  const option = {
    ...chartBase(TOKENS),
    grid: plotArea(),
    xAxis: bucketAxis(TOKENS, { labels: buckets.map((_, at) => `w${at}`) }),
    yAxis: figureAxis(TOKENS, { format: String }),
    series: [barSeries(TOKENS, { id: "a", name: "a", tone: "new", data: buckets.map(() => 7) })],
  };
  const chart = init(null, undefined, { renderer: "svg", ssr: true, width: 600, height: 300 });
  chart.setOption(withNotes(option, noteMarks(notes, buckets), TOKENS));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

test("pins stand on the plot with their numbers, and what lasts has a shade", () => {
  const svg = svgOf([note(101, null), note(170, 190)], 20);
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(texts).toContain("1");
  expect(texts).toContain("2");
  expect(svg).toContain(TOKENS.lineStrong);
  expect(svg).toMatch(/<polygon[^>]*fill="#3000001a"/);
  expect(svgOf([note(101, null)], 20)).not.toMatch(/<polygon[^>]*fill="#3000001a"/);
});

test("pins that would cover each other become one", () => {
  const texts = [...svgOf([note(100, null), note(101, null), note(107, null)], 60).matchAll(/>([^<]*)<\/text>/g)];
  expect(texts.map(([, text]) => text)).toContain("1–3");
});
