export interface HeatCell {
  readonly value: number | null;
  /** As printed. */
  readonly text: string;
  /** Shown on hover and focus: interval, numerator, size. */
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** Known beforehand, such as the 100 % of age 0: drawn without colour. */
  readonly muted?: boolean | undefined;
  /** The one that is spoken of; its lines should say so too. */
  readonly outlined?: boolean | undefined;
}

export interface HeatRow {
  readonly id: string;
  readonly label: string;
  readonly size: number;
  /** Too few lenders to read much into it: shown grey. */
  readonly small: boolean;
  /** By column; null where nothing has been observed yet, which stays blank. */
  readonly cells: readonly (HeatCell | null)[];
}

export interface HeatColumn {
  readonly id: string;
  readonly label: string;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number] | undefined>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function cellAt(rows: readonly HeatRow[], { row, column }: Place): HeatCell | undefined {
  return rows[row]?.cells[column] ?? undefined;
}

/** Where a key leads from a cell: the next one that has been observed, or nowhere. Undefined for other keys. */
export function neighbour(rows: readonly HeatRow[], from: Place, key: string): Place | undefined {
  const cells = rows[from.row]?.cells ?? [];
  if (key === "Home")
    return {
      row: from.row,
      column: Math.max(
        0,
        cells.findIndex((cell) => cell !== null),
      ),
    };
  if (key === "End")
    return {
      row: from.row,
      column: Math.max(
        0,
        cells.findLastIndex((cell) => cell !== null),
      ),
    };
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const [down, right] = step;
  for (let place = from; ;) {
    place = { row: place.row + down, column: place.column + right };
    const beyond = rows[place.row] === undefined || place.column < 0 || place.column >= rows[place.row]!.cells.length;
    if (beyond && right !== 0) return from;
    if (rows[place.row] === undefined) return from;
    if (cellAt(rows, place) !== undefined) return place;
  }
}

/** The cell that the tab key reaches: where the keyboard was, or the first one when that has gone. */
export function tabStop(rows: readonly HeatRow[], last: Place): Place {
  if (cellAt(rows, last) !== undefined) return last;
  const row = Math.max(
    0,
    rows.findIndex((candidate) => candidate.cells.some((cell) => cell !== null)),
  );
  return { row, column: Math.max(0, rows[row]?.cells.findIndex((cell) => cell !== null) ?? 0) };
}

/** The attribute by which a cell is found in the document. */
export function placeName({ row, column }: Place): string {
  return `${row}-${column}`;
}

export function parsePlace(name: string): Place {
  const [row, column] = name.split("-").map(Number);
  return { row: row ?? 0, column: column ?? 0 };
}

/** Shares of the hue in the surface, percent; the text on it stays ink. */
const FAINTEST = 6;
const FULLEST = 58;

export interface HeatScale {
  readonly small: boolean;
  /** The value of the fullest colour. */
  readonly max: number;
}

/** The ground of a cell as a CSS colour. */
export function cellColour({ value, muted = false }: HeatCell, { small, max }: HeatScale): string {
  if (value === null || muted) return "var(--sunken)";
  const share = max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  const strength = FAINTEST + share * (FULLEST - FAINTEST);
  return small
    ? `color-mix(in srgb, var(--ink-3) ${strength / 3}%, var(--surface))`
    : `color-mix(in srgb, var(--returning) ${strength}%, var(--surface))`;
}

/** The largest value that is neither known beforehand nor of a small cohort. */
export function largestValue(rows: readonly HeatRow[]): number {
  const seen = rows.filter((row) => !row.small).flatMap((row) => row.cells);
  return Math.max(0, ...seen.map((cell) => (cell === null || cell.muted === true ? 0 : (cell.value ?? 0))));
}
