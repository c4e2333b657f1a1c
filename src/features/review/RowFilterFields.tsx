import { FilterMenu } from "#src/ui/FilterMenu.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";

import type { DirectionFieldsProps } from "./DirectionFields.tsx";
import { PlaceSelect } from "./PlaceSelect.tsx";
import { keptStatuses, sampleValues, withPart } from "./readings.ts";
import { strings } from "./strings.ts";

/** Which rows count: those of some statuses, those of one currency. */
export function RowFilterFields({ sketch, reading, onChange }: DirectionFieldsProps) {
  const words = useStrings(strings);
  const { status, currency } = reading;
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-end gap-3">
        <PlaceSelect
          label={words.statusColumn}
          noneLabel={words.none}
          sketch={sketch}
          place={status?.column}
          onChange={(column) =>
            onChange(
              withPart(reading, {
                status: column === undefined ? undefined : { column, keep: keptStatuses(sketch, column) },
              }),
            )
          }
        />
        {status && (
          <FilterMenu
            label={words.keepStatus}
            options={valuesWith(sampleValues(sketch, status.column), status.keep)}
            selected={status.keep}
            onChange={(keep) => keep.length > 0 && onChange(withPart(reading, { status: { ...status, keep } }))}
          />
        )}
        <PlaceSelect
          label={words.currencyColumn}
          noneLabel={words.none}
          sketch={sketch}
          place={currency?.column}
          onChange={(column) => {
            const keep = column === undefined ? undefined : sampleValues(sketch, column)[0];
            const next = column === undefined || keep === undefined ? undefined : { column, keep };
            onChange(withPart(reading, { currency: next }));
          }}
        />
        {currency && (
          <Select
            showLabel
            label={words.keepCurrency}
            value={currency.keep}
            options={valuesWith(sampleValues(sketch, currency.column), [currency.keep])}
            onChange={(keep) => onChange(withPart(reading, { currency: { ...currency, keep } }))}
          />
        )}
      </div>
      {status && <p className="text-label text-ink-3">{words.keepStatusHint}</p>}
    </div>
  );
}

/** What is chosen stays on offer, though the first rows may not hold it. */
function valuesWith(values: readonly string[], chosen: readonly string[]) {
  return [...new Set([...values, ...chosen])].map((value) => ({ value, label: value }));
}
