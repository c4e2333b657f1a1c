import { useMemo } from "react";

import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { TableMenu } from "#src/ui/TableMenu.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch } from "#src/view/view.ts";

import type { SelectionPanelProps } from "./panel.ts";
import { profitColumns, profitTableModel, type ProfitSort } from "./profitColumns.ts";
import { tableInfo } from "./profitInfo.ts";
import { productLines, totalLine } from "./profitLine.ts";
import { ProfitTable } from "./ProfitTable.tsx";
import { selectChange } from "./profitView.ts";
import { realisedNote } from "./realisedNote.ts";
import { strings } from "./strings.ts";
import { useProfitLoans } from "./useProfitLoans.ts";

const LOSSES_LAST: ProfitSort = { by: "perDisbursed", descending: true };

/** Which product earns and which does not, all measures side by side. */
export function ProductsPanel({ args, result, selection }: SelectionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const { status } = useEngine();
  const showLoans = useProfitLoans(args.rules);
  const { lines, total, columns } = useMemo(() => {
    const made = productLines(result.products, args, { words, format });
    const all = totalLine(result.total, { product: null, where: args }, { words, format });
    return { lines: made, total: all, columns: profitColumns([...made, all], { words, format }) };
  }, [args, result, words, format]);
  const caption = words.byProduct;
  const hasTeaching = status.origins.sample > 0 && result.products.some(({ product }) => product === TEACHING);
  const beyond = realisedNote(result, { words, format });
  const chosen = selection.product === null ? total.id : `product ${selection.product}`;
  return (
    <Card
      title={caption}
      subtitle={words.byProductSubtitle}
      padded={false}
      info={tableInfo({ args, result }, { words, format })}
      actions={
        <TableMenu
          model={profitTableModel({ caption, rowHeader: words.product }, columns, [...lines, total])}
          fileName="profit-by-product"
        />
      }
      footer={
        hasTeaching || beyond !== null ? (
          <div className="flex flex-col gap-1.5">
            {beyond !== null && <p>{beyond}</p>}
            {hasTeaching && <TeachingHint />}
          </div>
        ) : undefined
      }
    >
      <ProfitTable
        caption={caption}
        rowHeader={words.product}
        columns={columns}
        lines={lines}
        total={total}
        initialSort={LOSSES_LAST}
        chosen={chosen}
        onChoose={({ product }) => setSearch(selectChange(product, null))}
        onLoans={({ name, figures, where }) =>
          showLoans({ name: name === total.name ? words.allProducts : name, profit: figures.profit, where })
        }
      />
    </Card>
  );
}

/** The product of the sample whose figures can be checked by hand. */
const TEACHING = "TEACH12";

function TeachingHint() {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <p>{words.teaching(TEACHING)}</p>
      <Button size="sm" onClick={() => setSearch(selectChange(TEACHING, null))}>
        {words.teachingShow(TEACHING)}
      </Button>
    </div>
  );
}
