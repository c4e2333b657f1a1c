import { sha256 } from "@noble/hashes/sha2.js";

/** Lower-case hexadecimal SHA-256 of bytes in memory; computed beside the caller where the platform can. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // oxlint-disable-next-line no-restricted-globals -- a digest depends on its bytes alone.
  const { subtle } = crypto as { readonly subtle: SubtleCrypto | undefined };
  // Pages that are not served securely have no subtle.
  return hexadecimal(subtle ? new Uint8Array(await subtle.digest("SHA-256", bytes)) : sha256(bytes));
}

/** The same over chunks. */
export class StreamingSha256 {
  readonly #hash = sha256.create();

  push(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  finish(): string {
    return hexadecimal(this.#hash.digest());
  }
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
