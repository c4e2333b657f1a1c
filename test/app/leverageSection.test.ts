import { expect, it } from "vitest";

import { leverageSection } from "#src/app/report/leverageSection.ts";
import { DEFAULT_LEVERAGE_RULES } from "#src/domain/leverageRules.ts";
import { EVER, openEngine } from "#test/support/engineHarness.ts";

const LEDGER = [
  "txn_id,user_id,occurred_at,type,amount,product,term_days,channel",
  "1,A,2024-01-05 10:00:00,lend,700.00,P,30,app",
  "2,A,2024-02-29 10:00:00,lend,300.00,P,30,app",
  "3,A,2024-02-29 10:00:00,interest,3.65,P,,app",
  "",
].join("\n");
const FUNDS = "as_of,kind,amount,relation\n2024-02-01,insurance,10.00,partner\n2024-02-01,net_assets,90.00,own\n";
const LOANS = [
  "loan_id,product,disbursed_on,principal,annual_rate,periods,method",
  "L1,C,2024-02-29,600.00,12%,3,interest_only",
  "",
].join("\n");

it("LV1 LV7 LV9 the report has the figures of the screen, its days as text, and nothing without funds", async () => {
  const { methods, drop } = await openEngine();
  await drop({ "l.csv": LEDGER, "c.csv": LOANS });
  expect(await leverageSection(methods)).toBeNull();
  await drop({ "f.csv": FUNDS });
  const section = await leverageSection(methods);
  const rules = DEFAULT_LEVERAGE_RULES;
  const shown = await methods.leverage({ period: EVER, grain: "month", rules });
  const now = {
    ...{ day: "2024-02-29", outstanding: 100_000, guarantee: 0, insurance: 1000, partner: 1000 },
    ...{ ownFunds: 9000, ownFrom: "net_assets", collateral: 0, own: 9000, shareholders: 0, backing: 10_000 },
    ...{ leverage: 10, withoutPartner: 100 / 9, band: "normal", absorbs: 0.1 },
  };
  expect(section).toMatchObject({
    rules,
    now,
    room: { band: "high", at: 10, outstanding: 0, backing: 0 },
    points: [now],
    losses: shown.losses,
  });
  expect(section?.losses).toHaveLength(4);
});

it("MT1 MT4 the report has the match of lenders and borrowers, and none without loans", async () => {
  const { methods, drop } = await openEngine();
  await drop({ "l.csv": LEDGER, "f.csv": FUNDS });
  expect(await leverageSection(methods)).toMatchObject({ match: null, ladder: null });
  await drop({ "c.csv": LOANS });
  const section = await leverageSection(methods);
  // 3.65 yuan for 55 days of 700 yuan and one of 1,000: 400 yuan cost 3.7 fen a day.
  const match = { day: "2024-02-29", lenders: 100_000, borrowers: 60_000, ratio: 5 / 3, idle: 40_000 };
  expect(section?.match).toEqual({ ...match, idleCostPerDay: 4 });
  // The first lend was due on 4 February; the loan is due at the end of May, 90 days on.
  expect(section?.ladder).toMatchObject({ overdue: { lenders: 70_000, borrowers: 0 }, undated: 0, orphans: 0 });
  expect(section?.ladder?.lines.map(({ days, lenders, borrowers }) => [days, lenders, borrowers])).toEqual([
    [7, 0, 0],
    [30, 30_000, 0],
    [60, 0, 0],
    [90, 0, 60_000],
    [180, 0, 0],
    [null, 0, 0],
  ]);
});
