import type { EChartsOption } from "echarts";
import { ClipboardCopy, FileSpreadsheet, Image, MapPin, Shapes, Table2 } from "lucide-react";
import type { ReactNode } from "react";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";

import { Card } from "./Card.tsx";
import type { CardProps } from "./Card.tsx";
import { Chart } from "./Chart.tsx";
import type { ChartHandle } from "./Chart.tsx";
import type { ChartNotes, NoteMark, noteMarks, withNotes } from "./chartNotes.ts";
import type { ChartPoint } from "./chartPoint.ts";
import type { ChartTokens } from "./chartTokens.ts";
import { copyText, download, downloadCsv, toTsv } from "./csv.ts";
import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";
import { Menu } from "./Menu.tsx";
import type { MenuItem } from "./Menu.tsx";
import type { TableModel } from "./tableModel.ts";
import { useToast } from "./ToastHost.tsx";
import { TwinTable, type TwinTableProps } from "./TwinTable.tsx";

const NoteList = lazy(async () => ({ default: (await import("./NoteList.tsx")).NoteList }));

const en = {
  menu: (title: string) => `${title}: more`,
  table: "View as table",
  notes: "Show notes",
  copy: "Copy data",
  csv: "Download CSV",
  png: "Download PNG",
  svg: "Download SVG",
  copied: "Data copied",
  copiedHint: "Paste it into a spreadsheet.",
  refused: "The browser refused the clipboard",
  refusedHint: "Use Download CSV instead.",
};
const zh: typeof en = {
  menu: (title) => `${title}：更多`,
  table: "以表格查看",
  notes: "显示注记",
  copy: "复制数据",
  csv: "下载 CSV",
  png: "下载 PNG",
  svg: "下载 SVG",
  copied: "数据已复制",
  copiedHint: "可直接粘贴到表格中。",
  refused: "浏览器不允许访问剪贴板",
  refusedHint: "请改用“下载 CSV”。",
};
const strings: Catalogue<typeof en> = { en, zh };

export interface ChartCardProps extends Pick<
  CardProps,
  "title" | "legend" | "info" | "footer" | "flagged" | "className"
> {
  readonly subtitle?: string | undefined;
  /** Left of the card's menu. */
  readonly actions?: ReactNode;
  /** One sentence for screen readers. */
  readonly name: string;
  /** Must keep its identity between renders. */
  readonly option: (tokens: ChartTokens) => EChartsOption;
  readonly heightPx: number;
  /** The chart's figures, from the same model. */
  readonly table: TableModel;
  /** Without an ending. */
  readonly fileName: string;
  readonly onPointClick?: ((point: ChartPoint) => void) | undefined;
  /** What a cell of the table leads to, where it leads anywhere: the same as its mark in the chart. */
  readonly cellLead?: TwinTableProps["leadOf"];
  /** Of a chart over time: pins on its axis, with a list below. */
  readonly notes?: ChartNotes | undefined;
  /** The last line of images: period, filters, data through. */
  readonly imageNote?: string | undefined;
}

export function ChartCard(props: ChartCardProps) {
  const { title, legend, info, footer, flagged, className, subtitle, actions, name, heightPx, table } = props;
  const words = useStrings(strings);
  const [asTable, setAsTable] = useState(false);
  const handle = useRef<ChartHandle>(null);
  const items = useExports(props, handle);
  const { drawn, marks, shown } = useNotes(props);
  const view: MenuItem = {
    id: "table",
    label: words.table,
    icon: <Table2 size={14} aria-hidden />,
    checked: asTable,
    onSelect: () => setAsTable(!asTable),
  };
  const pins: MenuItem = {
    id: "notes",
    label: words.notes,
    icon: <MapPin size={14} aria-hidden />,
    checked: props.notes?.isShown,
    onSelect: () => props.notes?.onToggle(),
  };
  const views = marks.length > 0 ? [view, pins] : [view];
  return (
    <Card
      title={title}
      subtitle={subtitle}
      legend={asTable ? undefined : legend}
      info={info}
      footer={footer}
      flagged={flagged}
      className={className}
      actions={
        <>
          {actions}
          <Menu label={words.menu(title)} items={[...views, ...items.filter((item) => !asTable || !item.needsChart)]} />
        </>
      }
    >
      {asTable ? (
        <TwinTable model={table} heightPx={heightPx} leadOf={props.cellLead} />
      ) : (
        <Chart name={name} option={drawn} heightPx={heightPx} onPointClick={props.onPointClick} handle={handle} />
      )}
      {shown && (
        <Suspense>
          <NoteList marks={marks} />
        </Suspense>
      )}
    </Card>
  );
}

interface NoteDrawing {
  readonly noteMarks: typeof noteMarks;
  readonly withNotes: typeof withNotes;
}

const NO_MARKS: readonly NoteMark[] = [];

/** The chart with its pins. How they are drawn is loaded with the first notes, as ECharts is with the first chart. */
function useNotes({ option, notes }: ChartCardProps) {
  const [drawing, setDrawing] = useState<NoteDrawing | null>(null);
  const hasNotes = notes !== undefined && notes.items.length > 0;
  useEffect(() => {
    let isGone = false;
    if (hasNotes) {
      void import("./chartNotes.ts").then((loaded) => {
        if (!isGone) setDrawing(loaded);
      });
    }
    return () => {
      isGone = true;
    };
  }, [hasNotes]);
  const { items, buckets, isShown = false } = notes ?? {};
  const marks = useMemo(
    () => (drawing && items && buckets ? drawing.noteMarks(items, buckets) : NO_MARKS),
    [drawing, items, buckets],
  );
  const shown = isShown && marks.length > 0;
  const drawn = useMemo(
    () => (shown && drawing ? (tokens: ChartTokens) => drawing.withNotes(option(tokens), marks, tokens) : option),
    [drawing, option, shown, marks],
  );
  return { drawn, marks, shown };
}

interface ExportItem extends MenuItem {
  readonly needsChart: boolean;
}

function useExports(props: ChartCardProps, handle: { readonly current: ChartHandle | null }): readonly ExportItem[] {
  const { title, subtitle, legend = [], table, fileName, imageNote } = props;
  const words = useStrings(strings);
  const toast = useToast();
  const text = { title, subtitle, legend, note: imageNote };

  async function copy() {
    const done = await copyText(toTsv(table));
    toast.show(
      done
        ? { title: words.copied, detail: words.copiedHint, tone: "good" }
        : { title: words.refused, detail: words.refusedHint, tone: "bad" },
    );
  }

  async function savePng() {
    const { pngImage } = await import("./chartImage.ts");
    if (handle.current !== null) download(`${fileName}.png`, await pngImage(handle.current, text));
  }

  async function saveSvg() {
    const { svgImage } = await import("./chartImage.ts");
    if (handle.current !== null) download(`${fileName}.svg`, svgImage(handle.current, text));
  }

  return [
    {
      id: "copy",
      label: words.copy,
      icon: <ClipboardCopy size={14} aria-hidden />,
      onSelect: () => void copy(),
      separatorBefore: true,
      needsChart: false,
    },
    {
      id: "csv",
      label: words.csv,
      icon: <FileSpreadsheet size={14} aria-hidden />,
      onSelect: () => downloadCsv(fileName, table),
      needsChart: false,
    },
    {
      id: "png",
      label: words.png,
      icon: <Image size={14} aria-hidden />,
      onSelect: () => void savePng(),
      needsChart: true,
    },
    {
      id: "svg",
      label: words.svg,
      icon: <Shapes size={14} aria-hidden />,
      onSelect: () => void saveSvg(),
      needsChart: true,
    },
  ];
}
