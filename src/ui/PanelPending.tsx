import { Card } from "./Card.tsx";
import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";

const en = { loading: "Computing…" };
const zh: typeof en = { loading: "正在计算…" };
const strings: Catalogue<typeof en> = { en, zh };

export interface PanelPendingProps {
  /** Draws the whole card; without it, the inside of one. */
  readonly title?: string | undefined;
  /** Of what will stand here, so that nothing jumps. */
  readonly heightPx: number;
  /** What is being done, with how much of it: "Building summaries, 40 %". */
  readonly label?: string | undefined;
}

export function PanelPending({ title, heightPx, label }: PanelPendingProps) {
  const words = useStrings(strings);
  const inside = (
    <div role="status" style={{ height: heightPx }} className="relative">
      <div className="skeleton absolute inset-0" />
      <span
        className={label === undefined ? "sr-only" : "absolute inset-0 flex items-center justify-center text-ink-2"}
      >
        {label ?? words.loading}
      </span>
    </div>
  );
  return title === undefined ? inside : <Card title={title}>{inside}</Card>;
}
