import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, CircleMinus, LoaderCircle } from "lucide-react";

import type { DroppedTable } from "#src/engine/protocol.ts";
import { Checkbox } from "#src/ui/Checkbox.tsx";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { groupTraits, type TableGroup } from "./groups.ts";
import type { ReviewAction } from "./reviewState.ts";
import { datasetOf, shownGroup, STATUSES, statusOf, type Standing, type TableStatus } from "./standing.ts";
import { strings } from "./strings.ts";
import { useCounted } from "./useCounted.ts";

/** A year of daily files is told in figures. */
const MOST_SHOWN = 120;

interface ListProps {
  readonly standing: Standing;
  readonly onAction: (action: ReviewAction) => void;
}

/** Everything that was dropped, what has one header together. */
export function GroupList({ standing, onAction }: ListProps) {
  const words = useStrings(strings);
  return (
    <nav
      aria-label={words.tables}
      className="border-b border-line bg-canvas lg:overflow-y-auto lg:border-r lg:border-b-0"
    >
      <ul className="flex flex-col gap-0.5 p-2">
        {standing.state.groups.map((group) => (
          <GroupItem key={group.id} group={group} standing={standing} onAction={onAction} />
        ))}
      </ul>
    </nav>
  );
}

interface ItemProps extends ListProps {
  readonly group: TableGroup;
}

function GroupItem({ group, standing, onAction }: ItemProps) {
  const words = useStrings(strings);
  const { state, tables } = standing;
  const open = group.tables.filter((place) => statusOf(place, group, standing) !== "refused");
  const taken = open.filter((place) => state.taken.has(place)).length;
  const isSelected = shownGroup(standing)?.id === group.id;
  const name = useGroupName()(group, tables);
  return (
    <li>
      <div className={classes("flex items-start gap-1 rounded-control pl-2", isSelected && "bg-hover")}>
        <span className="pt-1.5 coarse:pt-0">
          <Checkbox
            hideLabel
            label={words.take(name)}
            checked={taken === 0 ? false : taken === open.length ? true : "some"}
            disabled={open.length === 0}
            onChange={(on) => onAction({ type: "take", tables: open, on })}
          />
        </span>
        <button
          type="button"
          aria-current={isSelected}
          onClick={() => onAction({ type: "select", group: group.id })}
          className="flex min-w-0 flex-1 flex-col items-stretch rounded-control px-1.5 py-2 text-left hover:bg-hover"
        >
          <span className="truncate font-medium" title={name}>
            {name}
          </span>
          <Traits group={group} standing={standing} />
          <GroupStatus group={group} standing={standing} />
        </button>
      </div>
      {isSelected && group.tables.length > 1 && <Members group={group} standing={standing} onAction={onAction} />}
    </li>
  );
}

/** "30 files", or the name of the only one. */
export function useGroupName(): (group: TableGroup, tables: readonly DroppedTable[]) => string {
  const words = useStrings(strings);
  const counted = useCounted();
  return ({ tables: members, lead }, all) =>
    members.length > 1 ? counted(members.length, words.filesOf) : (all[lead]?.fileName ?? "");
}

function Traits({ group, standing: { state, tables } }: Omit<ItemProps, "onAction">) {
  const words = useStrings(strings);
  const format = useFormat();
  const { encodings, delimiters, sizeBytes } = groupTraits(group, tables);
  const dataset = datasetOf(group, state);
  const isPacked = tables[group.lead]?.container?.kind === "xlsx";
  const one = <Value,>(values: readonly Value[], text: (value: Value) => string): string | undefined =>
    values.length === 0 ? undefined : values.length > 1 ? words.mixed : text(values[0]!);
  const facts = [
    dataset === undefined ? (group.sketch === null ? undefined : words.unrecognised) : words.datasets[dataset],
    isPacked ? "xlsx" : one(encodings, (value) => words.encodings[value]),
    isPacked ? undefined : one(delimiters, (value) => words.delimiters[value]),
    format.bytes(sizeBytes),
  ];
  return (
    <span className="truncate text-label text-ink-3">{facts.filter((fact) => fact !== undefined).join(" · ")}</span>
  );
}

function GroupStatus({ group, standing }: Omit<ItemProps, "onAction">) {
  const words = useStrings(strings);
  const format = useFormat();
  const counts = new Map<TableStatus, number>();
  for (const place of group.tables) {
    const status = statusOf(place, group, standing);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const present = STATUSES.filter((status) => counts.has(status));
  return (
    <span className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5">
      {present.map((status) => (
        <span key={status} className={classes("flex items-center gap-1 text-label", TONES[status])}>
          <StatusIcon status={status} />
          {present.length === 1
            ? words.status[status]
            : words.someStatus(format.count(counts.get(status) ?? 0), words.status[status])}
        </span>
      ))}
    </span>
  );
}

const TONES: Readonly<Record<TableStatus, string>> = {
  ready: "text-good",
  look: "text-warn",
  reading: "text-ink-3",
  question: "text-warn",
  refused: "text-bad",
  known: "text-ink-3",
  out: "text-ink-3",
};

const ICONS = {
  ready: CircleCheck,
  look: CircleAlert,
  reading: LoaderCircle,
  question: CircleHelp,
  refused: CircleAlert,
  known: CircleMinus,
  out: CircleDashed,
} satisfies Record<TableStatus, unknown>;

function StatusIcon({ status }: { readonly status: TableStatus }) {
  const Icon = ICONS[status];
  return <Icon size={13} aria-hidden className={classes("shrink-0", status === "reading" && "animate-spin")} />;
}

function Members({ group, standing, onAction }: ItemProps) {
  const words = useStrings(strings);
  const counted = useCounted();
  const { tables, state } = standing;
  const ranked = group.tables
    .map((place) => ({ place, status: statusOf(place, group, standing) }))
    .toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || a.place - b.place);
  const more = ranked.length - MOST_SHOWN;
  return (
    <ul className="mt-0.5 mb-2 ml-4 max-h-72 overflow-y-auto border-l border-line pl-2">
      {ranked.slice(0, MOST_SHOWN).map(({ place, status }) => {
        const name = tables[place]?.fileName ?? "";
        return (
          <li key={place} className="flex items-center gap-2">
            <Checkbox
              hideLabel
              label={words.take(name)}
              checked={state.taken.has(place) && status !== "refused"}
              disabled={status === "refused"}
              onChange={(on) => onAction({ type: "take", tables: [place], on })}
            />
            <span className="min-w-0 flex-1 truncate text-label text-ink-2" title={name}>
              {name.split(" › ").at(-1)}
            </span>
            <span className={TONES[status]} title={words.status[status]}>
              <StatusIcon status={status} />
              <span className="sr-only">{words.status[status]}</span>
            </span>
          </li>
        );
      })}
      {more > 0 && <li className="py-1 text-label text-ink-3">{counted(more, words.more)}</li>}
    </ul>
  );
}
