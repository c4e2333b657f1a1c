import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, expect, it, vi } from "vitest";

import type { reportDocument } from "#src/app/report/document.ts";
import { main } from "#src/app/report/main.ts";

type Report = Awaited<ReturnType<typeof reportDocument>>;

const SAMPLE = fileURLToPath(new URL("../vectors/sampleTransactions.csv", import.meta.url));

afterEach(() => vi.restoreAllMocks());

async function activationOf(...args: string[]): Promise<Report["activation"]> {
  let out = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  expect(await main(args)).toBe(0);
  // Only `main` wrote to it.
  return (JSON.parse(out) as Report).activation;
}

it("RP11 MN1 MN5 the report has the best rule of the sample ledger, the same on every run", async () => {
  const args = ["--as-of", "2025-02-28", "--transfers", "gross", SAMPLE];
  const activation = (await activationOf(...args))!;
  expect(activation).toMatchObject({ lenders: 412, outcome: { fromDay: 30, toDay: 90 } });
  expect(activation.trainLenders + activation.holdoutLenders).toBe(412);
  expect(activation.holdoutLenders).toBeGreaterThanOrEqual(124);
  expect(activation.best!.pValue).toBeLessThan(0.01);
  expect(activation.best!.holdout!.mcc).toBeGreaterThan(0);
  vi.restoreAllMocks();
  expect(await activationOf(...args)).toEqual(activation);
});

it("RP11 is null while nobody has the whole follow-up", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "report-"));
  const file = path.join(folder, "ledger.csv");
  writeFileSync(file, "user_id,occurred_at,type,amount\nu1,2024-01-01,lend,1000\nu1,2024-02-01,lend,1000\n");
  expect(await activationOf(file)).toBeNull();
  rmSync(folder, { recursive: true });
});
