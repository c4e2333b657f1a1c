import type { LoanSort, OverdueBucket } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useShowLoans } from "#src/view/loansDrawer.tsx";

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

/** The most of what is told stands first. What was prepaid is no column of the list: what was repaid has it in it. */
const FIRST_BY = { bad: "bad", prepaid: "repaid" } as const satisfies Record<VintageMeasure, LoanSort>;

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
        sort: { by: FIRST_BY[measure], descending: true },
      });
    },
    ofExpected: (model, age) =>
      showLoans({
        title: words.loansOfExpected,
        subtitle: words.expectedSubtitle(bookMonth(age, format), shareText(model.expected[age] ?? null, format)),
        where: { disbursed, products },
        rules,
        sort: { by: FIRST_BY[view.measure], descending: true },
      }),
    ofOverdue: ({ product, owed, cells }, bucket) =>
      showLoans({
        title: words.loansOwed[bucket ?? "any"](product === undefined ? null : productName(product, words)),
        subtitle: words.overdueFigure(format.moneyExact(bucket === undefined ? owed : cells[bucket].owed)),
        where: {
          disbursed,
          products: product === undefined ? products : [product],
          overdue: bucket ?? "any",
        },
        rules,
      }),
  };
}
