import { expect, it } from "vitest";

import { concentrationSection } from "#src/app/report/concentrationSection.ts";
import { openEngine } from "#test/support/engineHarness.ts";

const LEDGER = [
  "txn_id,user_id,occurred_at,type,amount,product,term_days,channel",
  "1,A,2024-01-05 10:00:00,lend,10.00,P,30,app",
  "2,B,2024-01-06 10:00:00,lend,30.00,Q,30,web",
  "",
].join("\n");

it("RP1 KN1 KN5 the report has the figures of the screen, of all, by channel and by product", async () => {
  const { methods, drop } = await openEngine();
  await drop({ "ledger.csv": LEDGER });
  const section = await concentrationSection(methods);
  const shown = await methods.concentration({ filter: { products: [], channels: [] }, byProducts: true });
  expect(section).toMatchObject({ lenders: 2, balance: 4000, topTenShare: 1, topPercentShare: 0.75, gini: 0.25 });
  expect(section.herfindahl).toBe(shown.total.herfindahl);
  expect(section.byChannel.map(({ channel, balance }) => [channel, balance])).toEqual([
    ["web", 3000],
    ["app", 1000],
  ]);
  expect(section.byProduct.map(({ product, effectiveLenders }) => [product, effectiveLenders])).toEqual([
    ["Q", 1],
    ["P", 1],
  ]);
});
