import { lazy, Suspense, useState } from "react";

import type { AppEngineStore } from "#src/app/start/engineStore.ts";
import { Button, type ButtonVariant } from "#src/ui/Button.tsx";
import { useStrings } from "#src/ui/language.tsx";

import { strings } from "./strings.ts";

const RestoreDialog = lazy(async () => ({
  default: (await import("#src/features/settings/RestoreDialog.tsx")).RestoreDialog,
}));

export interface RestoreButtonProps {
  readonly store: AppEngineStore;
  readonly variant?: ButtonVariant | undefined;
}

/** Restores a backup where there is no settings screen to do it from. */
export function RestoreButton({ store, variant }: RestoreButtonProps) {
  const words = useStrings(strings);
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {words.restore}
      </Button>
      {open !== undefined && (
        <Suspense>
          <RestoreDialog
            open={open}
            onClose={() => setOpen(false)}
            today={store.today}
            stored={null}
            onRestored={(status) => store.adopt(status)}
          />
        </Suspense>
      )}
    </>
  );
}
