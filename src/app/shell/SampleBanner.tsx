import { FlaskConical } from "lucide-react";

import { Button } from "#src/ui/Button.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { useImportRunner } from "#src/view/importing.tsx";

import { strings } from "./strings.ts";

/** In sight for as long as invented figures are. */
export function SampleBanner() {
  const words = useStrings(strings);
  const { removeSample } = useImportRunner();
  return (
    <aside
      aria-label={words.sample.title}
      className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-sunken px-4 py-1.5 text-label md:px-6"
    >
      <FlaskConical size={14} className="text-warn" aria-hidden />
      <span className="font-label">{words.sample.title}</span>
      <span className="min-w-0 flex-1 text-ink-2 max-md:sr-only">{words.sample.detail}</span>
      <span className="no-print ml-auto">
        <Button size="sm" onClick={removeSample}>
          {words.sample.remove}
        </Button>
      </span>
    </aside>
  );
}
