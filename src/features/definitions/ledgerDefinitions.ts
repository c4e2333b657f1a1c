import type { MeasureDefinition } from "./definition.ts";

/** The balance and the flows that move it. */
export const ledgerDefinitions: readonly MeasureDefinition[] = [
  {
    id: "outstanding",
    group: "ledger",
    name: { en: "Outstanding", zh: "待收" },
    sentence: {
      en: "Lenders' principal still at work at the end of a day. A loan in default stays in it until it is written off.",
      zh: "某日日终出借人仍在投的本金。逾期未核销的债权仍计入。",
    },
    formula: {
      en: "previous day + volume − exits + transfers in − transfers out − write-offs + openings",
      zh: "前一日待收 + 成交额 − 退出 + 转入 − 转出 − 核销 + 期初",
    },
    switches: [],
    rule: "OB1",
  },
  {
    id: "volume",
    group: "ledger",
    name: { en: "Volume", zh: "成交额" },
    sentence: {
      en: "Money lent: every lend that was matched and took effect. In the gross view, claims bought from other lenders count too.",
      zh: "成交生效的出借金额。全额口径下，受让债权也计入成交。",
    },
    formula: { en: "new volume + returning volume", zh: "新用户成交额 + 老用户成交额" },
    switches: ["transfers", "zone"],
    rule: "VO1",
  },
  {
    id: "volume-new",
    group: "ledger",
    name: { en: "New volume", zh: "新用户成交额" },
    sentence: {
      en: "Volume of lenders lending for the first time, decided over all history and before any filter. Orders split at the same instant are all new.",
      zh: "出借人首次出借的成交额，按全部历史判定，不受筛选影响。同一时刻拆分的多笔都算新用户。",
    },
    formula: {
      en: "Σ lends at the lender's first instant, or on the lender's first day",
      zh: "Σ 首次出借时刻（或首个出借日）的出借金额",
    },
    switches: ["newRule", "transfers", "zone"],
    rule: "NR1",
  },
  {
    id: "volume-returning",
    group: "ledger",
    name: { en: "Returning volume", zh: "老用户成交额" },
    sentence: {
      en: "Volume of lenders who had lent before. An opening balance or a claim bought earlier counts as having lent.",
      zh: "此前已出借过的用户的成交额。有期初余额或曾受让债权，均视为出借过。",
    },
    formula: { en: "volume − new volume", zh: "成交额 − 新用户成交额" },
    switches: ["newRule", "transfers", "zone"],
    rule: "NR1",
  },
  {
    id: "exits",
    group: "ledger",
    name: { en: "Exits", zh: "退出" },
    sentence: {
      en: "Principal that left outstanding for cash, by the type of its row: scheduled, early or compensated. A withdrawal is not an exit: it leaves the platform, not lending.",
      zh: "以现金离开待收的本金，按流水类型分为到期、提前、代偿。提现不是退出：提现离开平台，退出离开出借。",
    },
    formula: { en: "scheduled + early + compensated", zh: "到期退出 + 提前退出 + 代偿" },
    switches: ["transfers", "zone"],
    rule: "EX1",
  },
  {
    id: "net-inflow",
    group: "ledger",
    name: { en: "Net inflow", zh: "净流入" },
    sentence: {
      en: "What lending added to outstanding, before write-offs and openings.",
      zh: "出借业务给待收带来的净增，不含核销与期初。",
    },
    formula: { en: "volume − exits", zh: "成交额 − 退出" },
    switches: ["transfers", "zone"],
    rule: "NI1",
  },
  {
    id: "cash-net-inflow",
    group: "ledger",
    name: { en: "Cash net inflow", zh: "资金净流入" },
    sentence: {
      en: "Money that came onto the platform less money that left it. It never touches outstanding.",
      zh: "进入平台的资金减去离开平台的资金，与待收无关。",
    },
    formula: { en: "deposits − withdrawals", zh: "充值 − 提现" },
    switches: ["zone"],
    rule: "NI2",
  },
  {
    id: "write-offs",
    group: "ledger",
    name: { en: "Write-offs", zh: "核销" },
    sentence: {
      en: "Principal given up as lost. It leaves outstanding without cash, so it is no exit.",
      zh: "确认损失的本金。离开待收但没有现金流出，因此不算退出。",
    },
    formula: { en: "Σ write-off rows", zh: "Σ 核销金额" },
    switches: ["zone"],
    rule: "EX2",
  },
  {
    id: "annualised-volume",
    group: "ledger",
    name: { en: "Annualised volume", zh: "年化成交额" },
    sentence: {
      en: "Volume weighted by its term, so that 12 months count twelve times as much as one. Rows without a term are left out.",
      zh: "按期限折算的成交额，使不同期限可比。没有期限的流水不计入。",
    },
    formula: { en: "Σ amount × term in days ÷ 365", zh: "Σ 金额 × 期限（天）÷ 365" },
    switches: ["transfers", "zone"],
    rule: "VO2",
  },
];
