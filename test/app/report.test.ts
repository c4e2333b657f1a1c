import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { gzipSync, strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { reportDocument } from "#src/app/report/document.ts";
import { main } from "#src/app/report/main.ts";
import { sampleDays, samplePaths } from "#test/support/sampleOracle.ts";

type ReportDocument = Awaited<ReturnType<typeof reportDocument>>;

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "report-"));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function written(name: string, text: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function run(...args: string[]) {
  let out = "";
  let errors = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((errors += String(text)), true));
  const code = await main(args);
  // Only `main` wrote to it.
  return { code, out, errors, document: (out === "" ? {} : JSON.parse(out)) as ReportDocument };
}

const HEADER = "txn_id,user_id,occurred_at,type,amount,product,term_days,channel";

describe("npm run report", () => {
  it("RP1 gives the sample year's days as the dull oracle does, the same bytes from run to run", async () => {
    const first = await run(...samplePaths());
    expect(first.code).toBe(0);
    const days = sampleDays();
    const expected = new Map(days.map((row) => [row.day, row]));
    for (const row of first.document.daily) {
      expect(row).toMatchObject(expected.get(row.day) ?? { volume: 0, exits: 0 });
    }
    expect(first.document.totals.outstanding).toBe(days.at(-1)!.outstanding);
    expect(first.document.checks.filter((check) => !check.holds)).toEqual([]);
    expect((await run(...samplePaths())).out).toBe(first.out);
  });

  it("RP2 changes nothing when every file is named twice", async () => {
    const paths = samplePaths().slice(0, 40);
    const once = await run(...paths);
    const twice = await run(...paths, ...paths);
    expect({ ...twice.document, imports: [] }).toEqual({ ...once.document, imports: [] });
    const again = twice.document.imports.slice(paths.length);
    for (const { read, duplicate, accepted } of again) expect([duplicate, accepted]).toEqual([read, 0]);
  });

  it("RP3 says which rows and files it could not take, and exits with 2", async () => {
    const good = written(
      "good.csv",
      `${HEADER}\na,u1,2024-01-05,lend,12.345,P,30,app\nb,u1,2024-01-05,lend,12.34,P,30,app\n`,
    );
    const bad = written("bad.csv", "who,when\nu1,2024-01-05\n");
    const { code, document, errors } = await run(good, bad);
    expect(code).toBe(2);
    expect(document.imports[0]).toMatchObject({
      read: 2,
      accepted: 1,
      rejected: 1,
      rejects: [{ line: 2, code: "BAD_AMOUNT", column: "amount", value: "12.345" }],
      refusal: null,
    });
    expect(document.imports[1]?.refusal?.code).toBe("MISSING_COLUMN");
    expect(errors).toMatch(/bad\.csv: MISSING_COLUMN/);
    expect(document.totals.volume).toBe(1234);
  });

  it("RP4 stands as of the day given: later rows enter nothing", async () => {
    const file = written(
      "a.csv",
      `${HEADER}\na,u1,2024-01-05,lend,10,P,30,app\nb,u1,2024-02-10,lend,20,P,30,app\nc,u2,2024-03-01,lend,30,P,30,app\n`,
    );
    const { document } = await run("--as-of", "2024-02-29", file);
    expect(document.asOf).toBe("2024-02-29");
    expect(document.totals).toMatchObject({ volume: 3000, lenders: 1, outstanding: 3000 });
    expect(document.daily.at(-1)?.day).toBe("2024-02-29");
    expect(document.cohorts).toMatchObject([{ cohort: "2024-01", size: 1, cells: [{ age: 0 }, { age: 1 }] }]);
  });

  it("RP5 switches the new rule, the transfers view and the cohorts' grain", async () => {
    const file = written(
      "a.csv",
      `${HEADER}\na,u1,2024-01-05 09:00,lend,10,P,30,app\nb,u1,2024-01-05 10:00,lend,20,P,30,app\n` +
        "c,u1,2024-01-20,transfer_out,5,P,30,app\nd,u2,2024-01-20,transfer_in,5,P,30,app\n",
    );
    const plain = (await run(file)).document;
    expect(plain.totals).toMatchObject({ volume: 3000, volumeNew: 1000, exits: 0, outstanding: 3000 });
    const switched = (await run("--new-rule", "first_day", "--transfers", "gross", "--grain", "week", file)).document;
    expect(switched.totals).toMatchObject({ volume: 3500, volumeNew: 3500, exits: 500, outstanding: 3000 });
    expect(switched.cohorts.map(({ cohort }) => cohort)).toEqual(["2024-01-01", "2024-01-15"]);
  });

  it("RP7 has an entry for every table of an archive, and for files of other datasets", async () => {
    const lend = (id: string, day: string) => strToU8(`${HEADER}\n${id},u1,${day},lend,10.50,P,30,app\n`);
    const zip = written("days.zip", zipSync({ "2.csv": lend("b", "2024-01-02"), "1.csv": lend("a", "2024-01-01") }));
    const packed = written("third.csv.gz", gzipSync(lend("c", "2024-01-03")));
    const spend = written("spend.csv", "date,channel,amount\n2024-01-01,app,10.00\n");
    const broken = written("broken.zip", zipSync({ "1.csv": lend("x", "2024-01-01") }).subarray(0, 60));
    const { code, document, errors } = await run(zip, packed, spend, broken);
    expect(code).toBe(2);
    expect(document.imports.map(({ file, accepted, refusal }) => [file, accepted, refusal?.code])).toEqual([
      [`${zip} › 1.csv`, 1, undefined],
      [`${zip} › 2.csv`, 1, undefined],
      [packed, 1, undefined],
      [spend, 1, undefined],
      [broken, 0, "CORRUPT_ARCHIVE"],
    ]);
    expect(document.imports[4]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(errors).toContain(`${broken}: CORRUPT_ARCHIVE`);
    expect(document.totals.volume).toBe(3150);
  });

  it("RP8 merges rows with ids and replaces days without, unless told otherwise", async () => {
    const [header] = [HEADER.replace("txn_id,", "")];
    const first = written("1.csv", `${header}\nu1,2024-01-05,lend,10.50,P,30,app\nu2,2024-01-05,lend,20,P,30,app\n`);
    const second = written("2.csv", `${header}\nu1,2024-01-05,lend,10.50,P,30,app\n`);
    expect((await run(first, second)).document.totals.volume).toBe(1050);
    expect((await run("--mode", "merge", first, second)).document.totals.volume).toBe(3050);
    const ids = written("3.csv", `${HEADER}\na,u1,2024-01-05,lend,10.50,P,30,app\n`);
    expect((await run(first, ids)).document.totals.volume).toBe(4100);
    expect((await run("--mode", "replace-days", first, ids)).document.totals.volume).toBe(1050);
  });

  it("PF9 tells of loans without a ledger, as of their own snapshot", async () => {
    const loans = written(
      "loans.csv",
      "loan_id,product,disbursed_on,principal,annual_rate,periods,method,interest_received,bad_principal,funding_cost,marketing_cost\n" +
        "a,CAR,2024-01-05,1200.00,12%,12,level,60.00,10.00,20.00,5.00\nb,CAR,2024-03-09,600.00,12%,12,level,0.00,0.00,1.00,2.00\n",
    );
    const { code, document } = await run("--loans", loans);
    expect(code).toBe(0);
    expect(document).toMatchObject({ asOf: null, daily: [], leverage: null, totals: { outstanding: 0 } });
    expect(document.profitability).toMatchObject({ snapshotDay: "2024-03-09", total: { loans: 2, profit: 2200 } });
  });

  it.each([
    [["--mode", "replace", "a.csv"]],
    [["--grain", "year", "a.csv"]],
    [["--new-rule"]],
    [["--unknown", "a.csv"]],
    [[]],
  ])("RP6 refuses the command line %j with its usage and exit code 1", async (args) => {
    const { code, out, errors } = await run(...args);
    expect([code, out]).toEqual([1, ""]);
    expect(errors).toMatch(/usage: npm run/);
  });
});
