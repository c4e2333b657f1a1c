import type { FileRefusal } from "#src/domain/imports.ts";

import {
  fromHex,
  isSameBytes,
  joinBytes,
  MOST_ITERATIONS,
  NONCE_PREFIX_BYTES,
  SALT_BYTES,
  sha256,
  type Bytes,
} from "./backupCrypto.ts";
import { KINDS, type Kind } from "./backupRows.ts";
import { SCHEMA_VERSION } from "./database.ts";
import type { StoreRefusal } from "./ledgerStore.ts";
import { damagedBackup, NEWER_BACKUP } from "./refusals.ts";

/*
 * A backup, front to back; whole numbers are little-endian, 32 bits.
 *
 *   head      "DIPPERBK", format, length of the JSON, the JSON (`BackupHead`), SHA-256 of all before: in every format
 *   manifest  the JSON (`BackupManifest`)
 *   parts     up to 8 MiB of one kind's rows each, as gzip; a row is its length and its bytes, and may span parts
 *   tail      SHA-256 of head and manifest as they lie in the file, "DIPPEREN"
 *
 * With a passphrase the manifest (chunk 0) and the parts (chunks 1, 2 …) are locked one by one with AES-256-GCM.
 */
const FORMAT = 1;
const MAGIC = "DIPPERBK";
const END = "DIPPEREN";
const HASH_BYTES = 32;
const START_BYTES = 16;
const TAIL_BYTES = HASH_BYTES + END.length;

/** Of rows in a part. */
export const PART_BYTES = 8 * 1024 * 1024;
/** What a file may ask of memory at once. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What anybody may read of a backup. */
export interface BackupHead {
  readonly schema: number;
  readonly madeAtMs: number;
  readonly imports: number;
  readonly rows: number;
  /** The manifest and the parts. */
  readonly chunks: number;
  readonly manifestBytes: number;
  /** Of the manifest and all parts, as they lie in the file. */
  readonly bodyBytes: number;
  readonly encryption: {
    readonly kdf: "PBKDF2-SHA-256";
    readonly iterations: number;
    readonly salt: string;
    readonly noncePrefix: string;
  } | null;
}

export interface BackupPart {
  readonly kind: Kind;
  /** Of the rows themselves, and as gzip. */
  readonly bytes: number;
  readonly sha256: string;
  readonly gzipBytes: number;
  readonly gzipSha256: string;
}

export interface BackupManifest {
  readonly nextImportId: number;
  /** Stored rows by kind. */
  readonly counts: Readonly<Record<Kind, number>>;
  readonly parts: readonly BackupPart[];
}

/** Thrown while a backup is read, and caught by who was asked to read it. */
export class BackupRefused extends Error {
  readonly refusal: FileRefusal | StoreRefusal;

