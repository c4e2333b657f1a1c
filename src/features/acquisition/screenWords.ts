/** Controls, names of groups, and what is missing. */
export const screenWordsEn = {
  controls: "Acquisition: what is shown",
  by: "Groups",
  dimensions: {
    channel: "Channel",
    kind: "Online, offline",
    campaign: "Campaign",
    product: "First product",
    month: "Month",
  },
  needsLenders: "Needs a lenders file",
  fromMonth: "First lend from",
  total: "All",
  noName: {
    channel: "(no channel)",
    kind: "(not known)",
    campaign: "(no campaign)",
    product: "(no product)",
    month: "(no month)",
  },
  kinds: { online: "Online", offline: "Offline" },
  small: "fewer than 20 lenders, so it says little",

  empty: "No lender has lent for the first time in these months",
  emptyHint: "Choose other months or take away a filter. Without any data, import transactions first.",
  missing: {
    lenders:
      "Drop a lenders file (user_id, registered_at, channel, campaign) to see registrations, time to the first lend, campaigns and online against offline.",
    spend: "Drop a spend file (date, channel, amount) to see CAC, LTV ÷ CAC and payback.",
    spread: "Enter the net spread to see LTV, LTV ÷ CAC and payback.",
  },
  unpriced:
    "What these lenders cost is not known: nothing is spent on those of a product, of a filter of products or of a segment alone, or no row of the spend file names them.",

  findings: "What the figures say",
  first: (name: string, months: string, cost: string) =>
    `${name} pays back first: ${months} months after the start of the month of the first lend, at a CAC of ${cost}.`,
  after: (name: string, months: string) => `${name} after ${months}`,
  follow: (list: string) => `It is followed by ${list}.`,
  followMany: (count: string, months: string) => `${count} more pay back, the last after ${months} months.`,
  unpaid: (list: string) => `Not paid back yet: ${list}.`,
  unpaidMany: (count: string) => `${count} have not paid back yet.`,
  nonePaid: "Nothing has paid back yet.",
  stays: (name: string, share: string) => `Lenders of ${name} stay best: ${share} hold a balance after 90 days.`,
  stay: (names: string, shares: string) =>
    `Lenders of ${names} stay best: ${shares} hold a balance after 90 days, too close to tell apart.`,
  stayMany: (count: string) =>
    `${count} groups stay best, too close to tell apart by who holds a balance after 90 days.`,
  staysAlike: "The groups cannot be told apart by who holds a balance after 90 days: their intervals overlap.",
  hunted: (name: string, share: string, count: string) =>
    `The campaign ${name} brought bonus hunters: ${share} of its ${count} new lenders.`,
  huntedCost: (cost: string, all: string, others: string) =>
    `They cost ${cost}; LTV ÷ CAC of the campaign is ${all} with them and ${others} without.`,
  joined: (sentences: readonly string[]) => sentences.join(" "),
};

export const screenWordsZh: typeof screenWordsEn = {
  controls: "获客：显示内容",
  by: "分组",
  dimensions: { channel: "渠道", kind: "线上线下", campaign: "活动", product: "首投产品", month: "月份" },
  needsLenders: "需要出借人文件",
  fromMonth: "首次出借自",
  total: "合计",
  noName: {
    channel: "（无渠道）",
    kind: "（未知）",
    campaign: "（无活动）",
    product: "（无产品）",
    month: "（无月份）",
  },
  kinds: { online: "线上", offline: "线下" },
  small: "不足 20 人，参考意义有限",

  empty: "这些月份没有首次出借的出借人",
  emptyHint: "请选择其他月份或取消筛选。如尚无数据，请先导入交易流水。",
  missing: {
    lenders: "拖入出借人文件（user_id、registered_at、channel、campaign），即可查看注册、首投用时、活动与线上线下。",
    spend: "拖入获客费用文件（date、channel、amount），即可查看获客成本、LTV ÷ CAC 与回本月数。",
    spread: "填写净利差，即可查看生命周期价值、LTV ÷ CAC 与回本月数。",
  },
  unpriced: "这些出借人的成本无从得知：费用不会单独花在某个产品、产品筛选或分群的出借人身上，或费用文件从未提到他们。",

  findings: "数据结论",
  first: (name, months, cost) => `“${name}”最先回本：自首投当月月初起 ${months} 个月，获客成本 ${cost}。`,
  after: (name, months) => `${name}（${months} 个月）`,
  follow: (list) => `其后依次为${list}。`,
  followMany: (count, months) => `另有 ${count} 组回本，最晚的用了 ${months} 个月。`,
  unpaid: (list) => `尚未回本：${list}。`,
  unpaidMany: (count) => `${count} 组尚未回本。`,
  nonePaid: "目前均未回本。",
  stays: (name, share) => `“${name}”的出借人留存最好：90 天后仍有 ${share} 在投。`,
  stay: (names, shares) => `${names}的出借人留存最好：90 天后分别仍有 ${shares} 在投，差距不足以区分。`,
  stayMany: (count) => `${count} 组留存最好，按 90 天后是否在投不足以区分。`,
  staysAlike: "按 90 天后是否在投，各组不足以区分：置信区间重叠。",
  hunted: (name, share, count) => `活动 ${name} 引来羊毛党：${count} 位新出借人中占 ${share}。`,
  huntedCost: (cost, all, others) => `羊毛党花费 ${cost}；该活动的 LTV ÷ CAC 为 ${all}，剔除后为 ${others}。`,
  joined: (sentences) => sentences.join(""),
};
