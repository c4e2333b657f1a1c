import { joinBytes, type Bytes } from "./backupCrypto.ts";

/** Never inside a transaction of the database: it would end there. */
export async function gzipBytes(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await new Response(piped(bytes, new CompressionStream("gzip"))).arrayBuffer());
}

/** @returns undefined when the bytes are no whole gzip, or hold anything but so many bytes */
export async function gunzipBytes(bytes: Bytes, length: number): Promise<Bytes | undefined> {
  const parts: Bytes[] = [];
  let done = 0;
  const reader = piped(bytes, new DecompressionStream("gzip")).getReader();
  try {
    for (;;) {
      const { value, done: isOver } = await reader.read();
      if (isOver) break;
      done += value.length;
      if (done > length) {
        await reader.cancel();
        return undefined;
      }
      parts.push(new Uint8Array(value));
    }
  } catch (error) {
    // A TypeError is all that tells of damage; Node's zlib has errors of its own.
    if (error instanceof Error) return undefined;
    throw error;
  }
  return done === length ? joinBytes(parts) : undefined;
}

function piped(bytes: Bytes, stream: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(stream);
}
