import type { ProfitPart } from "#src/domain/loans.ts";
import type { EpochDay } from "#src/domain/units.ts";

import type { Format } from "./format.ts";
import { plural, useFormat, useStrings, type Catalogue } from "./language.tsx";

/** How many loans have a blank cell, of all. */
interface Blank {
  readonly loans: string;
  readonly all: string;
}

const en = {
  noProduct: "(no product)",
  parts: { interest: "Interest", bad: "Bad principal", funding: "Funding cost", marketing: "Marketing cost" },
  asOf: (day: string) => `Loans as of ${day}.`,
  asOfDisbursal: (day: string) => `Loans as of ${day}, the last disbursal in the file.`,
  blank: (part: string, { loans, all }: Blank) => `${part} is blank for ${loans} of ${all} loans and counts as none.`,
  blankOf: (part: string, blank: Blank, products: string) =>
    `${part} is blank for ${blank.loans} of ${blank.all} loans and counts as none in totals; of ${products}, where no loan has it, it is not known.`,
  some: (count: string) => `${count} products`,
  beyond: {
    one: "1 loan says more repaid and bad than was lent: balances count repaid first and no more than was lent, profit counts bad in full.",
    other:
      "# loans say more repaid and bad than was lent: balances count repaid first and no more than was lent, profit counts bad in full.",
  },
  later: {
    one: (day: string) => `1 loan is disbursed after ${day} and is left out.`,
    other: (day: string) => `# loans are disbursed after ${day} and are left out.`,
  },
  between: " ",
};
const zh: typeof en = {
  noProduct: "（无产品）",
  parts: { interest: "利息", bad: "坏账本金", funding: "资金成本", marketing: "营销成本" },
  asOf: (day) => `借款数据截至 ${day}。`,
  asOfDisbursal: (day) => `借款数据截至 ${day}，即文件中最后一次放款之日。`,
  blank: (part, { loans, all }) => `${all} 笔借款中有 ${loans} 笔的${part}为空，按无计。`,
  blankOf: (part, { loans, all }, products) =>
    `${all} 笔借款中有 ${loans} 笔的${part}为空，合计中按无计；${products} 的借款均无此值，其${part}未知。`,
  some: (count) => `${count} 个产品`,
  beyond: {
    one: "# 笔借款的已还本金与坏账本金合计超过放款本金：余额先计已还，且不超过放款本金；盈利计入全部坏账。",
    other: "# 笔借款的已还本金与坏账本金合计超过放款本金：余额先计已还，且不超过放款本金；盈利计入全部坏账。",
  },
  later: {
    one: (day) => `# 笔借款在 ${day} 之后放款，未计入。`,
    other: (day) => `# 笔借款在 ${day} 之后放款，未计入。`,
  },
  between: "",
};
const strings: Catalogue<typeof en> = { en, zh };

/** More names than this are counted. */
const MOST_NAMED = 3;

/** Penalties and fees may be missing. */
type BlankPart = Exclude<ProfitPart, "penalty" | "fees">;

/** As the engine tells it. */
interface LoanGaps {
  readonly loans: number;
  readonly blanks: readonly {
    readonly part: BlankPart;
    readonly loans: number;
    readonly products: readonly string[];
  }[];
  readonly beyond: number;
  readonly later: number;
  readonly latest: EpochDay;
  readonly isDisbursal: boolean;
}

export interface LoansNoteProps {
  /** Null without a loans dataset: nothing is said. */
  readonly snapshotDay: EpochDay | null;
  readonly gaps: LoanGaps | null;
  /** Whose blank cells are told: those that figures of the screen are made of. */
  readonly parts: readonly BlankPart[];
}

/** Of which day the loans are, which blank cells count as none, what contradicts itself and what is left out (PF7, PF9, LC6). */
export function LoansNote({ snapshotDay, gaps, parts }: LoansNoteProps) {
  const words = useStrings(strings);
  const format = useFormat();
  if (snapshotDay === null || gaps === null) return null;
  const day = format.day(snapshotDay);
  const said = [
    gaps.isDisbursal ? words.asOfDisbursal(day) : words.asOf(day),
    ...blankSentences(gaps, parts, { words, format }),
    ...counted(gaps.beyond, words.beyond, format),
    ...counted(gaps.later, laterForms(gaps.latest, { words, format }), format),
  ];
  return <p className="text-label text-ink-2">{said.join(words.between)}</p>;
}

interface Spoken {
  readonly words: typeof en;
  readonly format: Format;
}

function blankSentences({ blanks, loans }: LoanGaps, parts: readonly BlankPart[], { words, format }: Spoken): string[] {
  const all = format.count(loans);
  return blanks
    .filter(({ part }) => parts.includes(part))
    .map(({ part, loans: blank, products }) => {
      const [name, counts] = [words.parts[part], { loans: format.count(blank), all }];
      if (products.length === 0) return words.blank(name, counts);
      const names = products.map((product) => (product === "" ? words.noProduct : product));
      const named = names.length > MOST_NAMED ? words.some(format.count(names.length)) : format.list(names);
      return words.blankOf(name, counts, named);
    });
}

function laterForms(latest: EpochDay, { words, format }: Spoken) {
  const day = format.day(latest);
  return { one: words.later.one(day), other: words.later.other(day) };
}

/** Nothing of none. */
function counted(count: number, forms: { readonly one: string; readonly other: string }, format: Format): string[] {
  if (count === 0) return [];
  return [plural(format.language, count, forms).replace("#", () => format.count(count))];
}
