import { Bookmark, Download, Eye, EyeOff, Search, SlidersHorizontal } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";

import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ProgressBar } from "#src/ui/ProgressBar.tsx";
import { useReveal } from "#src/ui/reveal.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { effectiveRules } from "#src/view/lenderRules.ts";
import { useSetSearch } from "#src/view/view.ts";

import type { LendersView } from "./lendersView.ts";
import { strings } from "./strings.ts";
import { useLendersDownload } from "./useLendersDownload.ts";

const FilterDrawer = lazy(async () => ({ default: (await import("./FilterDrawer.tsx")).FilterDrawer }));
const SaveSegmentDialog = lazy(async () => ({ default: (await import("./SaveSegmentDialog.tsx")).SaveSegmentDialog }));

export interface LendersToolbarProps {
  readonly view: LendersView;
  /** Null without a lenders dataset. */
  readonly campaigns: readonly string[] | null;
}

export function LendersToolbar({ view, campaigns }: LendersToolbarProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { revealed, setRevealed } = useReveal();
  const [open, setOpen] = useState<"filters" | "save" | null>(null);
  const count = Object.keys(effectiveRules(view.rules)).length;
  return (
    <div className="flex min-h-[30px] flex-wrap items-center gap-2">
      <SearchField search={view.search} />
      <Button
        onClick={() => setOpen("filters")}
        icon={<SlidersHorizontal size={14} className="text-ink-3" aria-hidden />}
      >
        {words.filters}
        {count > 0 && (
          <Badge>
            <span aria-hidden>{format.count(count)}</span>
            <span className="sr-only">{words.activeFilters(format.count(count))}</span>
          </Badge>
        )}
      </Button>
      <Button
        onClick={() => setOpen("save")}
        disabled={count === 0}
        title={count === 0 ? words.saveSegmentHint : undefined}
        icon={<Bookmark size={14} aria-hidden />}
      >
        {words.saveSegment}
      </Button>
      <Button
        onClick={() => setRevealed(!revealed)}
        pressed={revealed}
        icon={revealed ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
      >
        {revealed ? words.hide : words.reveal}
      </Button>
      <DownloadButton view={view} />
      {open !== null && (
        <Suspense>
          {open === "filters" ? (
            <FilterDrawer rules={view.rules} campaigns={campaigns} onClose={() => setOpen(null)} />
          ) : (
            <SaveSegmentDialog rules={view.rules} onClose={() => setOpen(null)} />
          )}
        </Suspense>
      )}
    </div>
  );
}

/** Somebody who types asks once, when the fingers rest. */
const PAUSE_MS = 180;

function SearchField({ search }: Pick<LendersView, "search">) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const [typed, setTyped] = useState({ text: search, from: search });
  // The link changed by other hands: a chip was taken away, or the reader went back.
  if (typed.from !== search) setTyped({ text: search, from: search });
  const { text } = typed;
  useEffect(() => {
    if (text === search) return undefined;
    const timer = setTimeout(() => setSearch({ q: text === "" ? undefined : text }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, search, setSearch]);
  return (
    <div className="w-56 max-w-full">
      <TextField
        label={words.search}
        hideLabel
        type="search"
        value={text}
        onChange={(next) => setTyped({ text: next, from: search })}
        placeholder={words.searchPlaceholder}
        icon={<Search size={14} aria-hidden />}
      />
    </div>
  );
}

function DownloadButton({ view }: Pick<LendersToolbarProps, "view">) {
  const words = useStrings(strings);
  const format = useFormat();
  const { revealed } = useReveal();
  const { progress, start, cancel } = useLendersDownload(view);
  if (progress === null) {
    return (
      <Button
        onClick={start}
        title={revealed ? words.downloadHint : words.downloadMaskedHint}
        icon={<Download size={14} aria-hidden />}
      >
        {revealed ? words.download : words.downloadMasked}
      </Button>
    );
  }
  return (
    <>
      <div className="w-56">
        <ProgressBar
          label={words.downloading}
          done={progress.done}
          total={progress.total}
          detail={words.downloadDetail(format.count(progress.done), format.count(progress.total))}
        />
      </div>
      <Button onClick={cancel}>{words.cancel}</Button>
    </>
  );
}
