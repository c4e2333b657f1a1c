import { Inflate } from "fflate";

import { corruptArchive, encrypted } from "./archiveRefusals.ts";
import type { UnpackOptions } from "#src/ingest/decodedFile.ts";
import { readPart } from "#src/ingest/text/fileBytes.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { Inflated, type InflationBudget } from "./inflated.ts";
import type { ZipMember } from "./zipDirectory.ts";

const READ_BYTES = 1024 ** 2;
/** What goes into the inflater at a time: it bounds what may come out at once. */
const PUSH_BYTES = 16 * 1024;

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const METHODS: Readonly<Record<number, string>> = {
  1: "shrink",
  6: "implode",
  9: "Deflate64",
  12: "bzip2",
  14: "LZMA",
  93: "Zstandard",
  95: "xz",
  98: "PPMd",
  99: "AES",
};

interface TakeOut extends UnpackOptions {
  readonly budget: InflationBudget;
  /** False checks the member and gives the end of it. */
  readonly isKept?: boolean;
}

/**
 * What a member of a zip holds, its length and sum checked against the directory.
 *
 * @throws FileRefused
 */
export async function zipContent(file: Blob, member: ZipMember, options: TakeOut): Promise<Blob> {
  if (member.isEncrypted || member.method === 99) throw encrypted(`The file ${member.name}`);
  if (member.method !== 0 && member.method !== 8) {
    const method = METHODS[member.method] ?? `method ${member.method}`;
    throw corruptArchive(`is packed with ${method}, which cannot be read here`);
  }
  const start = await dataStart(file, member);
  const packed = file.slice(start, start + member.packedBytes);
  if (packed.size !== member.packedBytes) throw corruptArchive("is cut off");
  const isStored = member.method === 0;
  const inflated = new Inflated(options.budget, !isStored && options.isKept !== false);
  const push = isStored ? pushStored(inflated) : pushDeflated(inflated);
  for (let offset = 0; offset < packed.size; offset += READ_BYTES) {
    options.signal?.throwIfAborted();
    const size = Math.min(READ_BYTES, packed.size - offset);
    push(await readPart(packed.slice(offset, offset + size), size), offset + size === packed.size);
    options.onProgress?.(offset + size);
  }
  if (inflated.length !== member.sizeBytes) throw corruptArchive(`is damaged: the length of ${member.name} is another`);
  if (inflated.crc !== member.crc) throw corruptArchive(`is damaged: the check sum of ${member.name} is another`);
  return isStored ? packed : inflated.blob();
}

/** The local header repeats the directory's, but the length of what stands behind it is its own. */
async function dataStart(file: Blob, { name, offset }: ZipMember): Promise<number> {
  const header = await readPart(file.slice(offset, offset + LOCAL_BYTES), LOCAL_BYTES);
  const view = new DataView(header.buffer);
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE)
    throw corruptArchive(`is damaged: ${name} is not where it should be`);
  return offset + LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

type Push = (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => void;

function pushStored(inflated: Inflated): Push {
  return (bytes) => {
    inflated.feed(bytes.length);
    inflated.push(bytes);
  };
}

function pushDeflated(inflated: Inflated): Push {
  const inflate = new Inflate((bytes) => inflated.push(bytes));
  return (bytes, isLast) => {
    try {
      for (let from = 0; from < bytes.length; from += PUSH_BYTES) {
        const piece = bytes.subarray(from, from + PUSH_BYTES);
        inflated.feed(piece.length);
        inflate.push(piece, isLast && from + PUSH_BYTES >= bytes.length);
      }
    } catch (error) {
      if (error instanceof FileRefused || !(error instanceof Error)) throw error;
      throw corruptArchive("is damaged or cut off");
    }
  };
}
