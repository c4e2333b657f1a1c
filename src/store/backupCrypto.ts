/** PBKDF2 takes some 0.4 s with it; a backup says its own number. */
export const ITERATIONS = 600_000;
/** What a file may ask of us: its head is read before anything vouches for it. */
export const MOST_ITERATIONS = 10_000_000;

export const SALT_BYTES = 16;
export const NONCE_PREFIX_BYTES = 8;
/** What AES-GCM adds to a chunk. */
export const TAG_BYTES = 16;

export type Bytes = Uint8Array<ArrayBuffer>;

/** How the chunks of one backup are locked: each to its number, to how many there are, and to the head. */
export interface ChunkLock {
  readonly key: CryptoKey;
  readonly noncePrefix: Bytes;
  readonly chunks: number;
  readonly headHash: Bytes;
}

export async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
  const whole = parts.length === 1 ? parts[0]! : joinBytes(parts);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

export async function keyFrom(
  passphrase: string,
  { salt, iterations }: { readonly salt: Bytes; readonly iterations: number },
): Promise<CryptoKey> {
  // The same text may be typed in composed or decomposed characters.
  const secret = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function lockChunk(lock: ChunkLock, chunk: number, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(parametersOf(lock, chunk), lock.key, bytes));
}

/** @returns undefined when the key is another one, or the chunk is not the one that was locked */
export async function unlockChunk(lock: ChunkLock, chunk: number, bytes: Bytes): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parametersOf(lock, chunk), lock.key, bytes));
  } catch (error) {
    if (error instanceof DOMException && error.name === "OperationError") return undefined;
    throw error;
  }
}

function parametersOf({ noncePrefix, chunks, headHash }: ChunkLock, chunk: number): AesGcmParams {
  return {
    name: "AES-GCM",
    iv: joinBytes([noncePrefix, bigEndian(chunk)]),
    additionalData: joinBytes([bigEndian(chunk), bigEndian(chunks), headHash]),
  };
}

function bigEndian(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function joinBytes(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function isSameBytes(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

export function toHex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @returns undefined when it is no hexadecimal text of so many bytes */
export function fromHex(text: unknown, length: number): Bytes | undefined {
  if (typeof text !== "string" || text.length !== length * 2 || !/^[0-9a-f]*$/.test(text)) return undefined;
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16));
}
