import { useEffect } from "react";

import { useMediaQuery } from "#src/ui/useMediaQuery.ts";
import type { Preferences } from "#src/view/preferences.ts";

/** Keeps `<html lang class>` in step with the choices. */
export function useDocumentPreferences({ language, theme }: Preferences): void {
  const systemIsDark = useMediaQuery("(prefers-color-scheme: dark)");
  const dark = theme === "dark" || (theme === "system" && systemIsDark);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.documentElement.classList.toggle("dark", dark);
  }, [language, dark]);
}
