import { describe, expect, test } from "vitest";

import { columnOf, decodeText, type Decoded } from "./decodeText.ts";

type DateOrder = "day" | "month";

async function decode(dateOrder: DateOrder, cells: readonly string[], column = "occurred_at"): Promise<Decoded> {
  return decodeText(columnOf(column, cells), { reading: { dateOrder } });
}

const repeated = (count: number, cell: string): string[] => Array.from({ length: count }, () => cell);

describe("an order settled earlier that the dates disprove is asked again", () => {
  test.each([
    ["day", ["04/09/2026", "04/13/2026", "04/10/2026"], ["04/13/2026"]],
    ["month", ["09/04/2026", "13/04/2026 08:00", "10/04/2026"], ["13/04/2026"]],
    ["day", ["4/9/2026", " 4-13-2026 8:00 AM"], ["4-13-2026"]],
    ["day", ["04/09/26", "04/13/26"], ["04/13/26"]],
    ["day", ["1/13/2026", "1/14/2026", "1/15/2026", "1/16/2026"], ["1/13/2026", "1/14/2026", "1/15/2026"]],
    ["month", ["13/1/2026", "2/14/2026", "15/1/2026"], ["13/1/2026", "15/1/2026"]],
  ] as const)("%s first: %s", async (order, cells, values) => {
    const { refusal } = await decode(order, cells);
    expect(refusal).toMatchObject({ code: "AMBIGUOUS_DATE", column: "occurred_at", values });
    expect(refusal?.message).toContain(`do not fit the order settled earlier, ${order} first`);
    const answered = await decode(order === "day" ? "month" : "day", cells);
    expect(answered.refusal).toBeUndefined();
  });

  test("the maturity too, of those rows that have one", async () => {
    const cells = [...repeated(500, ""), "04/02/2024", "04/13/2024"];
    expect((await decode("day", cells, "maturity_date")).refusal).toMatchObject({
      code: "AMBIGUOUS_DATE",
      column: "maturity_date",
      values: ["04/13/2024"],
    });
  });
});

describe("a few stray cells are only rejected", () => {
  const codes = ({ file }: Decoded): unknown[] => file?.rejects.map(({ code, value }) => `${code} ${value}`) ?? [];

  test.each([
    ["day", "04/13/2026", "13/04/2026"],
    ["month", "13/04/2026", "04/13/2026"],
  ] as const)("not more of them than of the settled order: %s first", async (order, other, own) => {
    const decoded = await decode(order, [other, own, other, own]);
    expect(codes(decoded)).toEqual([`BAD_DATE ${other}`, `BAD_DATE ${other}`]);
    expect((await decode(order, [other, own, other])).refusal?.code).toBe("AMBIGUOUS_DATE");
  });

  test.each(["05/04/2026", "2026-04-05"])("not more than one in a hundred beside %s", async (plain) => {
    const decoded = await decode("day", [...repeated(99, plain), "04/13/2026"]);
    expect(decoded.file?.rows).toBe(99);
    expect(codes(decoded)).toEqual(["BAD_DATE 04/13/2026"]);
    const more = await decode("day", [...repeated(98, plain), "04/13/2026"]);
    expect(more.refusal?.code).toBe("AMBIGUOUS_DATE");
  });

  test("a date of neither order, or with dots, says nothing", async () => {
    const decoded = await decode("day", ["02/30/2026", "13/13/2026", "04.13.2026", "05/04/2026"]);
    expect(codes(decoded)).toEqual(["BAD_DATE 02/30/2026", "BAD_DATE 13/13/2026", "BAD_DATE 04.13.2026"]);
  });
});
