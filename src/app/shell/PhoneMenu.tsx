import { Upload } from "lucide-react";

import { Drawer } from "#src/ui/Drawer.tsx";
import { FileButton } from "#src/ui/FileButton.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { useImportRunner } from "#src/view/importing.tsx";
import { LANGUAGES, THEMES, usePreferences, useSetPreferences } from "#src/view/preferences.ts";

import { NavLinks } from "./NavLinks.tsx";
import { strings } from "./strings.ts";

export interface PhoneMenuProps {
  readonly onClose: () => void;
}

export function PhoneMenu({ onClose }: PhoneMenuProps) {
  const words = useStrings(strings);
  const { importFiles } = useImportRunner();
  const { language, theme } = usePreferences();
  const setPreferences = useSetPreferences();
  const importAndClose = (files: readonly File[]): void => {
    onClose();
    importFiles(files);
  };
  return (
    <Drawer open onClose={onClose} title={words.menu}>
      <div className="flex flex-col gap-5">
        <NavLinks onFollow={onClose} />
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          <Segmented
            label={words.language.label}
            value={language}
            onChange={(choice) => setPreferences({ language: choice })}
            options={LANGUAGES.map((value) => ({ value, label: words.language[value] }))}
          />
          <Segmented
            label={words.theme.label}
            value={theme}
            onChange={(choice) => setPreferences({ theme: choice })}
            options={THEMES.map((value) => ({ value, label: words.theme[value] }))}
          />
        </div>
        <FileButton onFiles={importAndClose} icon={<Upload size={14} aria-hidden />}>
          {words.drop.choose}
        </FileButton>
      </div>
    </Drawer>
  );
}
