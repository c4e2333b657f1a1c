import {
  fromHex,
  keyFrom,
  NONCE_PREFIX_BYTES,
  SALT_BYTES,
  sha256,
  TAG_BYTES,
  toHex,
  unlockChunk,
  joinBytes,
  type Bytes,
  type ChunkLock,
} from "./backupCrypto.ts";
import {
  BackupRefused,
  checkTail,
  parseManifest,
  readBytes,
  readHead,
  refuseDamaged,
  type BackupHead,
  type BackupManifest,
  type BackupPart,
} from "./backupFormat.ts";
import { isWhole, KINDS, type KindRow } from "./backupRows.ts";
import { rowFromBytes } from "./backupValues.ts";
import { gunzipBytes } from "./gzipBytes.ts";
import { NEEDS_PASSPHRASE, WRONG_PASSPHRASE } from "./refusals.ts";

/** A backup whose head and manifest are vouched for; its parts are checked as they are read. */
export interface OpenedBackup {
  readonly file: Blob;
  readonly head: BackupHead;
  readonly manifest: BackupManifest;
  readonly lock: ChunkLock | undefined;
  /** Where in the file the first part begins. */
  readonly partsAt: number;
}

/** @throws BackupRefused */
export async function openBackup(file: Blob, passphrase: string | undefined): Promise<OpenedBackup> {
  const { head, bytes } = await readHead(file);
  const partsAt = bytes.length + head.manifestBytes;
  const stored = await readBytes(file, bytes.length, partsAt);
  await checkTail(file, bytes, stored);
  const lock = await lockOf(head, bytes, passphrase);
  const plain = lock ? await unlockChunk(lock, 0, stored) : stored;
  // The tail vouches that this is the manifest that was written: it is the key that is another one.
  if (!plain) throw new BackupRefused(WRONG_PASSPHRASE);
  const manifest = parseManifest(plain, head, lock ? TAG_BYTES : 0);
  return { file, head, manifest, lock, partsAt };
}

/** A row with the place of its part in the file and the bytes that it takes unpacked. */
type ReadRow = KindRow & { readonly byteOffset: number; readonly sizeBytes: number };

/**
 * Every row in the order in which it was written; each is checked against its part's hashes and its own checksum.
 *
 * @throws BackupRefused
 */
export async function* readRows(backup: OpenedBackup): AsyncGenerator<ReadRow, void, undefined> {
  const counts = new Map<string, number>();
  let held: Bytes = new Uint8Array(0);
  let at = backup.partsAt;
  for (const [place, part] of backup.manifest.parts.entries()) {
    const before = backup.manifest.parts[place - 1];
    if (before && before.kind !== part.kind && held.length > 0) refuseDamaged("a row is cut off", at);
    const content = await readPart(backup, part, { chunk: place + 1, at });
    const { rows, rest } = splitRows(held.length === 0 ? content : joinBytes([held, content]));
    held = rest;
    for (const bytes of rows) {
      counts.set(part.kind, (counts.get(part.kind) ?? 0) + 1);
      yield { ...rowOf(part, bytes, at), byteOffset: at, sizeBytes: bytes.length };
    }
    at += part.gzipBytes + (backup.lock ? TAG_BYTES : 0);
  }
  if (held.length > 0) refuseDamaged("a row is cut off", at);
  const isComplete = KINDS.every((kind) => (counts.get(kind) ?? 0) === backup.manifest.counts[kind]);
  if (!isComplete) refuseDamaged("rows are missing", at);
}

async function lockOf(
  { encryption, chunks }: BackupHead,
  head: Bytes,
  passphrase: string | undefined,
): Promise<ChunkLock | undefined> {
  if (!encryption) return undefined;
  if (passphrase === undefined || passphrase === "") throw new BackupRefused(NEEDS_PASSPHRASE);
  const salt = fromHex(encryption.salt, SALT_BYTES) ?? refuseDamaged("its encryption is not known");
  const noncePrefix =
    fromHex(encryption.noncePrefix, NONCE_PREFIX_BYTES) ?? refuseDamaged("its encryption is not known");
  const key = await keyFrom(passphrase, { salt, iterations: encryption.iterations });
  return { key, noncePrefix, chunks, headHash: await sha256(head) };
}

async function readPart(
  { file, lock }: OpenedBackup,
  part: BackupPart,
  { chunk, at }: { readonly chunk: number; readonly at: number },
): Promise<Bytes> {
  const stored = await readBytes(file, at, at + part.gzipBytes + (lock ? TAG_BYTES : 0));
  const packed = lock ? await unlockChunk(lock, chunk, stored) : stored;
  const isAsWritten = packed && toHex(await sha256(packed)) === part.gzipSha256;
  const content = isAsWritten ? await gunzipBytes(packed, part.bytes) : undefined;
  if (content && toHex(await sha256(content)) === part.sha256) return content;
  return refuseDamaged(`part ${chunk} (${part.kind}) is damaged`, at);
}

/** Whole rows, and the bytes of one that goes on in the next part. */
function splitRows(bytes: Bytes): { readonly rows: readonly Bytes[]; readonly rest: Bytes } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows: Bytes[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + view.getUint32(at, true);
    if (end > bytes.length) break;
    rows.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return { rows, rest: bytes.slice(at) };
}

function rowOf({ kind }: BackupPart, bytes: Bytes, at: number): KindRow {
  let row: unknown;
  try {
    row = rowFromBytes(bytes);
  } catch (error) {
    if (error instanceof Error) refuseDamaged(`a row of ${kind} cannot be read`, at);
    throw error;
  }
  // Which of the kinds it is was said by the writer of the file; its checksum vouches for the rest.
  const read = { kind, row } as KindRow;
  if (typeof row !== "object" || row === null || !isWhole(read)) refuseDamaged(`a row of ${kind} is damaged`, at);
  return read;
}
