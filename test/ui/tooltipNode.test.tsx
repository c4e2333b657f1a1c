import { expect, test } from "vitest";

import { useChartTokens } from "#src/ui/chartTokens.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, tooltipNode, tooltipSentence } from "#src/ui/tooltipNode.ts";
import { renderHook } from "@testing-library/react";

const EVIL = '<img src=x onerror="alert(1)">';
const model = {
  title: EVIL,
  rows: [{ name: EVIL, value: EVIL, tone: "new" as const }],
  total: { name: "Net", value: EVIL },
  note: EVIL,
};

function tokens(): ChartTokens {
  return renderHook(() => useChartTokens()).result.current;
}

test("texts are text", () => {
  const node = tooltipNode(model);
  expect(node.querySelector("img")).toBeNull();
  expect(node.textContent).toContain(EVIL);
  expect(node.querySelector("[style*='var(--new)']")).not.toBeNull();
});

test("the formatter answers with nodes for every kind of parameters", () => {
  const { formatter } = axisTooltip(tokens(), (index) => (index === 1 ? model : null));
  if (typeof formatter !== "function") throw new Error("no formatter");
  // ECharts hands over a list for an axis and an object for a mark.
  const ask = formatter as unknown as (params: unknown) => unknown;
  for (const params of [[{ dataIndex: 1 }], { dataIndex: 1 }, [{ dataIndex: 2 }], [], undefined]) {
    expect(ask(params)).toBeInstanceOf(HTMLElement);
  }
});

test("a screen reader hears one sentence", () => {
  const sentence = tooltipSentence({
    title: "Oct 17",
    rows: [
      { name: "New", value: "¥1.58M" },
      { name: "Returning", value: "¥3.00M" },
    ],
    total: { name: "Volume", value: "¥4.58M" },
    note: "Month not over",
  });
  expect(sentence).toBe("Oct 17: New ¥1.58M; Returning ¥3.00M; Volume ¥4.58M. Month not over");
});
