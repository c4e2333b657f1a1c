import type { OverdueBucket } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useShowLoans, type LoansRequest } from "#src/view/loansDrawer.tsx";

import { bookMonth, productName, shareText } from "./figures.ts";
import type { OverdueRow } from "./overdueModel.ts";
import { strings } from "./strings.ts";
import type { VintageLine, VintageModel } from "./vintageModel.ts";
import { monthWhere, type VintageMeasure, type VintagesView } from "./vintagesView.ts";

export interface VintageLoans {
  /** The loans of a month of lending, told by its figure at a month on book: of the measure shown, or of another. */
  readonly ofMonth: (line: VintageLine, age: number, measure?: VintageMeasure) => void;
  /** All loans of the choice, told by what is expected at a month on book. */
  readonly ofExpected: (model: VintageModel, age: number) => void;
  /** The loans of a bucket, or all that are not repaid. */
  readonly ofOverdue: (row: OverdueRow, bucket: OverdueBucket | undefined) => void;
}

/** What went bad stands first; what was prepaid is no column of the list. */
function orderOf(measure: VintageMeasure): Pick<LoansRequest, "sort"> {
  return measure === "bad" ? { sort: { by: "bad", descending: true } } : {};
}

/** What figures of the screen lead to. */
export function useVintageLoans(view: VintagesView): VintageLoans {
  const showLoans = useShowLoans();
  const words = useStrings(strings);
  const format = useFormat();
  const { disbursed, products, rules } = view.args;
  return {
    ofMonth: (line, age, measure = view.measure) => {
      const [amount, shown] = [line.amounts[age] ?? null, format.money(line.disbursed)];
      const figure = `${words.measures[measure].name} ${format.money(amount)}`;
      showLoans({
        title: words.loansOf(format.month(line.month.from)),
        ...(amount === null ? {} : { subtitle: words.cellSubtitle(bookMonth(age, format), figure, shown) }),
        where: monthWhere(view, line.month),
        rules,
        ...orderOf(measure),
      });
    },
    ofExpected: (model, age) =>
      showLoans({
        title: words.expected,
        subtitle: words.expectedSubtitle(bookMonth(age, format), shareText(model.expected[age] ?? null, format)),
        where: { disbursed, products },
        rules,
        ...orderOf(view.measure),
      }),
    ofOverdue: ({ product, owed, cells }, bucket) =>
      showLoans({
        title:
          bucket === undefined
            ? words.loansOf(productName(product, words))
            : words.loansOfOverdue(productName(product, words), words.buckets[bucket]),
        subtitle: words.overdueFigure(format.moneyExact(bucket === undefined ? owed : cells[bucket].owed)),
        where: {
          disbursed,
          products: product === undefined ? products : [product],
          ...(bucket === undefined ? {} : { overdue: bucket }),
        },
        rules,
      }),
  };
}
