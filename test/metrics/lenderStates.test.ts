import { describe, expect, it } from "vitest";

import { buildBook } from "#src/metrics/book.ts";
import type { LenderState } from "#src/domain/lenderStates.ts";
import { lenderStates, stateOfLender } from "#src/metrics/lenderStates.ts";
import { bookInput, dayNamed, rowOn, type Row } from "#test/support/ledgerRows.ts";

function stateOn(asOf: string, rows: readonly Row[]): LenderState | undefined {
  return stateOfLender(buildBook(bookInput([{ rows }], dayNamed(asOf))), 0);
}

function stateWithDues(rows: readonly Row[], dues: { readonly lastDueDay: string; readonly isDueUnknown?: boolean }) {
  const book = buildBook(bookInput([{ rows }], dayNamed("2024-05-01")));
  return stateOfLender(book, 0, {
    lastDueDay: Int32Array.of(dayNamed(dues.lastDueDay)),
    isDueUnknown: Uint8Array.of(dues.isDueUnknown === true ? 1 : 0),
  });
}

describe("lender states", () => {
  it("LS5 at risk when the last known payout is within 7 days, before new and resurrected", () => {
    const old = [rowOn("2024-01-01", "lend", 5)];
    expect(stateWithDues(old, { lastDueDay: "2024-05-02" })).toBe("at_risk");
    expect(stateWithDues(old, { lastDueDay: "2024-05-08" })).toBe("at_risk");
    expect(stateWithDues(old, { lastDueDay: "2024-05-09" })).toBe("holding");
    expect(stateWithDues([rowOn("2024-04-20", "lend", 5)], { lastDueDay: "2024-05-08" })).toBe("at_risk");
    expect(stateWithDues([rowOn("2024-04-20", "lend", 5)], { lastDueDay: "2024-05-09" })).toBe("new");
  });

  it("LS5 never at risk while a payout is not known, or without a balance", () => {
    const old = [rowOn("2024-01-01", "lend", 5)];
    expect(stateWithDues(old, { lastDueDay: "2024-05-02", isDueUnknown: true })).toBe("holding");
    const left = [...old, rowOn("2024-04-30", "exit", 5)];
    expect(stateWithDues(left, { lastDueDay: "2024-05-02" })).toBe("grace");
  });

  it("LS1 never lent: only other rows", () => {
    expect(stateOn("2024-01-31", [rowOn("2024-01-01", "deposit", 5)])).toBe("never_lent");
  });

  it("LS3 grace for 30 closing days without a balance, then lost", () => {
    const rows = [rowOn("2024-01-01", "lend", 5), rowOn("2024-03-01", "exit", 5)];
    expect(stateOn("2024-03-01", rows)).toBe("grace");
    expect(stateOn("2024-03-30", rows)).toBe("grace");
    expect(stateOn("2024-03-31", rows)).toBe("lost");
  });

  it("LS3 counts from the first lend when nothing was ever held at the end of a day", () => {
    const rows = [rowOn("2024-01-01", "lend", 5), rowOn("2024-01-01", "exit", 5)];
    expect(stateOn("2024-01-30", rows)).toBe("grace");
    expect(stateOn("2024-01-31", rows)).toBe("lost");
  });

  it("LS2 new for 30 days from the first lend, then holding; never after an opening", () => {
    const rows = [rowOn("2024-01-01", "lend", 5)];
    expect(stateOn("2024-01-30", rows)).toBe("new");
    expect(stateOn("2024-01-31", rows)).toBe("holding");
    expect(stateOn("2024-01-02", [rowOn("2024-01-01", "opening", 5)])).toBe("holding");
  });

  it("LS2 resurrected for 30 days by a lend after more than 30 closing days without a balance", () => {
    const left = [rowOn("2024-01-01", "lend", 5), rowOn("2024-02-01", "exit", 5)];
    expect(stateOn("2024-03-02", [...left, rowOn("2024-03-02", "lend", 5)])).toBe("holding");
    expect(stateOn("2024-03-03", [...left, rowOn("2024-03-03", "lend", 5)])).toBe("resurrected");
    expect(stateOn("2024-04-01", [...left, rowOn("2024-03-03", "transfer_in", 5)])).toBe("resurrected");
    expect(stateOn("2024-04-02", [...left, rowOn("2024-03-03", "lend", 5)])).toBe("holding");
  });

  it("LS2 an exit while another lot is open changes nothing", () => {
    const rows = [rowOn("2024-01-01", "lend", 5), rowOn("2024-01-02", "lend", 5), rowOn("2024-03-01", "exit", 5)];
    expect(stateOn("2024-05-01", rows)).toBe("holding");
  });

  it("LS4 states take in every lender once, and their balances make up outstanding", () => {
    const rows = [
      rowOn("2024-01-01", "lend", 5),
      rowOn("2024-01-01", "exit", 9, { lender: 1 }),
      rowOn("2024-01-02", "lend", 3, { lender: 2 }),
      rowOn("2024-01-09", "exit", 3, { lender: 2 }),
    ];
    const states = lenderStates(buildBook(bookInput([{ rows }], dayNamed("2024-01-10"))), { keepChannel: undefined });
    expect(states).toEqual([
      { state: "new", lenders: 1, balance: 5 },
      { state: "holding", lenders: 0, balance: 0 },
      { state: "at_risk", lenders: 0, balance: 0 },
      { state: "resurrected", lenders: 0, balance: 0 },
      { state: "grace", lenders: 1, balance: 0 },
      { state: "lost", lenders: 0, balance: 0 },
      { state: "never_lent", lenders: 1, balance: -9 },
    ]);
  });
});
