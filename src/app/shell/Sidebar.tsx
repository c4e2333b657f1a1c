import { Search, Upload } from "lucide-react";

import { FileButton } from "#src/ui/FileButton.tsx";
import { IconButton } from "#src/ui/IconButton.tsx";
import { Kbd } from "#src/ui/Kbd.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { useImportRunner } from "#src/view/importing.tsx";

import { Brand } from "./Brand.tsx";
import { NavLinks } from "./NavLinks.tsx";
import { PALETTE_KEYS } from "./keyboard.ts";
import { PreferenceButtons } from "./PreferenceButtons.tsx";
import { strings } from "./strings.ts";

export interface SidebarProps {
  readonly onSearch: () => void;
}

export function Sidebar({ onSearch }: SidebarProps) {
  const words = useStrings(strings);
  return (
    <div className="no-print sticky top-0 flex h-dvh w-56 shrink-0 flex-col gap-4 overflow-y-auto border-r border-line bg-surface p-3">
      <div className="px-1 pt-0.5">
        <Brand />
      </div>
      <button
        type="button"
        onClick={onSearch}
        className="flex h-8 shrink-0 items-center gap-2 rounded-control border border-line bg-sunken px-2 text-ink-3 transition-colors hover:border-line-strong"
      >
        <Search size={14} aria-hidden />
        <span className="flex-1 text-left">{words.search}</span>
        <Kbd>{PALETTE_KEYS}</Kbd>
      </button>
      <NavLinks />
      <div className="mt-auto flex flex-col gap-2">
        <DropHint />
        <div className="flex justify-end gap-1">
          <PreferenceButtons />
        </div>
      </div>
    </div>
  );
}

function DropHint() {
  const words = useStrings(strings);
  const { importFiles } = useImportRunner();
  return (
    <div className="flex flex-col items-start gap-2 rounded-node border border-dashed border-line-strong p-3">
      <div>
        <p className="font-label">{words.drop.title}</p>
        <p className="text-label text-ink-3">{words.drop.detail}</p>
      </div>
      <FileButton onFiles={importFiles} icon={<Upload size={14} aria-hidden />}>
        {words.drop.choose}
      </FileButton>
    </div>
  );
}

export interface RailProps extends SidebarProps {
  readonly onImport: () => void;
}

/** The sidebar where there is room for icons only. */
export function Rail({ onSearch, onImport }: RailProps) {
  const words = useStrings(strings);
  return (
    <div className="no-print sticky top-0 flex h-dvh w-14 shrink-0 flex-col items-center gap-4 overflow-y-auto border-r border-line bg-surface py-3">
      <Brand markOnly />
      <IconButton
        label={`${words.search} (${PALETTE_KEYS})`}
        icon={<Search size={16} aria-hidden />}
        onClick={onSearch}
      />
      <NavLinks rail />
      <div className="mt-auto flex flex-col items-center gap-1">
        <IconButton label={words.drop.choose} icon={<Upload size={16} aria-hidden />} onClick={onImport} />
        <PreferenceButtons />
      </div>
    </div>
  );
}