  constructor(refusal: FileRefusal | StoreRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export function refuseDamaged(what: string, byteOffset?: number): never {
  throw new BackupRefused(damagedBackup(what, byteOffset));
}

export async function encodeHead(head: BackupHead): Promise<Bytes> {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const start = new Uint8Array(START_BYTES);
  start.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(start.buffer);
  view.setUint32(8, FORMAT, true);
  view.setUint32(12, json.length, true);
  const before = joinBytes([start, json]);
  return joinBytes([before, await sha256(before)]);
}

export async function encodeTail(head: Bytes, manifest: Bytes): Promise<Bytes> {
  return joinBytes([await sha256(head, manifest), new TextEncoder().encode(END)]);
}

/** The head, once it and the length of the file are what they should be. @throws BackupRefused */
export async function readHead(file: Blob): Promise<{ readonly head: BackupHead; readonly bytes: Bytes }> {
  const start = await readBytes(file, 0, Math.min(START_BYTES, file.size));
  if (start.length < START_BYTES || textOf(start.subarray(0, 8)) !== MAGIC)
    refuseDamaged("it does not begin as one", 0);
  const view = new DataView(start.buffer);
  const end = START_BYTES + view.getUint32(12, true);
  if (end - START_BYTES > 65_536 || end + HASH_BYTES > file.size) refuseDamaged("its beginning is damaged", 12);
  const bytes = await readBytes(file, 0, end + HASH_BYTES);
  if (!isSameBytes(await sha256(bytes.slice(0, end)), bytes.subarray(end)))
    refuseDamaged("its beginning is damaged", 0);
  if (view.getUint32(8, true) > FORMAT) throw new BackupRefused(NEWER_BACKUP);
  const head = parseHead(bytes.slice(START_BYTES, end));
  if (head.schema > SCHEMA_VERSION) throw new BackupRefused(NEWER_BACKUP);
  const size = bytes.length + head.bodyBytes + TAIL_BYTES;
  if (file.size !== size) refuseDamaged(`it has ${file.size} bytes of ${size}`, Math.min(file.size, size));
  return { head, bytes };
}

/** @throws BackupRefused unless the tail vouches for head and manifest */
export async function checkTail(file: Blob, head: Bytes, manifest: Bytes): Promise<void> {
  const at = file.size - TAIL_BYTES;
  if (!isSameBytes(await readBytes(file, at, file.size), await encodeTail(head, manifest))) {
    refuseDamaged("its list of parts is damaged", head.length);
  }
}

export async function readBytes(file: Blob, from: number, to: number): Promise<Bytes> {
  const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
  if (bytes.length !== to - from) refuseDamaged("it ends too early", from + bytes.length);
  return bytes;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function parseHead(bytes: Bytes): BackupHead {
  const fields = fieldsOf(bytes);
  const encryption = fields.get("encryption");
  const head = {
    schema: wholeIn(fields, "schema", 1),
    madeAtMs: wholeIn(fields, "madeAtMs", Number.MIN_SAFE_INTEGER),
    imports: wholeIn(fields, "imports"),
    rows: wholeIn(fields, "rows"),
    chunks: wholeIn(fields, "chunks", 1),
    manifestBytes: wholeIn(fields, "manifestBytes", 1, MOST_BYTES),
    bodyBytes: wholeIn(fields, "bodyBytes", 1),
  };
  if (encryption === null) return { ...head, encryption };
  const lock = mapOf(encryption);
  const { salt, noncePrefix } = { salt: lock.get("salt"), noncePrefix: lock.get("noncePrefix") };
  const isKnown = fromHex(salt, SALT_BYTES) && fromHex(noncePrefix, NONCE_PREFIX_BYTES);
  if (lock.get("kdf") !== "PBKDF2-SHA-256" || !isKnown) refuseDamaged("its encryption is not known", START_BYTES);
  const iterations = wholeIn(lock, "iterations", 1, MOST_ITERATIONS);
  return {
    ...head,
    encryption: { kdf: "PBKDF2-SHA-256", iterations, salt: String(salt), noncePrefix: String(noncePrefix) },
  };
}

/** @throws BackupRefused when it is no manifest of such a head */
export function parseManifest(bytes: Bytes, head: BackupHead, tagBytes: number): BackupManifest {
  const fields = fieldsOf(bytes);
  const counts = mapOf(fields.get("counts"));
  const listed = fields.get("parts");
  if (!Array.isArray(listed)) refuseDamaged("its list of parts is damaged");
  const parts = listed.map(parsePart);
  const body = parts.reduce((sum, { gzipBytes }) => sum + gzipBytes + tagBytes, head.manifestBytes);
  if (parts.length + 1 !== head.chunks || body !== head.bodyBytes) refuseDamaged("its list of parts is damaged");
  const places = parts.map(({ kind }) => KINDS.indexOf(kind));
  if (places.some((place, at) => at > 0 && place < places[at - 1]!)) refuseDamaged("its parts are out of order");
  const [first, ...rest] = KINDS;
  const count = (kind: Kind): number => wholeIn(counts, kind);
  return {
    nextImportId: wholeIn(fields, "nextImportId", 1),
    counts: rest.reduce((held, kind) => ({ ...held, [kind]: count(kind) }), { [first]: count(first) }) as Record<
      Kind,
      number
    >,
    parts,
  };
}

function parsePart(part: unknown): BackupPart {
  const fields = mapOf(part);
  const kind = KINDS.find((known) => known === fields.get("kind"));
  if (!kind) refuseDamaged("it holds something unknown");
  return {
    kind,
    bytes: wholeIn(fields, "bytes", 1, MOST_BYTES),
    sha256: String(fields.get("sha256")),
    gzipBytes: wholeIn(fields, "gzipBytes", 1, MOST_BYTES),
    gzipSha256: String(fields.get("gzipSha256")),
  };
}

type Fields = ReadonlyMap<string, unknown>;

function fieldsOf(bytes: Bytes): Fields {
  try {
    return mapOf(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) refuseDamaged("it cannot be read");
    throw error;
  }
}

function mapOf(value: unknown): Fields {
  if (typeof value !== "object" || value === null) refuseDamaged("it cannot be read");
  return new Map<string, unknown>(Object.entries(value));
}

function wholeIn(fields: Fields, name: string, ...[least = 0, most = Number.MAX_SAFE_INTEGER]: number[]): number {
  const value = fields.get(name);
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  return refuseDamaged(`its ${name} is no such number`);
}
