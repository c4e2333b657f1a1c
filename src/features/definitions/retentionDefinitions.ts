import type { MeasureDefinition } from "./definition.ts";

/** Retention by its modes, clocks and means. */
export const retentionDefinitions: readonly MeasureDefinition[] = [
  {
    id: "retention-mode",
    group: "cohorts",
    name: { en: "On, on or after, brackets", zh: "当期、当期或之后、区间" },
    sentence: {
      en: "When a lender counts as retained: at the age itself; at the age or at any later one that is over; or in any age of a bracket, which has no figure until all its ages are over. On or after never rises, and the last cell of a cohort is the same as at the age itself.",
      zh: "何时计为留存：该期龄当期；该期龄或之后任一已结束期龄；或区间内任一期龄，区间全部结束前没有数值。“当期或之后”不会回升，同期群最后一格与当期口径相同。",
    },
    formula: {
      en: "on or after k = members active at an age from k to the last one that is over ÷ cohort size",
      zh: "第 k 期或之后 = 自第 k 期至最后一个已结束期龄有行为的人数 ÷ 同期群人数",
    },
    switches: ["transfers"],
    rule: "RT5",
  },
  {
    id: "retention-clock",
    group: "cohorts",
    name: { en: "Calendar and rolling months", zh: "自然月与滚动月" },
    sentence: {
      en: "Calendar ages are months of the calendar from that of the first lend. Rolling ages are months since the day of the first lend, on the last day of shorter months; one counts for a cohort once it is over for a lender of the last day of its month.",
      zh: "自然月期龄从首投当月起按日历月计。滚动月期龄从首投当日起按月计，遇短月取月末；当该月最后一天首投的人也结束该期龄后，才对同期群计入。",
    },
    formula: null,
    switches: ["zone"],
    rule: "RT6",
  },
  {
    id: "retention-mean",
    group: "cohorts",
    name: { en: "Weighted and simple mean", zh: "加权与简单平均" },
    sentence: {
      en: "Over the cohorts that have the age behind them, have lenders and are not hidden. Weighted pools their lenders and has an interval; simple gives every cohort one voice and has none. A cohort of which nobody stays counts as 0; one without lenders is left out.",
      zh: "仅对已结束该期龄、有人数且未隐藏的同期群求平均。加权按人数合并并有区间；简单平均每个同期群权重相同，没有区间。无人留存的同期群按 0 计入，没有人数的同期群不计入。",
    },
    formula: {
      en: "weighted = Σ retained ÷ Σ sizes; simple = Σ shares ÷ number of cohorts",
      zh: "加权 = Σ 留存人数 ÷ Σ 人数；简单 = Σ 占比 ÷ 同期群数",
    },
    switches: [],
    rule: "RT7",
  },
  {
    id: "retention-step",
    group: "cohorts",
    name: { en: "One age over cohorts", zh: "同一期龄的变化" },
    sentence: {
      en: "Retention at one age for every cohort that has it behind it, in the order of the cohorts: do newer ones stay as the older ones did?",
      zh: "所有已结束该期龄的同期群，按首投时间排列的同一期龄留存：新的同期群是否和以前一样留得住？",
    },
    formula: null,
    switches: [],
    rule: "RT8",
  },
];
