import { render } from "@testing-library/react";
import { expect, test } from "vitest";

import { parseIsoDay } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import { LanguageProvider } from "#src/ui/language.tsx";
import { LoansNote, type LoansNoteProps } from "#src/ui/LoansNote.tsx";
import type { Language } from "#src/ui/signs.ts";

const day = (text: string) => parseIsoDay(text) ?? epochDay(0);

const NO_GAPS = {
  ...{ loans: 2912, blanks: [], beyond: 0, later: 0 },
  latest: day("2024-02-29"),
  isDisbursal: false,
};
const PARTS = ["interest", "bad", "funding", "marketing"] as const;

function said(gaps: Partial<NonNullable<LoansNoteProps["gaps"]>> | null, language: Language = "en"): string | null {
  const note = (
    <LoansNote snapshotDay={day("2024-05-20")} gaps={gaps === null ? null : { ...NO_GAPS, ...gaps }} parts={PARTS} />
  );
  return render(<LanguageProvider language={language}>{note}</LanguageProvider>).container.textContent;
}

test("PF9: the day is always said, with why where the ledger does not reach it", () => {
  expect(said({})).toBe("Loans as of May 20, 2024.");
  expect(said({}, "zh")).toBe("借款数据截至 2024年5月20日。");
  expect(said({ isDisbursal: true })).toBe("Loans as of May 20, 2024, the last disbursal in the file.");
  expect(said({ isDisbursal: true }, "zh")).toBe("借款数据截至 2024年5月20日，即文件中最后一次放款之日。");
  expect(said(null)).toBe("");
});

test("PF7: how many blank cells count as none, and whose part is not known", () => {
  const blank = { part: "bad", loans: 12, products: [] } as const;
  expect(said({ blanks: [blank] })).toContain("Bad principal is blank for 12 of 2,912 loans and counts as none.");
  expect(said({ blanks: [blank] }, "zh")).toContain("2,912 笔借款中有 12 笔的坏账本金为空，按无计。");
  const ofProducts = { ...blank, part: "funding", loans: 1500, products: ["", "B"] } as const;
  expect(said({ blanks: [blank, ofProducts] })).toContain(
    "counts as none. Funding cost is blank for 1,500 of 2,912 loans and counts as none in totals; of (no product) and B, where no loan has it, it is not known.",
  );
  expect(said({ blanks: [ofProducts] }, "zh")).toContain("（无产品）和B 的借款均无此值，其资金成本未知。");
  expect(said({ blanks: [{ ...ofProducts, products: ["A", "B", "C", "D"] }] })).toContain("of 4 products, where");
});

test("PF7: only of the parts that the screen is made of", () => {
  const gaps = { ...NO_GAPS, blanks: [{ part: "funding", loans: 12, products: [] }] } as const;
  const { container } = render(<LoansNote snapshotDay={day("2024-05-20")} gaps={gaps} parts={["bad"]} />);
  expect(container.textContent).toBe("Loans as of May 20, 2024.");
});

test("PF9: loans disbursed later are counted", () => {
  expect(said({ later: 3 })).toContain("3 loans are disbursed after Feb 29, 2024 and are left out.");
  expect(said({ later: 1 })).toContain("1 loan is disbursed after Feb 29, 2024 and is left out.");
  expect(said({ later: 3 }, "zh")).toContain("3 笔借款在 2024年2月29日 之后放款，未计入。");
});

test("LC6: loans with more repaid and bad than was lent are counted, with what is made of them", () => {
  expect(said({ beyond: 2 })).toContain("2 loans say more repaid and bad than was lent: balances count repaid first");
  expect(said({ beyond: 1 })).toContain("1 loan says more repaid and bad than was lent");
  expect(said({ beyond: 2 }, "zh")).toContain("2 笔借款的已还本金与坏账本金合计超过放款本金：");
});
