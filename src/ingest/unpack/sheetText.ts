import { corruptArchive } from "./archiveRefusals.ts";
import type { InflationBudget } from "./inflated.ts";
import { MAX_SHEET_ROWS } from "#src/ingest/limits.ts";
import { sheetCellText, type SheetCell } from "./sheetCells.ts";

/** Rows that are looked at before the first is written: title, header and first rows are among them. */
const LOOKED_AT = 100;
/** Characters that are gathered before they are handed to the platform as a Blob. */
const PIECE_CHARACTERS = 1024 ** 2;

/** Writes a sheet as comma-separated text in UTF-8, row n on line n. */
export class SheetText {
  readonly #blobs: Blob[] = [];
  #held: { readonly index: number; readonly cells: readonly string[] }[] | undefined = [];
  /** Fields that every row has at least, as in a file where the header tells the columns. */
  #fields = 0;
  readonly #budget: InflationBudget;
  #pieces: string[] = [];
  #characters = 0;
  #lines = 0;

  /** `budget` is for the text: one cell far to the right makes a long line of a short one. */
  constructor(budget: InflationBudget) {
    this.#budget = budget;
  }

  /**
   * Rows come from top to bottom; those left out are empty.
   *
   * @param index  from 0
   * @throws FileRefused
   */
  push(index: number, values: readonly SheetCell[]): void {
    const cells = values.map(sheetCellText);
    while (cells.length > 0 && cells[cells.length - 1] === "") cells.pop();
    if (!Number.isInteger(index) || index >= MAX_SHEET_ROWS) throw corruptArchive("is damaged: a row has no place");
    if (cells.length === 0) return;
    if (this.#held === undefined) {
      this.#write(index, cells);
      return;
    }
    this.#held.push({ index, cells });
    if (this.#held.length === LOOKED_AT) this.#release();
  }

  /** Empty when no cell of the sheet holds anything. */
  finish(): Blob {
    this.#release();
    this.#flush();
    return new Blob(this.#blobs);
  }

  #release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    this.#fields = held.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    for (const { index, cells } of held) this.#write(index, cells);
  }

  #write(index: number, cells: readonly string[]): void {
    if (index < this.#lines) throw corruptArchive("is damaged: its rows are not in order");
    const line = `${"\n".repeat(index - this.#lines)}${cells.join(",")}${",".repeat(Math.max(0, this.#fields - cells.length))}\n`;
    this.#lines = index + 1;
    this.#budget.spend(line.length);
    this.#pieces.push(line);
    this.#characters += line.length;
    if (this.#characters >= PIECE_CHARACTERS) this.#flush();
  }

  #flush(): void {
    if (this.#pieces.length > 0) this.#blobs.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#characters = 0;
  }
}
