import { init } from "echarts";
import type { EChartsOption } from "echarts";
import { expect, test } from "vitest";

import { pointCount } from "#src/ui/chartPoint.ts";
import { barSeries, bucketAxis, chartBase, figureAxis, lineSeries, plotArea, targetLine } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { createFormat } from "#src/ui/format.ts";

const format = createFormat({ language: "en" });
const series = Object.fromEntries(
  ["outstanding", "comparison", "new", "returning"].map((tone, at) => [tone, `#00000${at}`]),
);
// The tones that this test draws.
const tokens = {
  dark: false,
  ink2: "#222222",
  ink3: "#333333",
  line: "#eeeeee",
  surface: "#ffffff",
  font: "'Geist Variable', sans-serif",
  series,
} as ChartTokens;

function svgOf(option: EChartsOption): string {
  const chart = init(null, undefined, { renderer: "svg", ssr: true, width: 600, height: 300 });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const labels = ["Sep", "Oct", "Nov"];

test("bars: one label a bucket, money on the axis, an unfinished month is an outline", () => {
  const scale = format.scaleFor(90e8);
  const option: EChartsOption = {
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, { labels }),
    yAxis: figureAxis(tokens, { format: (value) => format.axisMoney(value, scale) }),
    series: [
      barSeries(tokens, { id: "new", name: "New", tone: "new", data: [30e8, null, 20e8], stack: "volume" }),
      barSeries(tokens, {
        id: "returning",
        name: "Returning",
        tone: "returning",
        data: [60e8, 50e8, 40e8],
        stack: "volume",
        isOpen: (index) => index === 2,
        rounded: "up",
      }),
    ],
  };
  expect(pointCount(option)).toBe(3);
  const svg = svgOf(option);
  for (const text of [...labels, "¥0", "¥100M"]) expect(svg).toContain(`>${text}<`);
  expect(svg).toContain('fill="#000002"');
  expect(svg).toContain('stroke="#000003"');
  expect(svg).not.toContain('font-family:"');
});

test("lines: the metric is heaviest, the comparison dashed, the target dotted with its figure", () => {
  const svg = svgOf({
    ...chartBase(tokens),
    grid: plotArea({ labelsPx: 54 }),
    xAxis: bucketAxis(tokens, { labels, boundaryGap: false }),
    yAxis: figureAxis(tokens, { format: String, fromZero: false }),
    series: [
      {
        ...lineSeries(tokens, { id: "out", name: "Outstanding", tone: "outstanding", data: [1, 2, 3], area: true }),
        markLine: targetLine(tokens, 2.5, "Target 2.5"),
      },
      lineSeries(tokens, { id: "prev", name: "Previous", tone: "comparison", data: [1, null, 2], as: "comparison" }),
    ],
  });
  expect(svg).toContain('stroke-width="2.25"');
  expect(svg).toContain('stroke-dasharray="3,3"');
  expect(svg).toContain('stroke-dasharray="2,4"');
  expect(svg).toContain(">Target 2.5<");
  expect(svg).toContain("linearGradient");
});
