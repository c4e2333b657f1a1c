import type { FileRefusal } from "#src/domain/imports.ts";
import type { UnpackedTable, UnpackOptions } from "#src/ingest/decodedFile.ts";
import { unpackFile } from "#src/ingest/unpack/unpack.ts";

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** One table with its text spelled out, or its refusal. */
type PlainTable =
  | (Omit<UnpackedTable, "content"> & { readonly text: string })
  | { readonly fileName: string; readonly refusal: FileRefusal };

/** Unpacks a file of these parts. */
export async function unpack(
  name: string,
  parts: Uint8Array | readonly Uint8Array[],
  options: UnpackOptions = {},
): Promise<readonly PlainTable[]> {
  const pieces = parts instanceof Uint8Array ? [parts] : parts;
  const { tables } = await unpackFile(
    new File(
      pieces.map((piece) => new Uint8Array(piece)),
      name,
    ),
    options,
  );
  return Promise.all(
    tables.map(async (table) => {
      if ("refusal" in table) return table;
      const { content, ...rest } = table;
      return { ...rest, text: await content.text() };
    }),
  );
}

export function refusalOf(table: PlainTable | undefined): FileRefusal | undefined {
  return table !== undefined && "refusal" in table ? table.refusal : undefined;
}
