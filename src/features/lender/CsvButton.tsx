import { Download } from "lucide-react";

import { Button } from "#src/ui/Button.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { useStrings } from "#src/ui/language.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";

import { strings } from "./strings.ts";

export interface CsvButtonProps {
  /** Without an ending. */
  readonly fileName: string;
  readonly table: Pick<TableModel, "columns" | "rows">;
}

export function CsvButton({ fileName, table }: CsvButtonProps) {
  const words = useStrings(strings);
  return (
    <Button
      title={words.csvHint}
      icon={<Download size={14} aria-hidden />}
      onClick={() => downloadCsv(fileName, table)}
    >
      {words.csv}
    </Button>
  );
}
