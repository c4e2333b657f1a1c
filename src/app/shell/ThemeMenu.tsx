import { IconButton } from "#src/ui/IconButton.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { Menu } from "#src/ui/Menu.tsx";
import { THEMES, usePreferences, useSetPreferences } from "#src/view/preferences.ts";

import { strings } from "./strings.ts";
import { THEME_ICONS } from "./themeIcons.ts";

export function ThemeMenu() {
  const words = useStrings(strings);
  const { theme } = usePreferences();
  const setPreferences = useSetPreferences();
  const CurrentIcon = THEME_ICONS[theme];
  const items = THEMES.map((choice) => {
    const Icon = THEME_ICONS[choice];
    return {
      id: choice,
      label: words.theme[choice],
      icon: <Icon size={14} aria-hidden />,
      checked: choice === theme,
      onSelect: () => setPreferences({ theme: choice }),
    };
  });
  return (
    <Menu
      label={words.theme.label}
      items={items}
      trigger={<IconButton label={words.theme.label} icon={<CurrentIcon size={16} aria-hidden />} />}
    />
  );
}
