import fc from "fast-check";
import { expect, test } from "vitest";

import { FILE_REFUSED, ROW_REJECTED } from "#src/domain/codes.ts";
import { createDecodeFile } from "#src/ingest/decodeFile.ts";
import { recordTorture, tortureRuns } from "#test/support/tortureRuns.ts";
import { decodeText, type Decoded } from "#test/ingest/decodeText.ts";

import { randomExports } from "./randomExport.ts";

const chunkBytes = fc.constantFrom(7, 64, 1000, 100_000);
const inPieces = (bytes: number) => createDecodeFile({ wholeBytes: 0, chunkBytes: bytes, hashWholeBytes: 0 });

/** Every row read is in exactly one place, and is kept where it can be found again. */
function expectLaw({ file, rows }: Decoded): void {
  if (file === undefined) return;
  expect(file.rows + file.rejected + file.ignored).toBe(file.read);
  expect(rows).toHaveLength(file.rows);
  expect(file.rejects).toHaveLength(file.rejected);
}

test("generated exports give every row its verdict and its line", { timeout: 1_800_000 }, async () => {
  const numRuns = tortureRuns(300, 20_000);
  await fc.assert(
    fc.asyncProperty(randomExports, chunkBytes, async (made, bytes) => {
      const decoded = await decodeText(made.bytes, { decode: inPieces(bytes) });
      expect(decoded.refusal).toBeUndefined();
      expectLaw(decoded);
      expect(decoded.file?.ignored).toBe(made.ignored);
      expect(decoded.file?.rejects.map(({ line, code }) => ({ line, code }))).toEqual(made.rejected);
      const shown = decoded.rows.map(({ line, id, lender, at, type, amount }) => ({
        line,
        id,
        lender,
        at,
        type,
        amount,
      }));
      expect(shown).toEqual(made.accepted);
    }),
    { numRuns, seed: 20_240_102 },
  );
  recordTorture("generated files", { files: numRuns, crashes: 0, violations: 0 });
});

const edit = fc.record({
  kind: fc.constantFrom("flip", "delete", "double", "insert", "cut", "swap"),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  byte: fc.oneof(fc.constantFrom(34, 44, 10, 13, 0, 59, 239, 255), fc.integer({ min: 0, max: 255 })),
});

function mutated(bytes: Uint8Array, edits: readonly (typeof edit extends fc.Arbitrary<infer Edit> ? Edit : never)[]) {
  let now = [...bytes];
  for (const { kind, place, byte } of edits) {
    const at = Math.floor(place * Math.max(0, now.length - 1));
    switch (kind) {
      case "flip":
        now[at] = byte;
        break;
      case "delete":
        now.splice(at, 1 + (byte % 9));
        break;
      case "double":
        now.splice(at, 0, ...now.slice(at, at + byte));
        break;
      case "insert":
        now.splice(at, 0, byte);
        break;
      case "cut":
        now = now.slice(0, at);
        break;
      case "swap":
        now = [...now.slice(at), ...now.slice(0, at)];
        break;
    }
  }
  return new Uint8Array(now);
}

test(
  "mutated exports are taken or refused by the law, never lost and never a crash",
  { timeout: 1_800_000 },
  async () => {
    const numRuns = tortureRuns(300, 20_000);
    const edits = fc.array(edit, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(randomExports, edits, chunkBytes, async ({ bytes }, changes, size) => {
        const content = mutated(bytes, changes);
        const whole = await decodeText(content);
        const pieces = await decodeText(content, { decode: inPieces(size) });
        expectLaw(whole);
        expect(pieces.refusal).toEqual(whole.refusal);
        expect(pieces.file).toEqual(whole.file);
        expect([undefined, ...FILE_REFUSED]).toContain(whole.refusal?.code);
        for (const { code, line } of whole.file?.rejects ?? []) {
          expect(ROW_REJECTED).toContain(code);
          expect(line).toBeGreaterThan(0);
        }
      }),
      { numRuns, seed: 20_240_103 },
    );
    recordTorture("mutated files", { files: numRuns, crashes: 0, violations: 0 });
  },
);
