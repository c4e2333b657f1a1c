import type { MeasureDefinition } from "./definition.ts";

/** Which early behaviour goes with staying. */
export const activationDefinitions: readonly MeasureDefinition[] = [
  {
    id: "magic-number",
    group: "activation",
    name: { en: "Magic number", zh: "魔法数字" },
    sentence: {
      en: "The early behaviour that best tells lenders who stay from those who do not: an action, how many times, within how many days of the first lend. Only lenders with the whole follow-up count. It is associated with staying; whether it makes lenders stay only a trial can tell.",
      zh: "最能区分留存与流失出借人的早期行为：首次出借后若干天内，某种行为达到若干次。仅计入观察期已满的出借人。它与留存相关；是否导致留存只有实验能回答。",
    },
    formula: null,
    switches: ["transfers", "zone"],
    rule: "MN1",
  },
  {
    id: "staying",
    group: "activation",
    name: { en: "Staying", zh: "留存（魔法数字）" },
    sentence: {
      en: "At least one lend from the end of the longest window to the last day of the follow-up, both included: strictly after everything that is looked for. Never a balance held, since locked money stays by itself.",
      zh: "自最长窗口结束起至观察期最后一天（含首尾）至少再出借一次，严格晚于所考察的全部行为。不以余额判断，因为未到期的资金本来就在。",
    },
    formula: null,
    switches: ["transfers", "zone"],
    rule: "MN2",
  },
  {
    id: "activation-score",
    group: "activation",
    name: { en: "Score of a rule (MCC)", zh: "规则得分（MCC）" },
    sentence: {
      en: "Matthews correlation of doing it and staying, from −1 to 1; 0 when everybody or nobody did it. Rules with fewer than 30 lenders on a side or outside 5 to 95% coverage are never chosen; of equal ones the shorter window, then the lower threshold.",
      zh: "行为与留存的马修斯相关系数，取值 −1 至 1；人人都做或无人做时为 0。任一侧不足 30 人、覆盖率不在 5% 至 95% 的规则不会被选中；得分相同取窗口较短者，再取阈值较低者。",
    },
    formula: {
      en: "(TP·TN − FP·FN) ÷ √((TP+FP)(TP+FN)(TN+FP)(TN+FN))",
      zh: "(TP·TN − FP·FN) ÷ √((TP+FP)(TP+FN)(TN+FP)(TN+FN))",
    },
    switches: ["transfers", "zone"],
    rule: "MN3",
  },
  {
    id: "permutation-p",
    group: "activation",
    name: { en: "p over the whole grid", zh: "全网格 p 值" },
    sentence: {
      en: "Who stayed is dealt out at random 500 times and the best score of the whole grid is taken each time, so that a search among many rules cannot pass off luck as a finding. The same data always gives the same p.",
      zh: "将留存结果随机打乱 500 次，每次取全网格最高得分，以免在众多规则中把运气当成发现。相同数据总得到相同 p 值。",
    },
    formula: {
      en: "(1 + searches that score as high) ÷ (permutations + 1)",
      zh: "(1 + 得分同样高的搜索次数) ÷ (置换次数 + 1)",
    },
    switches: ["transfers", "zone"],
    rule: "MN5",
  },
  {
    id: "holdout-lift",
    group: "activation",
    name: { en: "Lift in later cohorts", zh: "后续同期群的提升度" },
    sentence: {
      en: "How much more often than all lenders those who did it stayed, in the last 30% by first lend, who took no part in the choice. The interval comes from Wilson's intervals of those who did and did not. A rule is fit to be told when p is under 0.01 and the whole interval is above 1.",
      zh: "在未参与挑选的最后 30%（按首次出借日）出借人中，有此行为者的留存率相对全体的倍数。区间由有无此行为两侧的 Wilson 区间得出。p 小于 0.01 且区间全部高于 1 时，规则方可作为结论。",
    },
    formula: { en: "precision ÷ base rate", zh: "精确率 ÷ 基准留存率" },
    switches: ["transfers", "zone"],
    rule: "MN6",
  },
];
