/** A figure of a sentence, already written out. */
export interface LossSaid {
  readonly product: string;
  readonly loss: string;
  /** Costs with their shares of its income. */
  readonly costs: readonly string[];
  /** The same shares of all other loans; none where there are none. */
  readonly others: readonly string[];
}

export interface GainSaid {
  readonly product: string;
  readonly perDisbursed: string;
  readonly breakEven: string;
  readonly bad: string;
}

/** What the figures say. */
export const findingWordsEn = {
  findings: "What the figures say",
  loses: ({ product, loss, costs, others }: LossSaid) =>
    `${product} loses ${loss}: ${costs.join(" and ")} of its income${others.length === 0 ? "" : `, against ${others.join(" and ")} for all other loans`}.`,
  costOfIncome: (cost: string, share: string) => `${cost} takes ${share}`,
  losesWithoutIncome: (product: string, loss: string, cost: string) =>
    `${product} loses ${loss}: it has no income, and ${cost} is its largest cost.`,
  losesAlone: (product: string, loss: string) => `${product} loses ${loss}.`,
  named: (product: string, amount: string) => `${product} (${amount})`,
  alsoLose: (list: string) => `Money is also lost by ${list}.`,
  noneLoses: "No product loses money.",
  noneKnownLoses: "No product whose profit is known loses money.",
  noneKnown: "Profit is not known of any product.",
  earnsMost: ({ product, perDisbursed, breakEven, bad }: GainSaid) =>
    `${product} earns most per yuan lent (${perDisbursed}) and would still earn until ${breakEven} of it went bad (now ${bad}).`,
  earns: ({ product, perDisbursed, breakEven, bad }: GainSaid) =>
    `${product} earns ${perDisbursed} per yuan lent and would still earn until ${breakEven} of it went bad (now ${bad}).`,
  bestRuns: "None of its loans has run to its end yet.",
  bestFinished: (share: string) => `Only ${share} of what was lent there has run to its end so far.`,
  noneEarns: "No product earns.",
  noneKnownEarns: "No product whose profit is known earns.",
  running: (share: string) =>
    `${share} of what was lent has run to its end; the rest still runs, so these are figures to date: what comes in or goes bad later is not in them.`,
  allRunning:
    "No loan has run to its end: all still run, so these are figures to date, without what comes in or goes bad later.",
  unknown: (columns: string) => `Profit is not known: the loans file has no value of ${columns}.`,
  joined: (sentences: readonly string[]) => sentences.join(" "),
};

export const findingWordsZh: typeof findingWordsEn = {
  findings: "数据结论",
  loses: ({ product, loss, costs, others }) =>
    `${product} 亏损 ${loss}：占其收入的比例为${costs.join("、")}${others.length === 0 ? "" : `，其余借款为 ${others.join("、")}`}。`,
  costOfIncome: (cost, share) => `${cost} ${share}`,
  losesWithoutIncome: (product, loss, cost) => `${product} 亏损 ${loss}：没有收入，最大的成本为${cost}。`,
  losesAlone: (product, loss) => `${product} 亏损 ${loss}。`,
  named: (product, amount) => `${product}（${amount}）`,
  alsoLose: (list) => `同样亏损的还有${list}。`,
  noneLoses: "没有亏损的产品。",
  noneKnownLoses: "盈利已知的产品均未亏损。",
  noneKnown: "所有产品的盈利均未知。",
  earnsMost: ({ product, perDisbursed, breakEven, bad }) =>
    `${product} 每元放款盈利最高（${perDisbursed}），坏账率升至 ${breakEven} 才不再盈利（现为 ${bad}）。`,
  earns: ({ product, perDisbursed, breakEven, bad }) =>
    `${product} 每元放款盈利 ${perDisbursed}，坏账率升至 ${breakEven} 才不再盈利（现为 ${bad}）。`,
  bestRuns: "该产品尚无借款结束。",
  bestFinished: (share) => `该产品按放款计仅 ${share} 已结束。`,
  noneEarns: "没有盈利的产品。",
  noneKnownEarns: "盈利已知的产品均未盈利。",
  running: (share) => `按放款计 ${share} 已结束；其余仍在还款，以上为截至目前的数据，之后的回款与坏账尚未计入。`,
  allRunning: "所有借款均未结束，以上为截至目前的数据，之后的回款与坏账尚未计入。",
  unknown: (columns) => `盈利未知：借款文件中 ${columns} 没有任何值。`,
  joined: (sentences) => sentences.join(""),
};
