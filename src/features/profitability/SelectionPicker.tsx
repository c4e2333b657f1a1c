import { isoMonth, monthOf } from "#src/domain/calendar.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { productName } from "./figures.ts";
import type { SelectionPanelProps } from "./panel.ts";
import { selectChange } from "./profitView.ts";
import { strings } from "./strings.ts";

const ALL = "all";

/** The product and the month that are looked at, for those who do not want to go back to the tables. */
export function SelectionPicker({ result, selection }: SelectionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const product = result.products.find((one) => one.product === selection.product);
  const months = product?.months ?? [];
  // Products may have any name, so they go by their place.
  const place = product === undefined ? ALL : String(result.products.indexOf(product));
  return (
    <>
      <Select
        label={words.chooseProduct}
        value={place}
        onChange={(next) => {
          const chosen = next === ALL ? undefined : result.products[Number(next)];
          setSearch(selectChange(chosen?.product ?? null, null));
        }}
        options={[
          { value: ALL, label: words.allProducts },
          ...result.products.map((one, at) => ({ value: String(at), label: productName(one.product, words) })),
        ]}
      />
      {product !== undefined && (
        <Select
          label={words.chooseMonth}
          value={selection.month === null ? ALL : isoMonth(monthOf(selection.month.from))}
          onChange={(next) => {
            const chosen = months.find(({ month }) => isoMonth(monthOf(month.from)) === next);
            setSearch(selectChange(product.product, chosen?.month ?? null));
          }}
          options={[
            { value: ALL, label: words.allMonths },
            ...months.map(({ month }) => ({ value: isoMonth(monthOf(month.from)), label: format.month(month.from) })),
          ]}
        />
      )}
    </>
  );
}
