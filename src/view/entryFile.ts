/**
 * A row that the reader entered by hand, as a file of its dataset. The time of entry is a column of it: entered again
 * after something else, the same row would else be the same bytes, which are never taken twice.
 *
 * @param what  begins the file's name: "targets"
 * @param row   cells by the dataset's own column names
 */
export function entryFile(what: string, row: Readonly<Record<string, string>>, now: Date): File {
  const cells = { ...row, entered_at: now.toISOString() };
  const text = `${csvLine(Object.keys(cells))}${csvLine(Object.values(cells))}`;
  return new File([text], `${what} by hand ${stampOf(now)}.csv`, { type: "text/csv" });
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
}

/** 2026-11-20 1403, on the device's clock. */
function stampOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${day} ${two(now.getHours())}${two(now.getMinutes())}`;
}
