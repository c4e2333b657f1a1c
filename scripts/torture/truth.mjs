/** Whole fen that row n of file k lends; the page writes its files by the same rule. */
const fenOf = (file, row) => 10_000 + ((file * 7919 + row * 104_729) % 990_000);

export function volumeOf(file, rows) {
  let volume = 0;
  for (let row = 0; row < rows; row += 1) volume += fenOf(file, row);
  return volume;
}

/** What the store must hold: files whose import was acknowledged, and those that were under way when a fault struck. */
export class Truth {
  acknowledged = new Map();
  pending = new Map();

  begin(files) {
    for (const { file, rows } of files) this.pending.set(file, rows);
  }

  /** What the engine said of files it was given. */
  settle(outcomes) {
    for (const { file, rows, type } of outcomes) {
      this.pending.delete(file);
      if (type === "imported") this.acknowledged.set(file, rows);
    }
  }

  removed(file) {
    this.acknowledged.delete(file);
  }

  /** Everything that is wrong with what a reader is shown after a fault, in words. Afterwards what is there counts. */
  judge({ files, volumes, rows }) {
    const wrong = [];
    const seen = new Set();
    for (const { file, rows: shown, sha256 } of files) {
      if (seen.has(file) || seen.has(sha256)) wrong.push(`file ${file} is there twice`);
      seen.add(file).add(sha256);
      const expected = this.acknowledged.get(file) ?? this.pending.get(file);
      if (expected === undefined) wrong.push(`file ${file} is there and was never imported`);
      else if (shown !== expected) wrong.push(`file ${file} shows ${shown} of ${expected} rows`);
      else if (volumes[file] !== volumeOf(file, expected)) wrong.push(`the volume of file ${file} is ${volumes[file]}`);
    }
    for (const file of this.acknowledged.keys()) {
      if (!seen.has(file)) wrong.push(`file ${file} was acknowledged and is lost`);
    }
    for (const file of Object.keys(volumes)) {
      if (!seen.has(Number(file))) wrong.push(`volume on the day of file ${file}, which is not there`);
    }
    const total = files.reduce((sum, { rows: shown }) => sum + shown, 0);
    if (rows !== total) wrong.push(`${rows} rows in force, ${total} in the history`);
    this.acknowledged = new Map(files.map(({ file, rows: shown }) => [file, shown]));
    this.pending.clear();
    return wrong;
  }
}
