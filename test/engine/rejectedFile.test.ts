import { describe, expect, it } from "vitest";

import { filesOf, openEngine, TODAY } from "#test/support/engineHarness.ts";

async function rejectedOf(text: string, name = "a.csv") {
  const engine = await openEngine();
  const [outcome] = await engine.drop({ [name]: text });
  if (outcome?.type !== "imported") throw new Error(`the file came to ${JSON.stringify(outcome)}`);
  const file = await engine.methods.rejectedFile({ importId: outcome.record.importId });
  return { engine, bytes: new Uint8Array(await file.arrayBuffer()), text: await file.text() };
}

describe("the file of rejected rows", () => {
  it("RJ1 gives the rows as they stood under their header, with line and reason", async () => {
    const { bytes, text } = await rejectedOf(
      [
        "流水号;用户ID;交易时间;类型;金额（元）;产品",
        't1;u1;2024-01-05;出借;100.50;"A;B"',
        't2;u1;2024-01-05;出借;1.005;"A;""B"""',
        ";u2;2024-01-05;出借;7;C",
        "",
      ].join("\n"),
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.replace("\uFEFF", "")).toBe(
      [
        "line;reason;流水号;用户ID;交易时间;类型;金额（元）;产品",
        '3;BAD_AMOUNT in amount: 1.005;t2;u1;2024-01-05;出借;1.005;"A;""B"""',
        "4;MISSING_TXN_ID in txn_id;;u2;2024-01-05;出借;7;C",
        "",
      ].join("\r\n"),
    );
  });

  it("RJ2 is taken when it is mended and dropped again", async () => {
    const header = "txn_id,user_id,occurred_at,type,amount,product,channel";
    const good = "t1,u1,2024-01-05,lend,100.00,P30,app";
    const { engine, text } = await rejectedOf(
      [header, good, "t2,=u2,2024-01-05,lend,1.005,-P,@web", "t3,+u3,2024-01-05,lend,1.005,P30,app", ""].join("\n"),
    );
    const [outcome] = await engine.drop({ "mended.csv": text.replaceAll("1.005", "1.50") });
    expect(outcome).toMatchObject({ type: "imported", record: { counts: { read: 2, accepted: 2, rejected: 0 } } });
    const { rows } = await engine.methods.rows({
      where: {},
      sort: { by: "amount", descending: false },
      offset: 0,
      limit: 9,
    });
    expect(rows.map(({ lender, product, channel }) => [lender, product, channel].join(" ")).toSorted()).toEqual([
      "+u3 P30 app",
      "=u2 -P @web",
      "u1 P30 app",
    ]);
  });

  it("RJ6 joins the day it came from, though a file without ids would replace it", async () => {
    const header = "user_id,occurred_at,type,amount";
    const { engine, text } = await rejectedOf(
      [header, "u1,2024-01-05,lend,100.00", "u2,2024-01-05,lend,1.005", ""].join("\n"),
    );
    const [outcome] = await engine.drop({ "mended.csv": text.replaceAll("1.005", "1.50") });
    expect(outcome).toMatchObject({ type: "imported", record: { mode: "merge" } });
    expect((await engine.days()).total.closing).toBe(10_150);
  });

  it("RJ3 holds no formula, and leaves negative numbers as they are", async () => {
    const payloads = ["=1+1", "+SUM(A1)", "-2+3", "@x", "＝1", "\t=1", '=HYPERLINK("http://x")'];
    const rows = payloads.map((payload, at) => `t${at},u1,2024-01-05,lend,-100.005,"${payload.replaceAll('"', '""')}"`);
    const { text } = await rejectedOf(
      ["txn_id,user_id,occurred_at,type,amount,product", "ok,u1,2024-01-05,lend,1.50,P", ...rows, ""].join("\n"),
    );
    const lines = text.trimEnd().split("\r\n").slice(1);
    expect(lines).toHaveLength(payloads.length);
    for (const line of lines) {
      expect(line).toContain(",-100.005,");
      expect(line.split(",").at(-1)).toMatch(/^"?'/);
    }
  });

  it("RJ4 finds the mapping of the file that the rows were rejected from", async () => {
    const { methods } = await openEngine();
    const header = "a,b,c,d";
    const reading = { dataset: "transactions", columns: { user_id: 0, occurred_at: 1, amount: 2, type: 3 } } as const;
    const files = filesOf({
      "a.csv": [header, "u1,2024-01-05,100.50,lend", "u2,2024-01-05,1.005,lend", ""].join("\n"),
    });
    const { dropId } = await methods.openDrop({ files });
    const [outcome] = await methods.importDrop({
      dropId,
      choices: [{ table: 0, reading, mode: null }],
      origin: "own",
      today: TODAY,
      nowMs: 0,
    });
    if (outcome?.type !== "imported") throw new Error("not imported");
    const rejected = await methods.rejectedFile({ importId: outcome.record.importId });
    const mended = (await rejected.text()).replaceAll("1.005", "1.00");
    const again = await methods.openDrop({ files: filesOf({ "mended.csv": mended }) });
    expect(again.tables[0]?.mapping?.reading).toEqual({
      dataset: "transactions",
      columns: { user_id: 2, occurred_at: 3, amount: 4, type: 5 },
    });
  });

  it("RJ5 means the same when it comes back: ids behind a spreadsheet's signs, headers and types like formulas", async () => {
    const { methods } = await openEngine();
    const columns = { user_id: 0, occurred_at: 1, amount: 2, type: 3 };
    const reading = { dataset: "transactions", columns, types: { "=buy": "lend" } } as const;
    const rows = ["u0,2024-01-05,100.50,=buy", '"=""00123""",2024-01-05,1.005,=buy', "'=u2,2024-01-05,1.005,=buy"];
    const { dropId } = await methods.openDrop({ files: filesOf({ "a.csv": ["=a,b,c,d", ...rows, ""].join("\n") }) });
    const ask = { origin: "own", today: TODAY, nowMs: 0 } as const;
    const [outcome] = await methods.importDrop({ dropId, choices: [{ table: 0, reading, mode: null }], ...ask });
    if (outcome?.type !== "imported") throw new Error("not imported");
    const rejected = await methods.rejectedFile({ importId: outcome.record.importId });
    const mended = (await rejected.text()).replaceAll("1.005", "1.00");
    const again = await methods.openDrop({ files: filesOf({ "mended.csv": mended }) });
    const known = again.tables[0]?.mapping?.reading;
    if (known === undefined) throw new Error("its header is not known");
    await methods.importDrop({ dropId: again.dropId, choices: [{ table: 0, reading: known, mode: "merge" }], ...ask });
    const sort = { by: "amount", descending: false } as const;
    const found = await methods.rows({ where: {}, sort, offset: 0, limit: 9 });
    expect(found.rows.map(({ lender }) => lender).toSorted()).toEqual(["00123", "=u2", "u0"]);
  });
});
