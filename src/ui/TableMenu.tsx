import { ClipboardCopy, FileSpreadsheet } from "lucide-react";

import { copyText, downloadCsv, toTsv } from "./csv.ts";
import { useStrings, type Catalogue } from "./language.tsx";
import { Menu } from "./Menu.tsx";
import type { TableModel } from "./tableModel.ts";
import { useToast } from "./ToastHost.tsx";

const en = {
  more: (title: string) => `${title}: more`,
  copy: "Copy data",
  csv: "Download CSV",
  copied: "Data copied",
  notCopied: "The browser refused the clipboard. Use Download CSV instead.",
};
const zh: typeof en = {
  more: (title) => `${title}：更多`,
  copy: "复制数据",
  csv: "下载 CSV",
  copied: "数据已复制",
  notCopied: "浏览器不允许访问剪贴板，请改用“下载 CSV”。",
};
const strings: Catalogue<typeof en> = { en, zh };

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
