const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * In the order in which a person would read the names: day 2 before day 10, and a name before what
 * only adds to it, so that "day (1).csv" and "day-restated.csv" are read after "day.csv" and win.
 */
export function inNaturalOrder(files: readonly File[]): File[] {
  return files.toSorted((a, b) => {
    const [one, other] = [stemOf(a), stemOf(b)];
    return byName.compare(one, other) || byName.compare(pathOf(a), pathOf(b));
  });
}

/** The path without the ending, which would sort before or after an addition to the name. */
function stemOf(file: File): string {
  return pathOf(file).replace(/\.[^./]+$/, "");
}

function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** A folder hands out its entries by and by, until it hands out none. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  // Finder and Explorer leave files of their own, whose names begin with a dot.
  if (entry.name.startsWith(".")) return [];
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const inside = await Promise.all((await entriesIn(entry)).map(filesIn));
  return inside.flat();
}

/**
 * The files of a drop, with those of its folders, in natural order of their names.
 *
 * The transfer is read before the first wait: browsers empty it after the event.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const sources = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found = await Promise.all(
    sources.map(async (source) => (source === null ? [] : source instanceof File ? [source] : filesIn(source))),
  );
  return inNaturalOrder(found.flat());
}
