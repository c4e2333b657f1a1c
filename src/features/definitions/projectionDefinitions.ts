import type { MeasureDefinition } from "./definition.ts";

/** Where cohorts may go from where they are. */
export const projectionDefinitions: readonly MeasureDefinition[] = [
  {
    id: "chain-ladder",
    group: "lifetime",
    name: { en: "Projection (chain ladder)", zh: "预测（链梯法）" },
    sentence: {
      en: "A cohort's total is carried on by what older cohorts grew by from the same age to the next. It assumes that young cohorts grow as old ones did, whatever the calendar brings.",
      zh: "按更早的同期群在同一期龄的增长倍数推算累计值。前提是新同期群与老同期群增长方式相同，且不受日历事件影响。",
    },
    formula: {
      en: "total at age k + 1 = total at age k × Σ totals at k + 1 ÷ Σ totals at k, over cohorts observed at both",
      zh: "第 k+1 期累计 = 第 k 期累计 × Σ 第 k+1 期累计 ÷ Σ 第 k 期累计（取两期均已观察到的同期群）",
    },
    switches: ["transfers", "spread"],
    rule: "PJ1",
  },
  {
    id: "projection-error",
    group: "lifetime",
    name: { en: "Standard error and 80 % interval", zh: "标准误与 80% 区间" },
    sentence: {
      en: "How far the final total may lie from the projection: chance in each cohort, and not knowing the growth itself (Mack). The interval is log-normal and never below what is observed. Not given with fewer than 6 cohorts; cohorts under 100 lenders are indicative only.",
      zh: "最终累计值可能偏离预测的幅度：既含各同期群的随机波动，也含增长倍数本身的估计误差（Mack 法）。区间按对数正态计算，不会低于已观察值。不足 6 个同期群时不给出；不足 100 人的同期群仅供参考。",
    },
    formula: {
      en: "error² at k + 1 = C²·σ²/ΣC + C·σ² + f²·error² at k",
      zh: "第 k+1 期误差² = C²·σ²/ΣC + C·σ² + f²·第 k 期误差²",
    },
    switches: ["transfers", "spread"],
    rule: "PJ2",
  },
  {
    id: "additive-projection",
    group: "lifetime",
    name: { en: "Additive projection", zh: "加法预测" },
    sentence: {
      en: "Used where fewer than 3 cohorts show how an age grows, or a cohort has nothing to grow from: each lender adds what lenders of older cohorts added at that age, on average. It has no interval.",
      zh: "某期龄的增长倍数不足 3 个同期群可依，或同期群尚无基数时采用：每位出借人按更早同期群在该期龄的人均增量累加，不给出区间。",
    },
    formula: {
      en: "total at k + 1 = total at k + lenders × Σ gains at k + 1 ÷ Σ lenders",
      zh: "第 k+1 期累计 = 第 k 期累计 + 人数 × Σ 第 k+1 期增量 ÷ Σ 人数",
    },
    switches: ["transfers", "spread"],
    rule: "PJ3",
  },
  {
    id: "projection-backtest",
    group: "lifetime",
    name: { en: "Backtest of the projection", zh: "预测回测" },
    sentence: {
      en: "The same projection made from four earlier months, each with only what was known then, against what the next three months brought. Coverage is the share of gains that fell inside their 80 % interval.",
      zh: "站在此前四个月、仅用当时已知数据作同样的预测，与随后三个月的实际增量对比。覆盖率为实际增量落入 80% 区间的占比。",
    },
    formula: { en: "WAPE = Σ |actual − projected| ÷ Σ actual", zh: "WAPE = Σ |实际 − 预测| ÷ Σ 实际" },
    switches: ["transfers", "spread"],
    rule: "PJ6",
  },
  {
    id: "renewal-fit",
    group: "cohorts",
    name: { en: "Renewal curve", zh: "到期复投曲线" },
    sentence: {
      en: "Share of lenders who lend again at each maturity in a row, from their first lend of a term: within 1 day before to 7 days after. The fitted line lets every lender have a chance of stopping of their own (shifted beta-geometric), so those who stay are ever more loyal. Not fitted under 100 lenders or 3 maturities, or when lenders seem all alike.",
      zh: "自首次出借该期限起，每次到期（前 1 天至后 7 天内）都再次出借的人数占比。拟合线假定每人有各自的停投概率（移位 Beta-几何模型），留下者忠诚度越来越高。不足 100 人、不足 3 次到期或人群无差异时不拟合。",
    },
    formula: {
      en: "S(t) = S(t − 1) × (β + t − 1) ÷ (α + β + t − 1)",
      zh: "S(t) = S(t − 1) × (β + t − 1) ÷ (α + β + t − 1)",
    },
    switches: ["transfers"],
    rule: "RN3",
  },
];
