import type { Period } from "#src/domain/period.ts";

import { FilterMenu } from "./FilterMenu.tsx";
import { useFormat, useStrings, type Catalogue } from "./language.tsx";
import { Segmented } from "./Segmented.tsx";

const en = {
  loans: "Loans",
  all: "All",
  allHint: "All loans lent up to the last day of data",
  within: (period: string) => `Disbursed ${period}`,
  withinHint: "Only loans disbursed in the period above",
  products: "Products",
  noProduct: "(no product)",
};
const zh: typeof en = {
  loans: "借款",
  all: "全部",
  allHint: "截至数据最后一日放款的全部借款",
  within: (period) => `放款于 ${period}`,
  withinHint: "仅限上方时间段内放款的借款",
  products: "产品",
  noProduct: "（无产品）",
};
const strings: Catalogue<typeof en> = { en, zh };

export interface LoanFiltersProps {
  /** Null while the ledger gives none; all loans are then meant. */
  readonly period: Period | null;
  readonly isWithin: boolean;
  readonly onWithin: (isWithin: boolean) => void;
  /** Of all loans, "" for those that name none. */
  readonly products: readonly string[];
  readonly selected: readonly string[];
  readonly onSelect: (products: readonly string[]) => void;
}

/** Which loans a screen is about: those disbursed in the period or all, of all products or of some. */
export function LoanFilters({ period, isWithin, onWithin, products, selected, onSelect }: LoanFiltersProps) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <>
      {period !== null && (
        <Segmented
          label={words.loans}
          value={isWithin ? "within" : "all"}
          onChange={(next) => onWithin(next === "within")}
          options={[
            { value: "all", label: words.all, title: words.allHint },
            { value: "within", label: words.within(format.period(period)), title: words.withinHint },
          ]}
        />
      )}
      <FilterMenu
        label={words.products}
        options={products.map((value) => ({ value, label: value === "" ? words.noProduct : value }))}
        selected={selected}
        onChange={onSelect}
      />
    </>
  );
}
