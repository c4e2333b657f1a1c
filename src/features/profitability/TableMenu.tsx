import { ClipboardCopy, FileSpreadsheet } from "lucide-react";

import { copyText, downloadCsv, toTsv } from "#src/ui/csv.ts";
import { useStrings } from "#src/ui/language.tsx";
import { Menu } from "#src/ui/Menu.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";
import { useToast } from "#src/ui/ToastHost.tsx";

import { strings } from "./strings.ts";

export interface TableMenuProps {
  readonly model: TableModel;
  /** Without an ending. */
  readonly fileName: string;
}

/** What can be taken away from a table: the same as from a chart, but for its picture. */
export function TableMenu({ model, fileName }: TableMenuProps) {
  const words = useStrings(strings);
  const toast = useToast();

  async function copy() {
    const done = await copyText(toTsv(model));
    toast.show(done ? { title: words.copied, tone: "good" } : { title: words.notCopied, tone: "bad" });
  }

  return (
    <Menu
      label={words.more(model.caption)}
      items={[
        {
          id: "copy",
          label: words.copy,
          icon: <ClipboardCopy size={14} aria-hidden />,
          onSelect: () => void copy(),
        },
        {
          id: "csv",
          label: words.csv,
          icon: <FileSpreadsheet size={14} aria-hidden />,
          onSelect: () => downloadCsv(fileName, model),
        },
      ]}
    />
  );
}
