import { RotateCw } from "lucide-react";

import { Button } from "#src/ui/Button.tsx";
import { useStrings } from "#src/ui/language.tsx";

import { FullPage } from "./FullPage.tsx";
import { strings } from "./strings.ts";

export interface FailedScreenProps {
  readonly error: Error;
}

export function FailedScreen({ error }: FailedScreenProps) {
  const words = useStrings(strings);
  const reload = (
    <Button variant="primary" icon={<RotateCw size={14} aria-hidden />} onClick={() => location.reload()}>
      {words.reload}
    </Button>
  );
  return (
    <FullPage alert title={words.failed} actions={reload}>
      <p>{words.failedDetail}</p>
      <p className="text-micro break-words text-ink-3">
        {words.code}: <code className="font-mono">{`${error.name}: ${error.message}`}</code>
      </p>
    </FullPage>
  );
}
