import { lazy, Suspense } from "react";
import { Link } from "@tanstack/react-router";

import { Badge } from "#src/ui/Badge.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { View } from "#src/view/view.ts";

import { strings } from "./strings.ts";

const SegmentNote = lazy(async () => ({ default: (await import("./SegmentNote.tsx")).SegmentNote }));

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
  const about = segment !== undefined && (
    <Suspense>
      <SegmentNote id={segment} />
    </Suspense>
  );
  if (rules.length === 0 && unknown.length === 0 && checksFailing === 0) return about;
  return (
    <>
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
      </div>
      {about}
    </>
  );
}
