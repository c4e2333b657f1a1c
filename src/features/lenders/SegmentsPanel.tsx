import { useQuery } from "@tanstack/react-query";
import { ListFilter, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";

import type { Segment } from "#src/domain/segments.ts";
import { Card } from "#src/ui/Card.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { IconButton } from "#src/ui/IconButton.tsx";
import { plural, useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { RenameDialog } from "#src/ui/RenameDialog.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { rulesToText } from "#src/view/lenderRules.ts";
import { useSetSearch } from "#src/view/view.ts";

import type { LendersView } from "./lendersView.ts";
import { lenderTotalsQuery } from "./queries.ts";
import { ruleFacts } from "./ruleFacts.ts";
import { renamedSegment, segmentNamed, withoutSegment } from "./segments.ts";
import { strings } from "./strings.ts";
import { useSegments } from "./useSegments.ts";

export interface SegmentsPanelProps {
  readonly view: LendersView;
}

/** Rules that were saved under a name: open, use as a filter, rename, delete. */
export function SegmentsPanel({ view }: SegmentsPanelProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const { segments, change } = useSegments();
  const [renamed, setRenamed] = useState<Segment | null>(null);
  const [removed, setRemoved] = useState<Segment | null>(null);
  const used = view.filter.segment;

  function remove({ id, name }: Segment) {
    change({ segments: withoutSegment(segments, id), done: words.removed(name) });
    if (used === id) setSearch({ sg: undefined });
  }

  return (
    <Card
      title={words.segments}
      subtitle={words.segmentsSubtitle}
      info={{ name: words.segments, sentence: words.segmentsSentence, rule: "SG1" }}
      padded={false}
    >
      <div className="border-t border-line">
        {segments.length === 0 ? (
          <PanelEmpty message={words.noSegments} hint={words.noSegmentsHint} heightPx={120} />
        ) : (
          <ul aria-label={words.segments} className="divide-y divide-line">
            {segments.map((segment) => (
              <SegmentItem
                key={segment.id}
                segment={segment}
                used={used === segment.id}
                onRename={() => setRenamed(segment)}
                onRemove={() => setRemoved(segment)}
              />
            ))}
          </ul>
        )}
      </div>
      {renamed !== null && (
        <RenameDialog
          title={words.renameTitle}
          name={renamed.name}
          refusal={(name) => (segmentNamed(segments, name) === undefined ? undefined : words.nameTakenByOther)}
          onRename={(name) =>
            change({ segments: renamedSegment(segments, renamed.id, name), done: words.renamed(name) })
          }
          onClose={() => setRenamed(null)}
        />
      )}
      <ConfirmDialog
        open={removed !== null}
        title={words.removeTitle(removed?.name ?? "")}
        description={words.removeBody}
        confirmLabel={words.removeConfirm}
        danger
        onConfirm={() => {
          if (removed !== null) remove(removed);
        }}
        onClose={() => setRemoved(null)}
      />
    </Card>
  );
}

interface SegmentItemProps {
  readonly segment: Segment;
  /** It is the filter of every screen. */
  readonly used: boolean;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

function SegmentItem({ segment: { id, name, rules }, used, onRename, onRemove }: SegmentItemProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const facts = ruleFacts(rules, format)
    .map((fact) => `${fact.name} ${fact.value}`)
    .join(" · ");
  return (
    <li className="flex items-center gap-2 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <button
            type="button"
            aria-label={words.open(name)}
            onClick={() => setSearch({ rules: rulesToText(rules), q: undefined })}
            className="min-h-6 max-w-full truncate font-strong underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            {name}
          </button>
          <SegmentCount rules={rules} />
        </p>
        <p className="truncate text-label text-ink-3" title={facts}>
          {facts}
        </p>
      </div>
      <IconButton
        label={used ? words.stopFilter(name) : words.filterBy(name)}
        icon={<ListFilter size={14} aria-hidden />}
        pressed={used}
        onClick={() => setSearch({ sg: used ? undefined : id })}
      />
      <IconButton label={words.rename(name)} icon={<Pencil size={14} aria-hidden />} onClick={onRename} />
      <IconButton label={words.remove(name)} icon={<Trash2 size={14} aria-hidden />} onClick={onRemove} />
    </li>
  );
}

const EVERYBODY = { products: [], channels: [] } as const;

function SegmentCount({ rules }: Pick<Segment, "rules">) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const { data, isError } = useQuery(lenderTotalsQuery(methods, { search: "", rules, filter: EVERYBODY }, revision));
  if (isError) return <span className="text-label text-ink-3">—</span>;
  if (!data) return <span className="text-label text-ink-3">{words.counting}</span>;
  const { total, balance } = data;
  const count = plural(format.language, total, words.lenderCount).replace("#", format.count(total));
  return (
    <span className="text-label text-ink-2">
      {count} · {words.balance} {format.money(balance)}
    </span>
  );
}
