import { vi } from "vitest";

/** The one call of a blob that is spied on by name. */
interface BlobReads {
  arrayBuffer: (this: Blob) => Promise<ArrayBuffer>;
}

/** Does something to each blob that is read, with how many were read before, until mocks are restored. */
export function whenReadingBlobs(onRead: (bytes: ArrayBuffer, reads: number) => void): void {
  const calls: BlobReads = Blob.prototype;
  const native = calls.arrayBuffer;
  let reads = 0;
  vi.spyOn(calls, "arrayBuffer").mockImplementation(async function (this: Blob) {
    const bytes = await native.call(this);
    onRead(bytes, reads++);
    return bytes;
  });
}
