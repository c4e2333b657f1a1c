import { looksBack } from "#src/domain/segments.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { segmentNoteStrings } from "./segmentNoteStrings.ts";

/** What to know of the segment in force: that it looks back, or that it is not saved any more, with the way out. */
export function SegmentNote({ id }: { readonly id: string }) {
  const words = useStrings(segmentNoteStrings);
  const setSearch = useSetSearch();
  const saved = useEngine().status.settings.segments.find((segment) => segment.id === id);
  if (saved && !looksBack(saved.rules)) return null;
  const hint = saved ? words.ofTodayHint : words.lostHint;
  return (
    <div className="mx-auto flex max-w-[1632px] flex-wrap items-center gap-1.5 pt-1.5">
      <span title={hint} className="inline-flex">
        <Badge tone={saved ? undefined : "warn"}>{saved ? words.ofToday : words.lost}</Badge>
        <span className="sr-only">{hint}</span>
      </span>
      {!saved && (
        <Button variant="ghost" size="sm" onClick={() => setSearch({ sg: undefined })}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}
