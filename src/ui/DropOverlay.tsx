import { FileDown } from "lucide-react";

import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";

const en = { title: "Drop to import", detail: "Files and folders of daily exports. They stay on this device." };
const zh: typeof en = { title: "松开即可导入", detail: "支持每日导出文件和文件夹，数据不离开本机。" };
const strings: Catalogue<typeof en> = { en, zh };

export interface DropOverlayProps {
  readonly open: boolean;
}

export function DropOverlay({ open }: DropOverlayProps) {
  const words = useStrings(strings);
  if (!open) return null;
  return (
    <div role="status" className="pointer-events-none fixed inset-0 z-70 bg-scrim p-4">
      <div className="flex h-full flex-col items-center justify-center gap-1 rounded-card border-2 border-dashed border-ink-3 bg-surface/96 text-center">
        <FileDown size={28} className="mb-2 text-ink-2" aria-hidden />
        <p className="text-kpi font-strong">{words.title}</p>
        <p className="text-ink-2">{words.detail}</p>
      </div>
    </div>
  );
}
