import { useQuery, useQueryClient } from "@tanstack/react-query";

import { protectStorage, storageUse } from "#src/app/importing/protectStorage.ts";
import { eraseTraces, pageTraces } from "#src/app/start/eraseTraces.ts";
import { SettingsScreen } from "#src/features/settings/SettingsScreen.tsx";
import type { StorageUse } from "#src/features/settings/StorageSettings.tsx";
import { useAutomaticBackup } from "#src/view/automaticBackup.tsx";
import { useEngine, useEngineStore } from "#src/view/engine.tsx";

const UNKNOWN: StorageUse = { usedBytes: null, persisted: false };
const ZONES = Intl.supportedValuesOf("timeZone");

export function SettingsRoute() {
  const { today } = useEngineStore();
  const { status } = useEngine();
  const client = useQueryClient();
  const automatic = useAutomaticBackup();
  const queryKey = ["storageUse", status.dataVersion];
  const { data } = useQuery({ queryKey, queryFn: storageUse });
  const persist = async (): Promise<boolean> => {
    const persisted = await protectStorage();
    client.setQueryData<StorageUse>(queryKey, (use) => ({ ...(use ?? UNKNOWN), persisted }));
    return persisted;
  };
  return (
    <SettingsScreen
      today={today}
      zones={ZONES}
      storage={data ?? UNKNOWN}
      onPersist={persist}
      onErased={() => eraseTraces(pageTraces(automatic.stop))}
    />
  );
}
