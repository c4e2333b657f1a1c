import { download } from "#src/ui/csv.ts";

/** Puts a finished file where its reader wanted it. */
export type SaveFile = (content: Blob) => Promise<void>;

interface PickerOptions {
  readonly suggestedName: string;
  readonly types: readonly { readonly description: string; readonly accept: Readonly<Record<string, string[]>> }[];
}

/** Of the browsers that let a page write a file; the types of the language do not know it yet. */
interface WithSavePicker {
  showSaveFilePicker?: (options: PickerOptions) => Promise<FileSystemFileHandle>;
}

/**
 * Asks where a backup goes, in browsers that can write it there straight away; others get a download. Call it from a
 * click, before the file is made.
 *
 * @returns undefined when the reader closed the dialog
 */
export async function chooseWhere(fileName: string, description: string): Promise<SaveFile | undefined> {
  const { showSaveFilePicker: pick }: WithSavePicker = globalThis as WithSavePicker;
  const asDownload: SaveFile = (content) => Promise.resolve(download(fileName, content));
  if (!pick) return asDownload;
  try {
    const types = [{ description, accept: { "application/octet-stream": [".dipper"] } }];
    const file = await pick.call(globalThis, { suggestedName: fileName, types });
    return (content) => writeInto(file, content);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return error.name === "AbortError" ? undefined : asDownload;
  }
}

/** @throws when the file does not have every byte afterwards */
async function writeInto(file: FileSystemFileHandle, content: Blob): Promise<void> {
  await content.stream().pipeTo(await file.createWritable());
  const { size } = await file.getFile();
  if (size !== content.size) throw new Error(`${size} of ${content.size} bytes were written`);
}
