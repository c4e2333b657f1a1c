import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  plan: "Plan of a trial",
  subtitle: "What is associated may not be the cause; this trial would tell",
  copy: "Copy",
  copied: "Plan copied",
  notCopied: "The browser did not let it be copied",
  names: {
    hypothesis: "Hypothesis",
    who: "Who",
    change: "What to change",
    metric: "Metric",
    size: "Sample size",
    time: "How long",
    decide: "How to decide",
  },
  hypothesis: (rule: string) => `More new lenders stay when more of them ${rule}.`,
  who: "Every lender at the first lend from the start of the trial on, one half drawn at random; nobody is moved between the halves.",
  change: (rule: string) =>
    `One half is invited and helped to ${rule} (a reminder, a shorter way, no extra money); the other half sees what everybody sees today.`,
  metric: (from: string, to: string) =>
    `Share of each half with at least one lend from day ${from} to day ${to} after the first one, whether or not they followed the invitation.`,
  size: ({ from, to, perSide, halfTo, halfPerSide }: SizeWords) =>
    `If the invitation moves everybody who does not yet do it: ${perSide} lenders a side, to see a rise from ${from}, the rate of all lenders today, to ${to}, with 80% power, tested two-sided at 5%. If it moves only half of them: ${halfPerSide} a side, to see a rise to ${halfTo}. Plan for the second.`,
  noSize: "No size can be told: in later cohorts those who did it did not stay more often than all.",
  time: ({ rate, fill, wait, total }: Readonly<Record<"rate" | "fill" | "wait" | "total", string>>) =>
    `At ${rate} new lenders a day it takes ${fill} to fill both sides with the larger number and ${wait} more until the last outcome is known: ${total} in all.`,
  noTime: "Nobody lent for the first time in the last days of data, so there is no telling.",
  decide: "Fix these numbers before the start, look once at the end, and tell the result whichever way it falls.",
};

/** The rates to tell apart, and lenders a side. */
type SizeWords = Readonly<Record<"from" | "to" | "perSide" | "halfTo" | "halfPerSide", string>>;

const zh: typeof en = {
  plan: "实验方案",
  subtitle: "相关未必是因果，这项实验可以回答",
  copy: "复制",
  copied: "方案已复制",
  notCopied: "浏览器不允许复制",
  names: {
    hypothesis: "假设",
    who: "对象",
    change: "改变什么",
    metric: "指标",
    size: "样本量",
    time: "需要多久",
    decide: "如何判定",
  },
  hypothesis: (rule) => `若更多新出借人${rule}，则留存者更多。`,
  who: "实验开始后首次出借的每位出借人，随机分成两半；分组后不再调换。",
  change: (rule) => `对其中一半进行引导，帮助其${rule}（提醒、缩短路径，不额外发放补贴）；另一半维持现状。`,
  metric: (from, to) => `各组在首次出借后第 ${from} 天至第 ${to} 天之间至少再出借一次的占比，无论是否响应引导。`,
  size: ({ from, to, perSide, halfTo, halfPerSide }) =>
    `若引导能改变所有尚未这样做的人：每组 ${perSide} 人，可在 5% 双侧检验下以 80% 的把握看出从 ${from}（目前全体的留存率）到 ${to} 的提升。若只改变其中一半：每组 ${halfPerSide} 人，以看出到 ${halfTo} 的提升。请按后者准备。`,
  noSize: "无法给出样本量：在后续同期群中，有此行为者的留存并不高于全体。",
  time: ({ rate, fill, wait, total }) =>
    `按每天 ${rate} 位新出借人计，按较大的人数凑满两组需 ${fill}，再等 ${wait} 得到最后的结果，共 ${total}。`,
  noTime: "最近没有人首次出借，无法估计。",
  decide: "开始前固定以上数字，结束时只看一次，无论结果如何都予以公布。",
};

export const planStrings: Catalogue<typeof en> = { en, zh };
export type PlanWords = typeof en;
