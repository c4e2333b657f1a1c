import { describe, expect, it } from "vitest";

import { createMemoryStore } from "#src/store/memoryStore.ts";
import { csvOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";

const LEND: FileRow = {
  txnId: "t1",
  lender: "u1",
  at: "2024-01-05 10:00:00",
  type: "lend",
  amount: "100.00",
  product: "P30",
  term: "30",
  channel: "app",
};

describe("backup and restore", () => {
  it("BR1 brings everything back, and tells the screens", async () => {
    const engine = await openEngine();
    await engine.drop({ "a.csv": csvOf([LEND]), "s.csv": "date,channel,amount\n2024-01-01,app,10.00\n" });
    const before = await engine.methods.status({});
    const days = await engine.days();
    const made = await engine.methods.backup({ passphrase: "open sesame", nowMs: 42 });
    if (!made.ok) throw new Error(made.refusal.message);
    expect(await engine.methods.status({})).toEqual({ ...before, lastBackupMs: 42 });
    expect(await engine.methods.backupSummary({ file: made.value })).toMatchObject({
      ok: true,
      value: { madeAtMs: 42, imports: 2, isEncrypted: true },
    });
    await engine.methods.eraseEverything({ today: TODAY });
    await engine.drop({ "other.csv": csvOf([{ ...LEND, txnId: "t9", amount: "7.00" }]) });
    const told: number[] = [];
    engine.watch((dataVersion) => told.push(dataVersion));
    const restored = await engine.methods.restore({ file: made.value, passphrase: "open sesame", today: TODAY });
    expect(restored).toMatchObject({ ok: true, value: { rows: 1, imports: 2, tables: { spend: 1 } } });
    expect((await engine.days()).points).toEqual(days.points);
    const { dataVersion } = await engine.methods.status({});
    expect(told).toContain(dataVersion);
  });

  it("BR2 leaves what is stored as it is when the backup cannot be opened", async () => {
    const engine = await openEngine(createMemoryStore());
    await engine.drop({ "a.csv": csvOf([LEND]) });
    const made = await engine.methods.backup({ passphrase: "open sesame", nowMs: 42 });
    if (!made.ok) throw new Error(made.refusal.message);
    const before = await engine.methods.status({});
    const wrong = await engine.methods.restore({ file: made.value, passphrase: "sesame", today: TODAY });
    expect(wrong.ok).toBe(false);
    const cut = made.value.slice(0, made.value.size - 9);
    expect((await engine.methods.restore({ file: cut, passphrase: "open sesame", today: TODAY })).ok).toBe(false);
    expect(await engine.methods.status({})).toEqual(before);
  });
});
