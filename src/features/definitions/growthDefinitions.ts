import type { MeasureDefinition } from "./definition.ts";

/** Where a change of outstanding came from, lender by lender. */
export const growthDefinitions: readonly MeasureDefinition[] = [
  {
    id: "growth-accounting",
    group: "growth",
    name: { en: "Growth accounting", zh: "增长核算" },
    sentence: {
      en: "Every lender's balance at two month ends falls into one class; the classes add up to the change of outstanding, to the fen. Openings of the month count in the opening balance.",
      zh: "比较每位出借人相邻两个月末的余额，归入唯一一类；各类合计等于待收变动，分毫不差。当月期初计入月初余额。",
    },
    formula: {
      en: "close = open + new + resurrected + expansion − contraction − churned",
      zh: "期末 = 期初 + 新增 + 唤回 + 增持 − 减持 − 流失",
    },
    switches: [],
    rule: "GA1",
  },
  {
    id: "growth-new",
    group: "growth",
    name: { en: "New balance", zh: "新增余额" },
    sentence: {
      en: "Balance of lenders whose first lend lies in the month. Those who held nothing at its end are counted as transient, with ¥0.",
      zh: "首次出借在当月的出借人的月末余额。月末已清零者记为“昙花”，金额为 0。",
    },
    formula: { en: "0 → b₁ > 0, first lend this month", zh: "0 → b₁ > 0，首投在当月" },
    switches: [],
    rule: "GA2",
  },
  {
    id: "growth-resurrected",
    group: "growth",
    name: { en: "Resurrected balance", zh: "唤回余额" },
    sentence: {
      en: "Balance of lenders who held nothing a month before and had lent earlier.",
      zh: "上月末余额为零、此前曾出借、本月末重新持有的余额。",
    },
    formula: { en: "0 → b₁ > 0, first lend earlier", zh: "0 → b₁ > 0，首投更早" },
    switches: [],
    rule: "GA2",
  },
  {
    id: "growth-expansion",
    group: "growth",
    name: { en: "Expansion and contraction", zh: "增持与减持" },
    sentence: {
      en: "What lenders who held at both month ends added or took out. One exit of several holdings is contraction, not churn.",
      zh: "两个月末都持有的出借人增加或减少的余额。多笔持有中退出一笔属于减持，不是流失。",
    },
    formula: { en: "b₁ − b₀ with both above zero", zh: "b₁ − b₀，两者都大于零" },
    switches: [],
    rule: "GA2",
  },
  {
    id: "growth-churned",
    group: "growth",
    name: { en: "Churned balance", zh: "流失余额" },
    sentence: {
      en: "Balance a month before of lenders who hold nothing now. A 30-day book has much of it by nature: compare like terms.",
      zh: "上月末持有、本月末清零的出借人的上月末余额。短期限业务天然偏高，应在同期限内比较。",
    },
    formula: { en: "b₀ > 0 → 0", zh: "b₀ > 0 → 0" },
    switches: [],
    rule: "GA2",
  },
  {
    id: "quick-ratio",
    group: "growth",
    name: { en: "Quick ratio", zh: "速动比（Quick ratio）" },
    sentence: {
      en: "How many yuan came in for each that went out. Above 1 the book grows. No answer when nothing went out.",
      zh: "每流出一元对应流入多少元。大于 1 则规模增长；没有流出时无结果。",
    },
    formula: {
      en: "(new + resurrected + expansion) ÷ (contraction + churned)",
      zh: "（新增 + 唤回 + 增持）÷（减持 + 流失）",
    },
    switches: [],
    rule: "GA3",
  },
  {
    id: "lender-quick-ratio",
    group: "growth",
    name: { en: "Lender quick ratio", zh: "人数速动比" },
    sentence: {
      en: "The same for heads: how many lenders began to hold for each that stopped.",
      zh: "同一口径按人数：每流失一人对应新增与唤回多少人。",
    },
    formula: { en: "(new + resurrected lenders) ÷ churned lenders", zh: "（新增 + 唤回人数）÷ 流失人数" },
    switches: [],
    rule: "GA4",
  },
  {
    id: "balance-retention-month",
    group: "growth",
    name: { en: "Gross and net balance retention", zh: "毛、净余额留存" },
    sentence: {
      en: "How much of the opening balance was still there a month later: gross without, net with what the same lenders added.",
      zh: "月初余额一个月后还剩多少：毛留存不含增持，净留存包含同一批出借人的增持。",
    },
    formula: {
      en: "gross = (open − contraction − churned) ÷ open; net adds expansion",
      zh: "毛留存 =（期初 − 减持 − 流失）÷ 期初；净留存另加增持",
    },
    switches: [],
    rule: "GA5",
  },
];
