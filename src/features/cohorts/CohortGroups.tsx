import { useState } from "react";

import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Tabs } from "#src/ui/Tabs.tsx";

import { comparableGroups, curvesModel, sharedTop } from "./chartModel.ts";
import type { CohortView } from "./cohortView.ts";
import { useDrawing } from "./groupPanel.ts";
import { GroupPanels } from "./GroupPanels.tsx";
import { groupName } from "./groupName.ts";
import { MultiplePanel } from "./MultiplePanel.tsx";
import type { ShownCohorts } from "./shownCohorts.ts";
import { strings } from "./strings.ts";

export interface CohortGroupsProps {
  readonly view: CohortView;
  readonly result: ShownCohorts;
}

/** The groups side by side on one axis, and one of them in full. */
export function CohortGroups({ view, result }: CohortGroupsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const [chosen, setChosen] = useState("");
  const { groups } = result;
  const shown = comparableGroups(groups);
  const top = sharedTop(shown);
  const drawing = useDrawing(view, result, top);
  const models = shown.map((group) => ({ group, model: curvesModel(group, { ...drawing, compared: [] }) }));
  const group = groups.find(({ name }) => keyOf(name) === chosen) ?? groups[0];
  if (group === undefined) return null;
  const by = words.splits[view.splitBy];
  return (
    <>
      <section aria-label={words.smallMultiples(by)} className="flex min-w-0 flex-col gap-2">
        <div
          className={classes(
            "grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3",
            shown.length !== 3 && shown.length !== 5 && shown.length !== 6 && "xl:grid-cols-4",
          )}
        >
          {models.map(({ group: one, model }) => (
            <MultiplePanel
              key={keyOf(one.name)}
              group={one}
              model={model}
              others={models.filter((other) => other.model !== model).map((other) => other.model)}
              top={top}
              view={view}
              drawing={drawing}
            />
          ))}
        </div>
        {shown.length < groups.length && (
          <p className="text-label text-ink-3">
            {words.largest(format.count(shown.length), format.count(groups.length))}
          </p>
        )}
      </section>
      <Tabs
        label={words.groups}
        value={keyOf(group.name)}
        onChange={setChosen}
        tabs={groups.map((one) => ({
          value: keyOf(one.name),
          label: groupName(one, view.splitBy, words),
          badge: format.count(one.lenders),
        }))}
      >
        <div className="flex min-w-0 flex-col gap-4">
          <GroupPanels group={group} view={view} result={result} />
        </div>
      </Tabs>
    </>
  );
}

function keyOf(name: string | null): string {
  return `group ${name ?? ""}`;
}
