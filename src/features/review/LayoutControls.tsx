import { DATASETS, type DatasetName } from "#src/domain/datasets.ts";
import type { FileLayout } from "#src/domain/imports.ts";
import type { FileSketch, Reading } from "#src/domain/reading.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";

import { withLayout } from "./readings.ts";
import { strings } from "./strings.ts";

export interface LayoutControlsProps {
  readonly sketch: FileSketch;
  readonly reading: Reading;
  readonly dataset: DatasetName | undefined;
  /** A sheet of a workbook has neither an encoding nor a delimiter of its own. */
  readonly isSheet: boolean;
  readonly onChange: (reading: Reading) => void;
}

const ENCODINGS: readonly FileLayout["encoding"][] = ["utf-8", "utf-8-bom", "gb18030", "utf-16le", "utf-16be"];
const DELIMITERS: readonly FileLayout["delimiter"][] = [",", ";", "\t", "|"];
const LONGEST_LINE = 60;

/** What the file is and how its text is cut into cells; a change lets the columns be recognised anew. */
export function LayoutControls({ sketch, reading, dataset, isSheet, onChange }: LayoutControlsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const change = (part: Parameters<typeof withLayout>[1]): void => onChange(withLayout(reading, part));
  const lines = sketch.lines.map(({ line, text }) => ({
    value: String(line),
    label: words.lineText(format.count(line), text.slice(0, LONGEST_LINE)),
  }));
  const headerLine = String(sketch.headerLine);
  const isListed = sketch.headerLine === 0 || lines.some(({ value }) => value === headerLine);
  return (
    <div className="flex flex-col gap-2">
      {dataset === undefined && <p className="font-medium text-warn">{words.whatQuestion}</p>}
      <div className="flex flex-wrap items-end gap-3">
        <Select<DatasetName | "">
          showLabel
          label={words.dataset}
          value={dataset ?? ""}
          options={[
            ...(dataset === undefined ? [{ value: "" as const, label: words.chooseDataset, disabled: true }] : []),
            ...DATASETS.map((value) => ({ value, label: words.datasets[value] })),
          ]}
          onChange={(value) => value !== "" && change({ dataset: value })}
        />
        {!isSheet && (
          <>
            <Select
              showLabel
              label={words.encoding}
              value={sketch.encoding}
              options={ENCODINGS.map((value) => ({ value, label: words.encodings[value] }))}
              onChange={(encoding) => change({ encoding })}
            />
            <Select
              showLabel
              label={words.delimiter}
              value={sketch.delimiter}
              options={DELIMITERS.map((value) => ({ value, label: words.delimiters[value] }))}
              onChange={(delimiter) => change({ delimiter })}
            />
          </>
        )}
        <div className="max-w-80 min-w-0">
          <Select
            showLabel
            label={words.headerLine}
            value={headerLine}
            options={[
              { value: "0", label: words.noHeader },
              ...(isListed ? [] : [{ value: headerLine, label: words.line(format.count(sketch.headerLine)) }]),
              ...lines,
            ]}
            onChange={(line) => change({ headerLine: Number(line) })}
          />
        </div>
      </div>
    </div>
  );
}
