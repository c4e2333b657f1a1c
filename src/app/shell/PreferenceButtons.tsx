import { Languages } from "lucide-react";
import { lazy, Suspense } from "react";

import { IconButton } from "#src/ui/IconButton.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { usePreferences, useSetPreferences } from "#src/view/preferences.ts";

import { strings } from "./strings.ts";
import { THEME_ICONS } from "./themeIcons.ts";

const ThemeMenu = lazy(async () => ({ default: (await import("./ThemeMenu.tsx")).ThemeMenu }));

export function PreferenceButtons() {
  const words = useStrings(strings);
  const { language, theme } = usePreferences();
  const setPreferences = useSetPreferences();
  const ThemeIcon = THEME_ICONS[theme];
  const waiting = <IconButton disabled label={words.theme.label} icon={<ThemeIcon size={16} aria-hidden />} />;
  return (
    <>
      <IconButton
        label={words.language.toggle}
        icon={<Languages size={16} aria-hidden />}
        onClick={() => setPreferences({ language: language === "en" ? "zh" : "en" })}
      />
      <Suspense fallback={waiting}>
        <ThemeMenu />
      </Suspense>
    </>
  );
}
