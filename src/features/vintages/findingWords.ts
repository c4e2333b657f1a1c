import type { Catalogue } from "#src/ui/language.tsx";

/** What the sentence about the worst month is made of, as printed. */
interface WorstMonth {
  readonly month: string;
  readonly age: string;
  readonly share: string;
  readonly points: string;
  readonly amount: string;
  readonly above: string;
  readonly months: string;
  /** As many loans a month must have. */
  readonly least: string;
}

interface WorstProduct {
  readonly product: string;
  readonly amount: string;
  readonly share: string;
}

const en = {
  title: "What the figures say",
  worst: ({ month, age, share, points, amount, above, months, least }: WorstMonth) =>
    `Loans of ${month} stand worst: by ${age} on book, ${share} of what was lent has gone bad, ${points} or ${amount} above what is expected at that age. Above it: ${above} of the ${months} that can be judged (a month on book and ${least} loans or more).`,
  dominant: (month: string, share: string) =>
    `${month} alone is ${share} of what was lent, so what is expected is mostly what became of it.`,
  leaveOut: (product: string) => `Leave out ${product}`,
  tooSmall: (least: string) => `Every month of lending has fewer than ${least} loans: too small to judge.`,
  noneWorse: "No month of lending has gone bad faster than expected at its age.",
  overdue: (share: string, amount: string) =>
    `${share} of principal not repaid (${amount}) is more than 90 days overdue`,
  stop: ".",
  mostAndHighest: ({ product, amount, share }: WorstProduct) =>
    `; most of it and the largest share in ${product} (${amount}, ${share} of its own).`,
  mostIn: ({ product, amount, share }: WorstProduct) => `; most of it in ${product} (${amount}, ${share} of its own)`,
  highestIn: (product: string, share: string) => `, the largest share in ${product} (${share}).`,
  noneOverdue: "Nothing is more than 90 days overdue.",
};

const zh: typeof en = {
  title: "数据结论",
  worst: ({ month, age, share, points, amount, above, months, least }) =>
    `${month}放款表现最差：截至账龄 ${age}，放款的 ${share} 已成坏账，高于该账龄的预期 ${points}，即 ${amount}。可判断的 ${months}（账龄满一个月且不少于 ${least} 笔）中有 ${above} 个月高于预期。`,
  dominant: (month, share) => `${month}放款占全部放款的 ${share}，预期主要由它决定。`,
  leaveOut: (product) => `排除 ${product}`,
  tooSmall: (least) => `各放款月均不足 ${least} 笔，样本过小，无法判断。`,
  noneWorse: "没有放款月的坏账快于其账龄的预期。",
  overdue: (share, amount) => `未还本金中 ${share}（${amount}）逾期 90 天以上`,
  stop: "。",
  mostAndHighest: ({ product, amount, share }) => `，金额与占比均以 ${product} 最高（${amount}，占其 ${share}）。`,
  mostIn: ({ product, amount, share }) => `，其中 ${product} 最多（${amount}，占其 ${share}）`,
  highestIn: (product, share) => `，占比最高的是 ${product}（${share}）。`,
  noneOverdue: "没有逾期 90 天以上的本金。",
};

export const findingWords: Catalogue<typeof en> = { en, zh };
