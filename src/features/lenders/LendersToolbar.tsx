import { Bookmark, Search, SlidersHorizontal } from "lucide-react";
import { lazy, useEffect, useState } from "react";

import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { DownloadButton } from "#src/ui/DownloadButton.tsx";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { LateLayer } from "#src/ui/LateLayer.tsx";
import { useLenderText, useReveal } from "#src/ui/reveal.tsx";
import { RevealButton } from "#src/ui/RevealButton.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { effectiveRules } from "#src/view/lenderRules.ts";
import { useSetSearch } from "#src/view/view.ts";

import { lendersFile } from "./lendersFile.ts";
import type { LendersView } from "./lendersView.ts";
import { strings } from "./strings.ts";
import { useLinkText } from "./useLinkText.ts";

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
  const [open, setOpen] = useState<"filters" | "save" | null>(null);
  const close = (): void => setOpen(null);
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
      <RevealButton of="lenders" />
      <ListDownload view={view} />
      {open !== null && (
        <LateLayer onGiveUp={close}>
          {open === "filters" ? (
            <FilterDrawer rules={view.rules} campaigns={campaigns} onClose={close} />
          ) : (
            <SaveSegmentDialog rules={view.rules} onClose={close} />
          )}
        </LateLayer>
      )}
    </div>
  );
}

/** Somebody who types asks once, when the fingers rest. */
const PAUSE_MS = 180;

function SearchField({ search }: Pick<LendersView, "search">) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const { text, type, send } = useLinkText(search);
  useEffect(() => {
    if (text === search) return undefined;
    const timer = setTimeout(() => {
      send(text);
      setSearch({ q: text === "" ? undefined : text });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, search, send, setSearch]);
  return (
    <div className="w-56 max-w-full">
      <TextField
        label={words.search}
        hideLabel
        type="search"
        value={text}
        onChange={type}
        placeholder={words.searchPlaceholder}
        icon={<Search size={14} aria-hidden />}
      />
    </div>
  );
}

function ListDownload({ view }: Pick<LendersToolbarProps, "view">) {
  const { methods } = useEngine();
  const words = useStrings(strings);
  const language = useLanguage();
  const lenderText = useLenderText();
  const { revealed } = useReveal();
  return (
    <DownloadButton
      label={revealed ? words.download : words.downloadMasked}
      hint={revealed ? words.downloadHint : words.downloadMaskedHint}
      detail={words.downloadDetail}
      fileName={words.fileName}
      write={(options) => lendersFile(methods, { view, language, lenderText }, options)}
      finished={words.downloaded}
    />
  );
}
