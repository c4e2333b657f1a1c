import type { MeasureDefinition } from "./definition.ts";

/** What a month is to reach, and how one knows in the middle of it. */
export const targetDefinitions: readonly MeasureDefinition[] = [
  {
    id: "target-progress",
    group: "targets",
    name: { en: "Target progress", zh: "目标完成" },
    sentence: {
      en: "A flow counts from the month's first day to the last day of data, outstanding as it stands on that day. Always of the whole ledger, whatever is filtered. A month that is over has met its target or missed it; of exits less is better.",
      zh: "流量从月初累计至数据最后一天，待收取该日余额；始终针对全部流水，不受筛选影响。已结束的月份只有达成与未达成；退出以少为好。",
    },
    formula: { en: "actual ÷ target", zh: "实际 ÷ 目标" },
    switches: ["newRule", "transfers"],
    rule: "TA1",
  },
  {
    id: "target-pace",
    group: "targets",
    name: { en: "Pace of a flow", zh: "进度（流量）" },
    sentence: {
      en: "What a running month would have reached by now if it went as the months before it. Past the end of a shorter month the whole of it is reached; a month without the flow has no shape. No answer without a complete month before.",
      zh: "进行中的月份若按此前各月的节奏，到今天应完成多少。较短月份超出月末的日子按全月计；该流量为零的月份不计。此前没有完整月份则无结果。",
    },
    formula: {
      en: "target × median over earlier complete months of (flow up to the same day ÷ flow of the month)",
      zh: "目标 × 此前完整月份（截至同一天的流量 ÷ 全月流量）的中位数",
    },
    switches: ["newRule", "transfers"],
    rule: "TA2",
  },
  {
    id: "target-pace-outstanding",
    group: "targets",
    name: { en: "Pace of outstanding", zh: "进度（待收）" },
    sentence: {
      en: "Where outstanding would be by now on a straight way from the month's opening to the target at its end.",
      zh: "待收若自月初起按天数均匀走向月末目标，到今天应在何处。",
    },
    formula: {
      en: "opening + (target − opening) × days gone ÷ days of the month",
      zh: "月初 +（目标 − 月初）× 已过天数 ÷ 当月天数",
    },
    switches: [],
    rule: "TA3",
  },
];
