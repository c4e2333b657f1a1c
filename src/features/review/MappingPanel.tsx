import type { DatasetName } from "#src/domain/datasets.ts";
import type { ColumnName } from "#src/domain/imports.ts";
import type { FileSketch, Reading } from "#src/domain/reading.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";

import { columnWords } from "./columnWords.ts";
import { DirectionFields } from "./DirectionFields.tsx";
import {
  columnByPlace,
  columnsOf,
  hasMoney,
  missingColumns,
  requiredColumns,
  sampleValues,
  withColumn,
  withPart,
} from "./readings.ts";
import { RowFilterFields } from "./RowFilterFields.tsx";
import { strings } from "./strings.ts";

export interface MappingPanelProps {
  readonly sketch: FileSketch;
  readonly reading: Reading;
  readonly dataset: DatasetName | undefined;
  /** What one unit of money was read as; null while the file has not been read. */
  readonly scaleFen: number | null;
  readonly onChange: (reading: Reading) => void;
}

/** What each column of the file is, and how its rows are to be understood. */
export function MappingPanel(props: MappingPanelProps) {
  const { sketch, reading, dataset, onChange } = props;
  const words = useStrings(strings);
  const names = useStrings(columnWords);
  const format = useFormat();
  if (dataset === undefined) return <p className="text-ink-2">{words.whatQuestion}</p>;
  const missing = missingColumns(dataset, sketch, reading);
  return (
    <div className="flex flex-col gap-5">
      {missing.length > 0 && (
        <p className="font-medium text-warn">{words.missing(format.list(missing.map((column) => names[column])))}</p>
      )}
      <MappingTable sketch={sketch} reading={reading} dataset={dataset} onChange={onChange} />
      {hasMoney(dataset) && <UnitSelect {...props} />}
      {dataset === "transactions" && (
        <>
          <DirectionFields sketch={sketch} reading={reading} onChange={onChange} />
          <RowFilterFields sketch={sketch} reading={reading} onChange={onChange} />
        </>
      )}
    </div>
  );
}

interface TableProps extends Pick<MappingPanelProps, "sketch" | "reading" | "onChange"> {
  readonly dataset: DatasetName;
}

const SHOWN_VALUES = 3;

function MappingTable({ sketch, reading, dataset, onChange }: TableProps) {
  const words = useStrings(strings);
  const names = useStrings(columnWords);
  const byPlace = columnByPlace(sketch, reading);
  const required = requiredColumns(dataset, reading.sign);
  const options = [
    { value: "", label: words.notUsed },
    ...columnsOf(dataset).map((column) => ({
      value: column,
      label: required.includes(column) ? `${names[column]} · ${words.required}` : names[column],
    })),
  ];
  const headers = sketch.headers.map((header, place) => ({ header, place, id: `${place} ${header}` }));
  return (
    <table aria-label={words.mappingTable} className="w-full table-fixed">
      <thead className="text-left text-label text-ink-3">
        <tr>
          <th className="w-[30%] py-1.5 pr-3 font-regular">{words.inFile}</th>
          <th className="py-1.5 pr-3 font-regular max-sm:hidden">{words.sampleValues}</th>
          <th className="w-52 py-1.5 font-regular max-sm:w-[60%]">{words.readAs}</th>
        </tr>
      </thead>
      <tbody>
        {headers.map(({ header, place, id }) => {
          const column = byPlace[place] ?? null;
          const values = sampleValues(sketch, place, SHOWN_VALUES).join(" · ");
          return (
            <tr key={id} className="border-t border-line">
              <td className="py-1.5 pr-3 font-medium break-words">{header.trim() === "" ? `#${place + 1}` : header}</td>
              <td className="truncate py-1.5 pr-3 text-ink-2 max-sm:hidden" title={values}>
                {values}
              </td>
              <td className="py-1.5">
                <Select<ColumnName | "">
                  label={words.readAsOf(header)}
                  variant={column === null ? "ghost" : "secondary"}
                  value={column ?? ""}
                  options={options as readonly { readonly value: ColumnName | ""; readonly label: string }[]}
                  onChange={(next) =>
                    onChange(withColumn(reading, sketch, { place, column: next === "" ? null : next }))
                  }
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const SCALES = ["1", "100", "100000", "1000000"] as const;

function UnitSelect({ reading, scaleFen, onChange }: MappingPanelProps) {
  const words = useStrings(strings);
  const found = SCALES.find((scale) => Number(scale) === scaleFen);
  const isOwn = reading.scaleFen !== undefined;
  const auto = found === undefined || isOwn ? words.unitAutoOnly : words.unitAuto(words.units[found]);
  return (
    <Select
      showLabel
      label={words.unit}
      value={reading.scaleFen === undefined ? "" : String(reading.scaleFen)}
      options={[{ value: "", label: auto }, ...SCALES.map((value) => ({ value, label: words.units[value] }))]}
      onChange={(value) => onChange(withPart(reading, { scaleFen: value === "" ? undefined : Number(value) }))}
    />
  );
}
