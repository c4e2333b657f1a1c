import { CSPProvider } from "@base-ui/react/csp-provider";

import { LanguageProvider } from "./language.tsx";
import type { LanguageProviderProps } from "./language.tsx";
import { RevealProvider } from "./reveal.tsx";
import { ToastHost } from "./ToastHost.tsx";
import { TooltipHost } from "./TooltipHost.tsx";

/** All that the components of this folder expect around them. */
export function UiProviders({ language, units, children }: LanguageProviderProps) {
  return (
    <CSPProvider disableStyleElements>
      <LanguageProvider language={language} units={units}>
        <RevealProvider>
          <ToastHost>{children}</ToastHost>
          <TooltipHost />
        </RevealProvider>
      </LanguageProvider>
    </CSPProvider>
  );
}
