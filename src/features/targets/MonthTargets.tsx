import { Link } from "@tanstack/react-router";
import { useState } from "react";

import { monthOf } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { Basis, TargetProgress } from "#src/engine/protocol.ts";
import { buttonClass } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { RemoveRowDialog } from "#src/ui/RemoveRowDialog.tsx";

import { strings } from "./strings.ts";
import { TargetDialog } from "./TargetDialog.tsx";
import { nameOf } from "./targetNames.ts";
import { TargetTile } from "./TargetTile.tsx";
import type { Entries } from "./useEntries.ts";
import { useTargetRows } from "./useTargetRows.ts";

export interface MonthTargetsProps {
  /** Of one month. */
  readonly targets: readonly TargetProgress[];
  readonly basis: Basis;
  readonly today: EpochDay;
  readonly entries: Entries;
}

/** The targets of a month, one tile each. */
export function MonthTargets({ targets, basis, today, entries }: MonthTargetsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const rowsOf = useTargetRows(basis);
  const [asked, setAsked] = useState<{ readonly what: "edit" | "remove"; readonly target: TargetProgress }>();
  const held = asked && entries.importOf(asked.target.importId);
  const close = (): void => setAsked(undefined);
  return (
    <>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(260px,100%),1fr))] gap-4">
        {targets.map((target) => (
          <TargetTile
            key={target.metricName}
            target={target}
            basis={basis}
            onEdit={() => setAsked({ what: "edit", target })}
            onRemove={() => setAsked({ what: "remove", target })}
            onSeeRows={rowsOf(target)}
          />
        ))}
      </ul>
      {asked?.what === "edit" && (
        <TargetDialog
          today={today}
          month={monthOf(asked.target.month.from)}
          metricName={asked.target.metricName}
          owner={asked.target.owner}
          onSave={entries.saveTarget}
          onClose={close}
        />
      )}
      {asked?.what === "remove" && held && (
        <RemoveRowDialog
          name={`${nameOf(asked.target, words)}, ${format.month(asked.target.month.from)}`}
          detail={words.removeDetail}
          held={held}
          instead={words.heldInstead}
          link={
            <Link to="/data" className={buttonClass("primary", "md")}>
              {words.openData}
            </Link>
          }
          onRemove={() => entries.remove(held.importId)}
          onClose={close}
        />
      )}
    </>
  );
}
