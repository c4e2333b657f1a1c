import type { ECharts, EChartsOption } from "echarts";
import type { KeyboardEvent, Ref } from "react";
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState } from "react";

import { clickedPoint, pointCount, showPoint } from "./chartPoint.ts";
import type { ChartPoint } from "./chartPoint.ts";
import { useChartTokens } from "./chartTokens.ts";
import type { ChartTokens } from "./chartTokens.ts";
import { whenIdle } from "./idleQueue.ts";
import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";

const en = { chart: "chart", hint: "Left and right arrow read its points, Enter shows the rows behind one" };
const zh: typeof en = { chart: "图表", hint: "用左右方向键逐点读取，按回车查看该点的明细" };
const strings: Catalogue<typeof en> = { en, zh };

/** What an image is made from. */
export interface ChartHandle {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly tokens: ChartTokens;
  svg(): string;
  canvas(pixelRatio: number): Promise<HTMLCanvasElement>;
}

export interface ChartProps {
  /** One sentence for screen readers: what is drawn, over which time, and what it comes to. */
  readonly name: string;
  /** Must keep its identity between renders: a new one draws the chart anew. */
  readonly option: (tokens: ChartTokens) => EChartsOption;
  readonly heightPx: number;
  /** A mark, a column of the plot, or Enter on the column that the arrow keys have reached. */
  readonly onPointClick?: ((point: ChartPoint) => void) | undefined;
  readonly handle?: Ref<ChartHandle> | undefined;
}

/**
 * Drawn as SVG; ECharts is loaded when the first chart is.
 *
 * To a screen reader it is a slider over its points: arrow keys move, and the value is what the tooltip says.
 */
export function Chart({ name, option, heightPx, onPointClick, handle }: ChartProps) {
  const words = useStrings(strings);
  const host = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);
  const [point, setPoint] = useState<number | null>(null);
  const [spoken, setSpoken] = useState("");
  const tokens = useChartTokens();
  const drawn = useMemo(() => option(tokens), [option, tokens]);
  const last = pointCount(drawn) - 1;
  const clicked = useEffectEvent((at: ChartPoint) => onPointClick?.(at));

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    return mount(element, (made) => {
      setChart(made);
      if (made !== null) listen(made, clicked);
    });
  }, []);

  useEffect(() => {
    chart?.setOption(drawn, { notMerge: true });
  }, [chart, drawn]);

  useImperativeHandle(handle, () => imageSource({ chart, drawn, tokens, host: host.current }), [chart, drawn, tokens]);

  function reach(index: number) {
    setPoint(index);
    // A key may be quicker than the first drawing: the point is reached all the same, and Enter leads to its rows.
    if (chart === null) return;
    showPoint(chart, index);
    setSpoken(host.current?.querySelector<HTMLElement>(".dp-tooltip")?.dataset["sentence"] ?? "");
  }

  function leave() {
    setPoint(null);
    setSpoken("");
    chart?.dispatchAction({ type: "hideTip" });
    chart?.dispatchAction({ type: "updateAxisPointer", currTrigger: "leave" });
  }

  function onKeyDown(event: KeyboardEvent) {
    const targets: Readonly<Record<string, number | undefined>> = {
      ArrowLeft: Math.max(0, (point ?? last + 1) - 1),
      ArrowRight: Math.min(last, (point ?? -1) + 1),
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target !== undefined && last >= 0) reach(target);
    else if (event.key === "Enter" && point !== null) onPointClick?.({ dataIndex: point, byKey: true });
    else if (event.key === "Escape" && point !== null) leave();
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative" style={{ height: heightPx }}>
      {chart === null && <div className="skeleton absolute inset-0" />}
      <div
        ref={host}
        role="slider"
        aria-roledescription={words.chart}
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={point ?? Math.max(0, last)}
        aria-valuetext={spoken === "" ? words.hint : spoken}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={leave}
        className="keeps-colour absolute inset-0 rounded-control"
      />
    </div>
  );
}

/** Loads the runtime, makes the chart in an idle slot and keeps its size; the way back undoes all three. */
function mount(element: HTMLElement, ready: (chart: ECharts | null) => void): () => void {
  let chart: ECharts | undefined;
  let undone = false;
  let cancelIdle: (() => void) | undefined;
  const observer = new ResizeObserver(() => chart?.resize());

  void import("./echarts.ts").then(({ init }) => {
    if (undone) return;
    cancelIdle = whenIdle(() => {
      chart = init(element, undefined, { renderer: "svg" });
      observer.observe(element);
      ready(chart);
    });
  });

  return () => {
    undone = true;
    cancelIdle?.();
    observer.disconnect();
    chart?.dispose();
    ready(null);
  };
}

function listen(chart: ECharts, clicked: (point: ChartPoint) => void): void {
  let handled: unknown;
  chart.on("click", (params) => {
    handled = params.event?.event;
    clicked({ dataIndex: params.dataIndex, seriesId: params.seriesId, seriesName: params.seriesName });
  });
  chart.getZr().on("click", (event) => {
    if (event.event === handled) return;
    const point = clickedPoint(chart, [event.offsetX, event.offsetY]);
    if (point !== undefined) clicked(point);
  });
}

interface ImageParts {
  readonly chart: ECharts | null;
  readonly drawn: EChartsOption;
  readonly tokens: ChartTokens;
  readonly host: HTMLElement | null;
}

function imageSource({ chart, drawn, tokens, host }: ImageParts): ChartHandle {
  const widthPx = host?.clientWidth ?? 0;
  const heightPx = host?.clientHeight ?? 0;
  return {
    widthPx,
    heightPx,
    tokens,
    svg: () => chart?.renderToSVGString() ?? "",
    canvas: async (pixelRatio) => {
      const { init } = await import("./echarts.ts");
      const copy = init(document.createElement("div"), undefined, {
        renderer: "canvas",
        width: widthPx,
        height: heightPx,
      });
      copy.setOption(drawn);
      const canvas = copy.renderToCanvas({ pixelRatio });
      copy.dispose();
      return canvas;
    },
  };
}
