import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { packTexts, type LedgerColumns } from "#src/domain/columns.ts";
import { findDuplicates, type Duplicates, type RowContent } from "#src/ingest/identity/duplicates.ts";

interface Row {
  readonly id: string;
  readonly amount: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  amount: fc.constantFrom(1, 2),
});

/** Every id has its own hash, but two share one. */
function hashOf({ id }: Row): number {
  return id === "b" ? "a".charCodeAt(0) : id.charCodeAt(0);
}

function contentOf(rows: readonly Row[]): RowContent {
  const count = rows.length;
  const columns: LedgerColumns = {
    rows: count,
    instant: new Uint32Array(count),
    type: new Uint8Array(count),
    amount: Float64Array.from(rows, ({ amount }) => amount),
    lender: new Uint32Array(count),
    product: new Uint16Array(count),
    channel: new Uint16Array(count),
    termDays: new Uint16Array(count),
  };
  return { columns, texts: { ids: packTexts(rows.map(({ id }) => id)), lots: undefined } };
}

function blockOf(rows: readonly Row[], dead?: Uint8Array) {
  const hashLow = Uint32Array.from(rows, hashOf);
  return { rows: rows.length, hashes: { hashLow, hashHigh: hashLow.map((low) => Math.imul(low, 0x9e3779b1)) }, dead };
}

function find(
  own: readonly (readonly Row[])[],
  stored: readonly (readonly Row[])[],
  rowsAPass?: number,
): Promise<Duplicates> {
  const input = {
    own: own.map((rows) => blockOf(rows)),
    stored: stored.map((rows) => blockOf(rows)),
    ownContent: (block: number) => Promise.resolve(contentOf(own[block]!)),
    storedContent: (block: number) => Promise.resolve(contentOf(stored[block]!)),
  };
  return findDuplicates(input, rowsAPass);
}

/** One row after another, with a map from id to what was last said of it. */
function naively(own: readonly (readonly Row[])[], stored: readonly (readonly Row[])[]): string[] {
  const latest = new Map<string, number>();
  for (const { id, amount } of stored.flat()) latest.set(id, amount);
  const standings: string[] = [];
  for (const [block, rows] of own.entries()) {
    for (const [place, { id, amount }] of rows.entries()) {
      const before = latest.get(id);
      if (before !== undefined) standings.push(`${block}/${place} ${before === amount ? "duplicate" : "replaced"}`);
      latest.set(id, amount);
    }
  }
  return standings;
}

describe("rows that are known already", () => {
  // Rows of a real store that a later one stands over are dead; here every id is stored at most once.
  const storedBlocks = fc
    .uniqueArray(row, { selector: ({ id }) => id })
    .map((rows) => [rows.slice(0, 2), rows.slice(2)].filter((block) => block.length > 0));

  it("ID1 stand as one row after another would find them, across blocks, whatever shares a hash", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(row, { minLength: 1 }), { maxLength: 3 }),
        storedBlocks,
        fc.constantFrom(undefined, 2, 1),
        async (own, stored, rowsAPass) => {
          // "a" and "b" meet by hash alone; the table then keeps the row of one of them.
          const apart = own.map((rows) => rows.filter(({ id }) => id !== "b"));
          const { notNew } = await find(apart, stored, rowsAPass);
          expect(notNew.map(({ block, row: place, standing }) => `${block}/${place} ${standing}`)).toEqual(
            naively(apart, stored),
          );
        },
      ),
    );
  });

  it("ID1 does not take two ids for one because their hashes meet", async () => {
    const { notNew, storedSuperseded } = await find([[{ id: "a", amount: 1 }]], [[{ id: "b", amount: 1 }]]);
    expect(notNew).toEqual([]);
    expect(storedSuperseded.size).toBe(0);
  });

  it("ID3 stand over every earlier row of their identity, live or not", async () => {
    const same = { id: "a", amount: 1 };
    const found = await findDuplicates({
      own: [blockOf([same, { ...same, amount: 2 }])],
      stored: [blockOf([same], Uint8Array.of(1)), blockOf([{ ...same, amount: 2 }])],
      ownContent: () => Promise.resolve(contentOf([same, { ...same, amount: 2 }])),
      storedContent: (block) => Promise.resolve(contentOf([block === 0 ? same : { ...same, amount: 2 }])),
    });
    expect([...found.storedSuperseded]).toEqual([
      [0, Uint32Array.of(0)],
      [1, Uint32Array.of(0)],
    ]);
    expect([...found.ownSuperseded]).toEqual([[0, Uint32Array.of(0)]]);
    expect(found.notNew).toEqual([
      { block: 0, row: 0, standing: "replaced" },
      { block: 0, row: 1, standing: "replaced" },
    ]);
  });

  it("ID1 are set against the row in force, wherever the rows lie that it stands over", async () => {
    const [dead, live] = [
      { id: "a", amount: 1 },
      { id: "a", amount: 2 },
    ];
    const stored = [[live], [dead]];
    const { notNew } = await findDuplicates({
      own: [blockOf([dead])],
      stored: [blockOf([live]), blockOf([dead], Uint8Array.of(1))],
      ownContent: () => Promise.resolve(contentOf([dead])),
      storedContent: (block) => Promise.resolve(contentOf(stored[block] ?? [])),
    });
    expect(notNew).toEqual([{ block: 0, row: 0, standing: "replaced" }]);
  });
});
