import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { monthStart } from "#src/domain/calendar.ts";
import type { CompareSide } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { cohortsOf, monthsOf } from "#src/view/firstLendMonths.ts";
import { filterOf, useViewSearch } from "#src/view/view.ts";

import {
  isNamed,
  monthSide,
  namesIn,
  NEEDS_LENDERS,
  SIDE_TYPES,
  sideText,
  type NamedType,
  type SideType,
} from "./compareView.ts";
import { namesQuery } from "./queries.ts";
import { nameLabel } from "./sideLabel.ts";
import { strings } from "./strings.ts";

export interface AddSideProps {
  /** Those that are there. */
  readonly sides: readonly CompareSide[];
  readonly onAdd: (side: CompareSide) => void;
}

/** Another side: first what sets it apart, then its name. */
export function AddSide({ sides, onAdd }: AddSideProps) {
  const words = useStrings(strings);
  const { tables } = useEngine().status;
  const [type, setType] = useState<SideType>(sides[0]?.type ?? "channel");
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <Select
        label={words.addType}
        value={type}
        onChange={setType}
        options={SIDE_TYPES.map((value) => {
          const isLocked = NEEDS_LENDERS.has(value) && (tables.lenders ?? 0) === 0;
          const label = words.types[value];
          return { value, label: isLocked ? `${label} · ${words.needsLenders}` : label, disabled: isLocked };
        })}
      />
      {type === "all" && (
        <Button disabled={sides.some((side) => side.type === "all")} onClick={() => onAdd({ type: "all" })}>
          {words.addAll}
        </Button>
      )}
      {type === "month" && <AddMonth sides={sides} onAdd={onAdd} />}
      {type === "segment" && <AddSegment sides={sides} onAdd={onAdd} />}
      {isNamed(type) && <AddNamed key={type} type={type} sides={sides} onAdd={onAdd} />}
    </div>
  );
}

function AddNamed({ type, sides, onAdd }: AddSideProps & { readonly type: NamedType }) {
  const words = useStrings(strings);
  const { methods, revision, status } = useEngine();
  const search = useViewSearch();
  const asked = { by: type, cohorts: cohortsOf(search, status), filter: filterOf(search) };
  const names = useQuery(namesQuery(methods, asked, revision));
  const choices = namesIn(names.data?.groups ?? []).map((name) => ({
    side: { type, name },
    label: nameLabel(type, name, words),
  }));
  return <AddFrom choices={choices} isLoading={names.isPending} sides={sides} onAdd={onAdd} />;
}

function AddMonth({ sides, onAdd }: AddSideProps) {
  const format = useFormat();
  const { status } = useEngine();
  const choices = monthsOf(status)
    .toReversed()
    .map((month) => ({ side: monthSide(month), label: format.month(monthStart(month)) }));
  return <AddFrom choices={choices} sides={sides} onAdd={onAdd} />;
}

function AddSegment({ sides, onAdd }: AddSideProps) {
  const { segments } = useEngine().status.settings;
  const choices = segments.map(({ id, name }) => ({ side: { type: "segment" as const, id }, label: name }));
  return <AddFrom choices={choices} sides={sides} onAdd={onAdd} />;
}

interface AddFromProps extends AddSideProps {
  readonly choices: readonly { readonly side: CompareSide; readonly label: string }[];
  readonly isLoading?: boolean;
}

/** Stands for no choice yet; no side is spelt like it. */
const NONE = "";

function AddFrom({ choices, isLoading = false, sides, onAdd }: AddFromProps) {
  const words = useStrings(strings);
  const taken = new Set(sides.map(sideText));
  const left = choices.filter(({ side }) => !taken.has(sideText(side)));
  const prompt = isLoading ? words.loading : left.length === 0 ? words.nothingLeft : words.choose;
  return (
    <Select
      label={words.addName}
      value={NONE}
      disabled={left.length === 0}
      onChange={(chosen) => {
        const found = left.find(({ side }) => sideText(side) === chosen);
        if (found !== undefined) onAdd(found.side);
      }}
      options={[
        { value: NONE, label: prompt, disabled: true },
        ...left.map(({ side, label }) => ({ value: sideText(side), label })),
      ]}
    />
  );
}
