import { createContext, useContext, useSyncExternalStore } from "react";

/** Where backups are written by themselves, after imports. */
export type AutomaticBackupState =
  /** The browser lets no page write to a folder. */
  | { readonly type: "unsupported" }
  | { readonly type: "off" }
  | {
      readonly type: "on";
      readonly folderName: string;
      /** False once the browser wants to be asked again. */
      readonly isAllowed: boolean;
      readonly isWriting: boolean;
      /** Device time of the last one written since the page opened; null before. */
      readonly writtenMs: number | null;
      /** English, for support; null while nothing went wrong. */
      readonly problem: string | null;
    };

/** Backups outlive screens, so they are made outside of them; one a page. */
export interface AutomaticBackup {
  readonly subscribe: (onChange: () => void) => () => void;
  readonly state: () => AutomaticBackupState;
  /** Opens the browser's folder dialog, and writes a first backup; call it from a click. */
  readonly choose: () => Promise<void>;
  /** Asks the browser's leave again, and writes what was missed; call it from a click. */
  readonly allow: () => Promise<void>;
  /** Forgets the folder; files in it stay. */
  readonly stop: () => Promise<void>;
}

const UNSUPPORTED: AutomaticBackup = {
  subscribe: () => () => {},
  state: () => NONE,
  choose: () => Promise.resolve(),
  allow: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};
const NONE: AutomaticBackupState = { type: "unsupported" };

export const AutomaticBackupContext = createContext<AutomaticBackup>(UNSUPPORTED);

export function useAutomaticBackup(): AutomaticBackup {
  return useContext(AutomaticBackupContext);
}

export function useAutomaticBackupState(): AutomaticBackupState {
  const backup = useAutomaticBackup();
  return useSyncExternalStore(backup.subscribe, backup.state);
}
