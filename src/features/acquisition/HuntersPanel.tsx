import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { AcquisitionArgs, HunterArgs, HunterGroup, HunterResult } from "#src/engine/protocol.ts";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { TableMenu } from "#src/ui/TableMenu.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch, useViewSearch } from "#src/view/view.ts";

import { acquisitionInfo } from "./acquisitionInfo.ts";
import { HUNTER_DIMENSIONS, huntersBy, isLocked } from "./acquisitionView.ts";
import { figureTableModel } from "./figureColumn.ts";
import { FigureTable } from "./FigureTable.tsx";
import { isSmall, type Spoken } from "./figures.ts";
import { groupLabel } from "./groupLabel.ts";
import { groupRules } from "./groupLenders.ts";
import { hunterColumns } from "./hunterColumns.ts";
import { HunterRuleFields } from "./HunterRuleFields.tsx";
import { huntersQuery } from "./queries.ts";
import { strings } from "./strings.ts";
import { useHunterRules } from "./useHunterRules.ts";

const TABLE_PX = 240;

export interface HuntersPanelProps {
  readonly args: Pick<AcquisitionArgs, "cohorts" | "filter">;
}

/** Who came for the bonus alone, what they cost, and what is left without them. */
export function HuntersPanel({ args: { cohorts, filter } }: HuntersPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { methods, revision, status } = useEngine();
  const setSearch = useSetSearch();
  const { rules, save } = useHunterRules();
  const { ahunt } = useViewSearch();
  const usual = huntersBy({}, status);
  const by = huntersBy({ ahunt }, status);
  const query = useQuery(huntersQuery(methods, { by, cohorts, filter, rules }, revision));
  const table = useMemo(() => hunterTable(query.data, by, { words, format }), [query.data, by, words, format]);
  return (
    <Card
      title={words.hunters}
      subtitle={words.huntersSubtitle}
      padded={false}
      info={
        query.data &&
        acquisitionInfo(query.data.basis, {
          name: words.hunters,
          sentence: words.huntersSentence,
          formula: words.huntersFormula,
          rule: "HN1",
        })
      }
      actions={
        <>
          <Segmented
            label={words.huntersBy}
            value={by}
            onChange={(next) => setSearch({ ahunt: next === usual ? undefined : next })}
            options={HUNTER_DIMENSIONS.map((value) => {
              const locked = isLocked(value, status);
              const title = locked ? words.needsLenders : undefined;
              return { value, label: words.dimensions[value], disabled: locked, title };
            })}
          />
          {table && <TableMenu model={table.model} fileName={`acquisition-hunters-${by}`} />}
        </>
      }
    >
      <div className="px-4 pt-1 pb-4">
        <HunterRuleFields rules={rules} onChange={save} result={query.data} />
      </div>
      {query.isError ? (
        <PanelFailed error={query.error} heightPx={TABLE_PX} onRetry={() => void query.refetch()} />
      ) : table === undefined || query.data === undefined ? (
        <div className="px-4 pb-4">
          <PanelPending heightPx={TABLE_PX} />
        </div>
      ) : (
        <Groups result={query.data} table={table} args={{ by, cohorts }} />
      )}
    </Card>
  );
}

type HunterTable = NonNullable<ReturnType<typeof hunterTable>>;

function hunterTable(result: HunterResult | undefined, by: HunterArgs["by"], spoken: Spoken) {
  if (result === undefined) return undefined;
  const { words } = spoken;
  const rows = [...result.groups, result.total];
  const columns = hunterColumns(rows, spoken);
  const text = {
    caption: words.hunters,
    rowHeader: words.dimensions[by],
    nameOf: ({ name }: HunterGroup) => groupLabel(name, by, spoken),
  };
  return { text, columns, model: figureTableModel(text, columns, rows) };
}

interface GroupsProps {
  readonly result: HunterResult;
  readonly table: HunterTable;
  readonly args: Pick<HunterArgs, "by" | "cohorts">;
}

/** A name leads to the hunters of its group. */
function Groups({ result, table, args }: GroupsProps) {
  const words = useStrings(strings);
  const { status } = useEngine();
  const { shortestTerm, coupon, atThreshold, cashOut, noSecondLend } = result.rules;
  if (![shortestTerm, coupon, atThreshold, cashOut, noSecondLend].includes(true)) {
    return <p className="border-t border-line px-4 py-3 text-ink-2">{words.noRule}</p>;
  }
  return (
    <FigureTable
      key={args.by}
      text={table.text}
      columns={table.columns}
      rows={result.groups}
      total={result.total}
      initialSort={args.by === "month" ? null : { by: "share", descending: true }}
      isSmall={isSmall}
      rulesOf={({ name }) => ({ ...groupRules(name, args, status), isHunter: true })}
    />
  );
}
