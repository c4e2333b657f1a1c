import { corruptArchive } from "./archiveRefusals.ts";
import { readPart } from "#src/ingest/text/fileBytes.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { MAX_ARCHIVE_MEMBERS } from "#src/ingest/limits.ts";

/** One file in a zip, as the directory at its end describes it. */
export interface ZipMember {
  /** For showing; never a path to write to. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  /** As its maker says; what comes out is counted. */
  readonly sizeBytes: number;
  /** Of its local header, from the start of the file. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const MEMBER_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const END64_BYTES = 56;
const LOCATOR64_BYTES = 20;
const MEMBER_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 65_535;

const IN_ZIP64 = 0xffffffff;
const ZIP64_FIELD = 1;
const FLAG_ENCRYPTED = 1;
const FLAG_UTF8 = 1 << 11;

interface Directory {
  readonly members: number;
  readonly sizeBytes: number;
  readonly offset: number;
}

/**
 * The members of a zip in the order of its directory, folders left out.
 *
 * @throws FileRefused when there is no directory at its end, or none that an honest packer writes
 */
export async function zipMembers(file: Blob): Promise<readonly ZipMember[]> {
  const directory = await findDirectory(file);
  if (directory.members > MAX_ARCHIVE_MEMBERS) {
    throw tooManyMembers(`${directory.members} files; ${MAX_ARCHIVE_MEMBERS} is the most`);
  }
  if (directory.offset + directory.sizeBytes > file.size) throw corruptArchive("is cut off");
  const { offset, sizeBytes } = directory;
  const bytes = await readPart(file.slice(offset, offset + sizeBytes), sizeBytes);
  const members: ZipMember[] = [];
  let at = 0;
  for (let count = 0; count < directory.members; count++) {
    const { member, next } = readMember(bytes, at);
    members.push(member);
    at = next;
  }
  refuseOverlaps(members, offset);
  return members.filter(({ name }) => !/[\\/]$/.test(name));
}

async function findDirectory(file: Blob): Promise<Directory> {
  const size = Math.min(file.size, END_BYTES + MAX_COMMENT_BYTES);
  const from = file.size - size;
  const tail = await readPart(file.slice(from), size);
  const view = viewOf(tail);
  for (let at = size - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) > size) continue;
    const directory = {
      members: view.getUint16(at + 10, true),
      sizeBytes: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
    const isZip64 = directory.members === 0xffff || directory.sizeBytes === IN_ZIP64 || directory.offset === IN_ZIP64;
    return isZip64 ? ((await findDirectory64(file, from + at)) ?? directory) : directory;
  }
  throw corruptArchive("has no directory at its end, so it was cut off on its way");
}

/** Undefined when the archive has no second end and means its numbers as they are. */
async function findDirectory64(file: Blob, end: number): Promise<Directory | undefined> {
  const at = end - LOCATOR64_BYTES;
  if (at < 0) return undefined;
  const locator = viewOf(await readPart(file.slice(at, end), LOCATOR64_BYTES));
  if (locator.getUint32(0, true) !== LOCATOR64_SIGNATURE) return undefined;
  const offset = wide(locator, 8);
  if (offset + END64_BYTES > at) throw corruptArchive("is damaged: its directory lies outside of it");
  const view = viewOf(await readPart(file.slice(offset, offset + END64_BYTES), END64_BYTES));
  if (view.getUint32(0, true) !== END64_SIGNATURE) throw corruptArchive("is damaged: its directory is not found");
  return { members: wide(view, 32), sizeBytes: wide(view, 40), offset: wide(view, 48) };
}

function readMember(directory: Uint8Array, at: number): { readonly member: ZipMember; readonly next: number } {
  const view = viewOf(directory);
  const damaged = corruptArchive("is damaged: its directory ends before its last file");
  if (at + MEMBER_BYTES > directory.length || view.getUint32(at, true) !== MEMBER_SIGNATURE) throw damaged;
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + MEMBER_BYTES + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > directory.length) throw damaged;
  const wides = wideNumbers(directory.subarray(nameEnd, extraEnd));
  const number = (place: number): number => {
    const value = view.getUint32(at + place, true);
    return value === IN_ZIP64 ? (wides.shift() ?? value) : value;
  };
  // The wide numbers stand in this order, each only where its narrow one is full.
  const sizeBytes = number(24);
  const packedBytes = number(20);
  const offset = number(42);
  return {
    member: {
      name: nameOf(directory.subarray(at + MEMBER_BYTES, nameEnd), (flags & FLAG_UTF8) !== 0),
      isEncrypted: (flags & FLAG_ENCRYPTED) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes,
      sizeBytes,
      offset,
    },
    next,
  };
}

/** The 64-bit numbers of a member's extra field. */
function wideNumbers(extra: Uint8Array): number[] {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_FIELD) {
      const whole = Math.floor(Math.min(length, extra.length - at - 4) / 8);
      return Array.from({ length: whole }, (_, index) => wide(view, at + 4 + index * 8));
    }
    at += 4 + length;
  }
  return [];
}

/** Packers on Chinese Windows write names in its code page and say nothing of it. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** One packed piece that several members share is how a small archive fills a disk. */
function refuseOverlaps(members: readonly ZipMember[], directoryOffset: number): void {
  const sorted = [...members].sort((a, b) => a.offset - b.offset);
  for (const [index, { offset, packedBytes }] of sorted.entries()) {
    const end = offset + LOCAL_BYTES + packedBytes;
    if (end > directoryOffset) throw corruptArchive("is damaged: a file in it reaches beyond its end");
    if (end > (sorted[index + 1]?.offset ?? directoryOffset)) throw tooManyMembers("files that share their bytes");
  }
}

function tooManyMembers(what: string): FileRefused {
  return new FileRefused({
    code: "TOO_LARGE",
    message: `The archive holds ${what}; unpack it and choose the exports in it.`,
  });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A number of 64 bits; beyond 2^53 it is inexact, and larger than any file. */
function wide(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
