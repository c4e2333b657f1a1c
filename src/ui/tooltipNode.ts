import type { TooltipOption } from "echarts/types/dist/shared";

import type { ChartTokens } from "./chartTokens.ts";
import { toneColour } from "./tones.ts";
import type { SeriesTone } from "./tones.ts";

export interface TooltipRow {
  readonly name: string;
  readonly value: string;
  readonly tone?: SeriesTone | undefined;
  readonly mark?: "square" | "line" | "dash" | "dots" | undefined;
}

export interface TooltipModel {
  readonly title: string;
  readonly rows: readonly TooltipRow[];
  /** One derived figure, under a hairline. */
  readonly total?: { readonly name: string; readonly value: string } | undefined;
  /** What to know about these figures: "month not over". */
  readonly note?: string | undefined;
}

function element(className: string, text: string): HTMLElement {
  const node = document.createElement("div");
  node.className = className;
  node.textContent = text;
  return node;
}

function markOf({ tone, mark = "square" }: TooltipRow): HTMLElement {
  const node = element("dp-tooltip-mark", "");
  node.dataset["mark"] = mark;
  if (tone !== undefined) {
    node.style.background = toneColour(tone);
  }
  return node;
}

/** The same as one sentence, for screen readers. */
export function tooltipSentence({ title, rows, total, note }: TooltipModel): string {
  const parts = [...rows, ...(total === undefined ? [] : [total])].map(({ name, value }) => `${name} ${value}`);
  return [`${title}: ${parts.join("; ")}`, ...(note === undefined ? [] : [note])].join(". ");
}

/** Nodes, never a string: ECharts would parse a string as HTML. */
export function tooltipNode(model: TooltipModel): HTMLElement {
  const node = element("dp-tooltip", "");
  node.dataset["sentence"] = tooltipSentence(model);
  node.append(element("dp-tooltip-title", model.title));
  const rows = element("dp-tooltip-rows", "");
  for (const row of model.rows) {
    rows.append(markOf(row), element("dp-tooltip-name", row.name), element("dp-tooltip-value", row.value));
  }
  node.append(rows);
  if (model.total !== undefined) {
    const total = element("dp-tooltip-total", "");
    total.append(element("", model.total.name), element("dp-tooltip-value", model.total.value));
    node.append(total);
  }
  if (model.note !== undefined) node.append(element("dp-tooltip-note", model.note));
  return node;
}

function dataIndexOf(params: unknown): number | undefined {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  if (typeof first !== "object" || first === null || !("dataIndex" in first)) return undefined;
  return typeof first.dataIndex === "number" ? first.dataIndex : undefined;
}

/**
 * The one tooltip of every chart.
 *
 * @param build  what it says about the point at an index of the category axis; null says nothing
 */
export function axisTooltip(
  tokens: ChartTokens,
  build: (dataIndex: number) => TooltipModel | null,
  pointer: "line" | "shadow" = "line",
): TooltipOption {
  return {
    trigger: "axis",
    confine: true,
    padding: 0,
    borderWidth: 0,
    backgroundColor: "transparent",
    shadowColor: "transparent",
    transitionDuration: 0,
    axisPointer: {
      type: pointer,
      // A shadow lies under the bars that it points at, a line over all.
      z: pointer === "shadow" ? 1 : 50,
      animation: false,
      lineStyle: { color: tokens.lineStrong, width: 1, type: "solid" },
      shadowStyle: { color: tokens.sunken, opacity: tokens.dark ? 1 : 0.7 },
      label: { show: false },
    },
    formatter: (params: unknown) => {
      const index = dataIndexOf(params);
      const model = index === undefined ? null : build(index);
      return model === null ? document.createElement("div") : tooltipNode(model);
    },
  };
}
