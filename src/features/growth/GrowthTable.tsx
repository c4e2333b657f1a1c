import { useState } from "react";

import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ScrollTable } from "#src/ui/ScrollTable.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";

import type { GrowthPanelProps } from "./growthPanel.ts";
import { strings } from "./strings.ts";
import { balanceColumns, lenderColumns, type GrowthColumn } from "./tableColumns.ts";
import { useGrowthRows } from "./useGrowthRows.ts";

type Unit = "balances" | "lenders";

/** The identity month by month, newest first; every figure leads to its rows. */
export function GrowthTable({ result: { rows }, filter }: Omit<GrowthPanelProps, "heightPx">) {
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useGrowthRows(filter);
  const [unit, setUnit] = useState<Unit>("balances");
  const columns = unit === "balances" ? balanceColumns(words, format) : lenderColumns(words, format);
  return (
    <Card
      title={words.table}
      subtitle={words.tableSubtitle}
      padded={false}
      actions={
        <Segmented
          label={words.tableUnit}
          value={unit}
          onChange={setUnit}
          options={[
            { value: "balances", label: words.balances },
            { value: "lenders", label: words.lenders },
          ]}
        />
      }
    >
      <ScrollTable name={words.table}>
        <table className="w-full text-right whitespace-nowrap">
          <thead className="text-label text-ink-2">
            <tr className="border-y border-line">
              <th scope="col" className="sticky left-0 z-10 bg-surface py-2 pr-3 pl-4 text-left font-medium">
                {words.month}
              </th>
              {columns.map((column) => (
                <Heading key={column.id} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map((row) => (
              <tr key={row.month.from} className="border-b border-line last:border-0 hover:bg-hover">
                <th scope="row" className="sticky left-0 z-10 bg-surface py-1 pr-3 pl-4 text-left font-medium">
                  {format.month(row.month.from)}
                </th>
                {columns.map((column) => (
                  <td key={column.id} className="px-1.5 py-1 last:pr-4">
                    {column.leadsTo === null ? (
                      <span className={column.strong ? "font-strong" : "text-ink-2"}>{column.text(row)}</span>
                    ) : (
                      <button
                        type="button"
                        className="min-h-6 rounded-cell px-1 decoration-line-strong underline-offset-4 hover:underline"
                        onClick={() =>
                          showRows(row.month, column.leadsTo === "month" ? undefined : (column.leadsTo ?? undefined))
                        }
                      >
                        {column.text(row)}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
    </Card>
  );
}

function Heading({ column: { sign, label, title } }: { readonly column: GrowthColumn }) {
  return (
    <th scope="col" title={title} className="px-2.5 py-2 font-medium last:pr-5">
      {sign !== null && (
        <span aria-hidden className="pr-1 text-ink-3">
          {sign}
        </span>
      )}
      {label}
    </th>
  );
}
