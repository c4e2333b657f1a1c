import { Card } from "#src/ui/Card.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { usePreferences, useSetPreferences } from "#src/view/preferences.ts";

import { SettingRow } from "./SettingRow.tsx";
import { strings } from "./strings.ts";

export function LookSettings() {
  const words = useStrings(strings);
  const { language, theme } = usePreferences();
  const setPreferences = useSetPreferences();
  return (
    <Card title={words.look} subtitle={words.lookSubtitle} padded={false}>
      <div className="divide-y divide-line border-t border-line">
        <SettingRow title={words.language} changes={null}>
          <Segmented
            label={words.language}
            value={language}
            onChange={(next) => setPreferences({ language: next })}
            options={[
              { value: "en", label: "English" },
              { value: "zh", label: "中文" },
            ]}
          />
        </SettingRow>
        <SettingRow title={words.theme} changes={null}>
          <Segmented
            label={words.theme}
            value={theme}
            onChange={(next) => setPreferences({ theme: next })}
            options={[
              { value: "system", label: words.system },
              { value: "light", label: words.light },
              { value: "dark", label: words.dark },
            ]}
          />
        </SettingRow>
      </div>
    </Card>
  );
}
