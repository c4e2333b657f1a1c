import type { EpochDay } from "#src/domain/units.ts";

import { BackupSettings } from "./BackupSettings.tsx";
import { FigureSettings } from "./FigureSettings.tsx";
import { LookSettings } from "./LookSettings.tsx";
import { MappingSettings } from "./MappingSettings.tsx";
import { StorageSettings, type StorageUse } from "./StorageSettings.tsx";

export interface SettingsScreenProps {
  /** The device's day in the platform's zone. */
  readonly today: () => EpochDay;
  /** IANA names of the time zones that the browser knows. */
  readonly zones: readonly string[];
  readonly storage: StorageUse;
  readonly onPersist: () => Promise<boolean>;
  /** Removes what the page keeps beside the store; resolves to the names of what is left. */
  readonly onErased: () => Promise<readonly string[]>;
}

export function SettingsScreen({ today, zones, storage, onPersist, onErased }: SettingsScreenProps) {
  return (
    <div className="mx-auto flex max-w-[880px] flex-col gap-4">
      <FigureSettings zones={zones} />
      <LookSettings />
      <MappingSettings />
      <BackupSettings today={today} />
      <StorageSettings storage={storage} onPersist={onPersist} today={today} onErased={onErased} />
    </div>
  );
}
