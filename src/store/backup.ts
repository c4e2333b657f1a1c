import {
  ITERATIONS,
  keyFrom,
  lockChunk,
  NONCE_PREFIX_BYTES,
  SALT_BYTES,
  sha256,
  TAG_BYTES,
  toHex,
  type Bytes,
} from "./backupCrypto.ts";
import { openBackup, readRows } from "./backupFile.ts";
import {
  BackupRefused,
  encodeHead,
  encodeTail,
  PART_BYTES,
  type BackupHead,
  type BackupManifest,
  type BackupPart,
} from "./backupFormat.ts";
import { KINDS, type Kind } from "./backupRows.ts";
import { rowToBytes } from "./backupValues.ts";
import { SCHEMA_VERSION } from "./database.ts";
import { gzipBytes } from "./gzipBytes.ts";
import type { BackupOptions } from "./ledgerStore.ts";
import { BACKUP_UNREADABLE } from "./refusals.ts";

/** What is backed up, at one moment of the ledger. */
export interface BackupSource {
  readonly nextImportId: number;
  readonly imports: number;
  /** Of the ledger and of the tables beside it. */
  readonly rows: number;
  /** About how large it is. */
  readonly bytes: number;
  /** In the order of their keys. @throws when one of them is damaged */
  readonly read: (kind: Kind) => AsyncIterable<object>;
}

interface PackedPart {
  readonly part: BackupPart;
  readonly gzip: Blob;
}

/**
 * One file of everything, read back before this resolves. Never more than a row and a part of it are in memory.
 *
 * @throws BackupRefused when what was written is not what is read back, and whatever reading the source throws
 */
export async function writeBackup(source: BackupSource, options: BackupOptions): Promise<Blob> {
  const { passphrase, signal, onProgress } = options;
  if (passphrase === "") throw new RangeError("an empty passphrase keeps nothing secret");
  const counts = new Map<Kind, number>();
  const parts: PackedPart[] = [];
  let done = 0;
  for (const kind of KINDS) {
    const packer = new PartPacker(kind);
    for await (const row of source.read(kind)) {
      signal?.throwIfAborted();
      const bytes = rowToBytes(row);
      parts.push(...(await packer.add(bytes)));
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      done += bytes.length;
      onProgress?.(Math.min(done, source.bytes), 2 * source.bytes);
    }
    parts.push(...(await packer.end()));
  }
  const count = (kind: Kind): number => counts.get(kind) ?? 0;
  const manifest: BackupManifest = {
    nextImportId: source.nextImportId,
    counts: Object.fromEntries(KINDS.map((kind) => [kind, count(kind)])) as Record<Kind, number>,
    parts: parts.map(({ part }) => part),
  };
  const file = await assembled(source, { manifest, parts }, options);
  await verified(file, passphrase, (share) => {
    signal?.throwIfAborted();
    onProgress?.(Math.round((1 + share) * source.bytes), 2 * source.bytes);
  });
  return file;
}

/** Rows one after another, cut into parts. */
class PartPacker {
  readonly #kind: Kind;
  readonly #buffer = new Uint8Array(PART_BYTES);
  #length = 0;

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  async add(row: Bytes): Promise<PackedPart[]> {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, row.length, true);
    return [...(await this.#put(length)), ...(await this.#put(row))];
  }

  async end(): Promise<PackedPart[]> {
    return this.#length === 0 ? [] : [await this.#pack()];
  }

  async #put(bytes: Bytes): Promise<PackedPart[]> {
    const packed: PackedPart[] = [];
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, at + PART_BYTES - this.#length);
      this.#buffer.set(piece, this.#length);
      this.#length += piece.length;
      at += piece.length;
      if (this.#length === PART_BYTES) packed.push(await this.#pack());
    }
    return packed;
  }

  async #pack(): Promise<PackedPart> {
    const content = this.#buffer.slice(0, this.#length);
    this.#length = 0;
    const gzip = await gzipBytes(content);
    const part: BackupPart = {
      kind: this.#kind,
      bytes: content.length,
      sha256: toHex(await sha256(content)),
      gzipBytes: gzip.length,
      gzipSha256: toHex(await sha256(gzip)),
    };
    // The browser may keep a blob outside of our memory.
    return { part, gzip: new Blob([gzip]) };
  }
}

async function assembled(
  source: BackupSource,
  { manifest, parts }: { readonly manifest: BackupManifest; readonly parts: readonly PackedPart[] },
  { passphrase, nowMs }: BackupOptions,
): Promise<Blob> {
  const list = new TextEncoder().encode(JSON.stringify(manifest));
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const noncePrefix = crypto.getRandomValues(new Uint8Array(NONCE_PREFIX_BYTES));
  const tagBytes = passphrase === undefined ? 0 : TAG_BYTES;
  const chunks = parts.length + 1;
  const head: BackupHead = {
    schema: SCHEMA_VERSION,
    madeAtMs: nowMs,
    imports: source.imports,
    rows: source.rows,
    chunks,
    manifestBytes: list.length + tagBytes,
    bodyBytes: list.length + parts.reduce((sum, { gzip }) => sum + gzip.size, 0) + chunks * tagBytes,
    encryption:
      passphrase === undefined
        ? null
        : { kdf: "PBKDF2-SHA-256", iterations: ITERATIONS, salt: toHex(salt), noncePrefix: toHex(noncePrefix) },
  };
  const headBytes = await encodeHead(head);
  const gzips = parts.map(({ gzip }) => gzip);
  if (passphrase === undefined) return new Blob([headBytes, list, ...gzips, await encodeTail(headBytes, list)]);

  const key = await keyFrom(passphrase, { salt, iterations: ITERATIONS });
  const lock = { key, noncePrefix, chunks, headHash: await sha256(headBytes) };
  const lockedList = await lockChunk(lock, 0, list);
  const locked: Blob[] = [];
  for (const gzip of gzips) {
    locked.push(new Blob([await lockChunk(lock, locked.length + 1, new Uint8Array(await gzip.arrayBuffer()))]));
  }
  return new Blob([headBytes, lockedList, ...locked, await encodeTail(headBytes, lockedList)]);
}

async function verified(file: Blob, passphrase: string | undefined, onShare: (share: number) => void): Promise<void> {
  try {
    for await (const { byteOffset } of readRows(await openBackup(file, passphrase))) onShare(byteOffset / file.size);
  } catch (error) {
    if (error instanceof BackupRefused || isUnreadable(error)) throw new BackupRefused(BACKUP_UNREADABLE);
    throw error;
  }
}

/** Whether a file could not be read: it is gone, or is no longer what was chosen. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof DOMException && (error.name === "NotReadableError" || error.name === "NotFoundError");
}
