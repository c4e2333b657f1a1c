import type { MeasureDefinition } from "./definition.ts";

/** How much hangs on few lenders, and what became of every lend. */
export const concentrationDefinitions: readonly MeasureDefinition[] = [
  {
    id: "top-share",
    group: "lenders",
    name: { en: "Top 10 and top 1% share", zh: "前十大与前 1% 占比" },
    sentence: {
      en: "What the lenders with the largest balances hold of all outstanding, among those with a balance above zero. The top 1% is one lender at least.",
      zh: "在余额大于零的出借人中，余额最大者占全部待收的比例。前 1% 至少为一人。",
    },
    formula: { en: "Σ of the largest balances ÷ outstanding", zh: "最大余额之和 ÷ 待收" },
    switches: ["zone"],
    rule: "KN1",
  },
  {
    id: "herfindahl",
    group: "lenders",
    name: { en: "HHI", zh: "HHI 集中度指数" },
    sentence: {
      en: "The sum of the squared shares of all lenders, shown times 10,000.",
      zh: "全部出借人占比的平方和，显示时乘以 10,000。",
    },
    formula: { en: "Σ (balance ÷ outstanding)²", zh: "Σ (余额 ÷ 待收)²" },
    switches: ["zone"],
    rule: "KN2",
  },
  {
    id: "gini",
    group: "lenders",
    name: { en: "Gini", zh: "基尼系数" },
    sentence: {
      en: "How far the balances of lenders who hold anything are from equal: 0 when all hold the same, towards 1 when one holds all. It is twice the area between the Lorenz curve and the line of equality.",
      zh: "在投出借人余额偏离均等的程度：人人相等为 0，一人持有全部时趋近 1，等于洛伦兹曲线与均等线之间面积的两倍。",
    },
    formula: {
      en: "2 · Σ rank · balance ÷ (n · outstanding) − (n + 1) ÷ n",
      zh: "2 · Σ 名次 · 余额 ÷ (n · 待收) − (n + 1) ÷ n",
    },
    switches: ["zone"],
    rule: "KN3",
  },
  {
    id: "effective-lenders",
    group: "lenders",
    name: { en: "Effective lenders", zh: "等效出借人数" },
    sentence: {
      en: "So many lenders with equal balances would be as concentrated.",
      zh: "相当于多少位余额相等的出借人。",
    },
    formula: { en: "1 ÷ Σ (balance ÷ outstanding)²", zh: "1 ÷ Σ (余额 ÷ 待收)²" },
    switches: ["zone"],
    rule: "KN4",
  },
  {
    id: "lots",
    group: "lenders",
    name: { en: "Lots", zh: "出借明细（逐笔）" },
    sentence: {
      en: "One lend, bought claim or opening balance and what left it. Exits go to the lots that the file names where every row that moves the balance names one; else within the product to what falls due first, and for early exits to the oldest that is not due.",
      zh: "一笔出借、受让债权或期初余额，以及其后的退出。若每笔影响余额的流水都标明标的，则按标的匹配；否则在同一产品内按先到期先还匹配，提前退出取最早且未到期者。",
    },
    formula: { en: "open = amount − what left it", zh: "未还 = 金额 − 已退出" },
    switches: [],
    rule: "LO1",
  },
];
