/** The hash of a link to an import in the history: it marks the import's row, and no other screen takes it along. */
export function importHash(importId: number): string {
  return `import-${importId}`;
}

/** The import that a hash, without its sign, leads to; undefined when it is none of an import. */
export function importOfHash(hash: string): number | undefined {
  const id = /^import-(\d{1,15})$/u.exec(hash)?.[1];
  return id === undefined ? undefined : Number(id);
}
