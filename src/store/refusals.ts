import type { FileRefusal } from "#src/domain/imports.ts";

import type { StoreRefusal } from "./ledgerStore.ts";

export const FULL: StoreRefusal = {
  code: "STORAGE_FULL",
  message: "The browser has no room left for this import. Delete older imports or free disk space, then try again.",
};

export const BLOCKED: StoreRefusal = {
  code: "STORAGE_BLOCKED",
  message: "Another tab of Dipper holds the database. Close the other tabs, then reload this page.",
};

export const UNRESPONSIVE: StoreRefusal = {
  code: "STORAGE_BLOCKED",
  message: "The database did not open within 10 seconds. Close the other tabs of Dipper, then reload this page.",
};

export const TAKEN: StoreRefusal = {
  code: "STORAGE_BLOCKED",
  message: "Another tab imported at the same time. Wait until it has finished, then import the file again.",
};

export const NEWER: StoreRefusal = {
  code: "STORAGE_NEWER",
  message: "The stored data was written by a newer version of Dipper. Reload the page to get that version.",
};

export const LOST: StoreRefusal = {
  code: "STORAGE_LOST",
  message: "The browser closed or removed the stored data. Reload the page; nothing was written meanwhile.",
};

export const UNAVAILABLE: StoreRefusal = {
  code: "STORAGE_LOST",
  message:
    "The browser did not open its storage for this page. Leave private browsing or allow site data, then reload.",
};

export const UNSTAGED: StoreRefusal = {
  code: "STORAGE_LOST",
  message: "Part of this import was removed before it was complete. Import the file again.",
};

/** @param fileName  undefined when even that cannot be read */
export function damagedImport(importId: number, fileName: string | undefined): StoreRefusal {
  if (fileName === undefined) return { ...corrupt(`import ${importId}`), importId };
  return { ...corrupt(`import ${importId} (${fileName})`), importId, fileName };
}

export const DAMAGED_LEDGER: StoreRefusal = {
  code: "STORAGE_CORRUPT",
  message: "The stored lists of names are damaged. Erase all data and import your files again.",
};

function corrupt(what: string): StoreRefusal {
  return {
    code: "STORAGE_CORRUPT",
    message: `The stored data of ${what} is damaged. Delete that import and import its file again.`,
  };
}

export const BACKUP_OVERTAKEN: StoreRefusal = {
  code: "STORAGE_BLOCKED",
  message: "Another tab changed the data while the backup was made. Wait until it has finished, then back up again.",
};

export const BACKUP_UNREADABLE: StoreRefusal = {
  code: "STORAGE_LOST",
  message: "The backup did not read back as it was written, and was thrown away. Free disk space, then back up again.",
};

export const NEWER_BACKUP: StoreRefusal = {
  code: "STORAGE_NEWER",
  message: "This backup was written by a newer version of Dipper. Reload the page to get that version.",
};

export const NEEDS_PASSPHRASE: FileRefusal = {
  code: "ENCRYPTED",
  message: "This backup is encrypted. Enter the passphrase that it was made with.",
};

export const WRONG_PASSPHRASE: FileRefusal = {
  code: "ENCRYPTED",
  message: "The passphrase does not open this backup. Enter the one that it was made with.",
};

export const BACKUP_CHANGED: FileRefusal = {
  code: "CHANGED_WHILE_READING",
  message: "The backup file was changed, moved or deleted while it was read. Choose it again.",
};

/** @param byteOffset  where in the file it shows */
export function damagedBackup(what: string, byteOffset?: number): FileRefusal {
  const message = `This is not a whole backup of Dipper: ${what}. Nothing was changed; choose another copy of it.`;
  return { code: "CORRUPT_ARCHIVE", message, ...(byteOffset === undefined ? {} : { byteOffset }) };
}
