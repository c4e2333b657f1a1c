import { Menu as MenuIcon, Search } from "lucide-react";
import { lazy, useState } from "react";

import { IconButton } from "#src/ui/IconButton.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { LateLayer } from "#src/ui/LateLayer.tsx";

import { Brand } from "./Brand.tsx";
import type { SidebarProps } from "./Sidebar.tsx";
import { strings } from "./strings.ts";

const PhoneMenu = lazy(async () => ({ default: (await import("./PhoneMenu.tsx")).PhoneMenu }));

export function PhoneBar({ onSearch }: SidebarProps) {
  const words = useStrings(strings);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <div className="no-print flex h-14 items-center gap-1 border-b border-line bg-surface px-4">
      <div className="flex-1">
        <Brand />
      </div>
      <IconButton label={words.search} icon={<Search size={18} aria-hidden />} onClick={onSearch} />
      <IconButton label={words.menu} icon={<MenuIcon size={18} aria-hidden />} onClick={() => setOpen(true)} />
      {open && (
        <LateLayer onGiveUp={close}>
          <PhoneMenu onClose={close} />
        </LateLayer>
      )}
    </div>
  );
}
