import { useMemo } from "react";

import type { ProductProfit } from "#src/engine/protocol.ts";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { TableMenu } from "#src/ui/TableMenu.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { productName, selectionName } from "./figures.ts";
import type { SelectionPanelProps } from "./panel.ts";
import { profitColumns, profitTableModel, type ProfitSort } from "./profitColumns.ts";
import { monthsInfo } from "./profitInfo.ts";
import { monthLines, totalLine } from "./profitLine.ts";
import { ProfitTable } from "./ProfitTable.tsx";
import { selectChange, whereOf } from "./profitView.ts";
import { strings } from "./strings.ts";
import { useProfitLoans } from "./useProfitLoans.ts";

const OLDEST_FIRST: ProfitSort = { by: "name", descending: false };

/** The months of disbursal of the chosen product; nothing until one is chosen. */
export function MonthsPanel(props: SelectionPanelProps) {
  const { result, selection } = props;
  const product = result.products.find((one) => one.product === selection.product);
  if (product === undefined) return null;
  return <Months key={product.product} {...props} product={product} />;
}

function Months({ args, result, selection, product }: SelectionPanelProps & { readonly product: ProductProfit }) {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const showLoans = useProfitLoans(args.rules);
  const { lines, total, columns } = useMemo(() => {
    const made = monthLines(product, args, { words, format });
    const where = whereOf(args, product.product, null);
    const all = totalLine(product, { product: product.product, where }, { words, format });
    return { lines: made, total: all, columns: profitColumns([...made, all], { words, format }) };
  }, [args, product, words, format]);
  const caption = words.byMonth(productName(product.product, words));
  const chosen = lines.find(({ month }) => month?.from === selection.month?.from) ?? total;
  return (
    <Card
      title={caption}
      subtitle={words.byMonthSubtitle}
      padded={false}
      info={monthsInfo(result, { words, format })}
      actions={
        <TableMenu
          model={profitTableModel({ caption, rowHeader: words.month }, columns, [...lines, total])}
          fileName="profit-by-month"
        />
      }
    >
      <ProfitTable
        caption={caption}
        rowHeader={words.month}
        columns={columns}
        lines={lines}
        total={total}
        initialSort={OLDEST_FIRST}
        chosen={chosen.id}
        onChoose={({ month }) => setSearch(selectChange(product.product, month))}
        onLoans={({ month, figures, where }) =>
          showLoans({
            name: selectionName({ product: product.product, month }, { words, format }),
            profit: figures.profit,
            where,
          })
        }
      />
    </Card>
  );
}
