import { Link } from "@tanstack/react-router";

import { looksBack } from "#src/domain/segments.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch, type View } from "#src/view/view.ts";

import { strings } from "./strings.ts";

/** What a reader has to know to compare these figures with another's: rules, checks, names not in the data. */
export function ViewNotes({ view }: { readonly view: View }) {
  const words = useStrings(strings);
  const format = useFormat();
  const { products, channels, checksFailing, settings, internalLenders } = useEngine().status;
  const rules = [
    ...(settings.newRule === "first_day" ? [words.firstDayRule] : []),
    ...(settings.transfers === "gross" ? [words.grossView] : []),
    ...(settings.leavesInternalOut && internalLenders !== null
      ? [words.internalOut(format.count(internalLenders))]
      : []),
  ];
  const unknown = [
    ...view.filter.products.filter((name) => !products.includes(name)),
    ...view.filter.channels.filter((name) => !channels.includes(name)),
  ];
  const { segment } = view.filter;
  const saved = settings.segments.find(({ id }) => id === segment);
  const isLost = segment !== undefined && saved === undefined;
  const isOfToday = saved !== undefined && looksBack(saved.rules);
  if (rules.length === 0 && unknown.length === 0 && checksFailing === 0 && !isLost && !isOfToday) return null;
  return (
    <div className="mx-auto flex max-w-[1632px] flex-wrap items-center gap-1.5 pt-1.5">
      {rules.length > 0 && (
        <Link to="/settings">
          <Badge>{rules.join(" · ")}</Badge>
        </Link>
      )}
      {checksFailing > 0 && (
        <Link to="/data">
          <Badge tone="warn">{words.failing(format.count(checksFailing))}</Badge>
        </Link>
      )}
      {unknown.length > 0 && <Badge tone="warn">{words.notInData(format.list(unknown))}</Badge>}
      {isOfToday && (
        <span title={words.segmentOfTodayHint} className="inline-flex">
          <Badge>{words.segmentOfToday}</Badge>
          <span className="sr-only">{words.segmentOfTodayHint}</span>
        </span>
      )}
      {isLost && <LostSegment />}
    </div>
  );
}

/** The link's segment is not saved any more: the way out is one press. */
function LostSegment() {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <>
      <span title={words.segmentLostHint} className="inline-flex">
        <Badge tone="warn">{words.segmentLost}</Badge>
        <span className="sr-only">{words.segmentLostHint}</span>
      </span>
      <Button variant="ghost" size="sm" onClick={() => setSearch({ sg: undefined })}>
        {words.clearSegment}
      </Button>
    </>
  );
}
