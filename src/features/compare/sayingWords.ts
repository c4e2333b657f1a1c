/** What the data can and cannot say, in sentences. */
export const sayingWordsEn = {
  sayings: "What the data says, and what it cannot",
  differs: (said: HeldWords) =>
    `Of ${said.high}’s lenders ${said.highShare} still hold after 90 days, of ${said.low}’s ${said.lowShare}: ${said.points} more (${said.from} to ${said.to}).`,
  mayBeChance: (said: HeldWords) =>
    `Of ${said.high}’s lenders ${said.highShare} still hold after 90 days, of ${said.low}’s ${said.lowShare}: the ${said.points} between them may be chance (${said.from} to ${said.to}).`,
  tooFew: "Too few lenders began 90 days ago to say which side keeps more of them.",
  between: "The other sides lie between them.",
  paid: (name: string, months: string) => `${name} pays back after ${months} months`,
  unpaid: (name: string, months: string) => `${name} has not yet paid back after ${months} months`,
  points: { one: "# point", other: "# points" },
  clauses: (parts: readonly string[]) => `${parts.join("; ")}.`,
  causes: {
    channel: "This is a difference between lenders who chose these channels, not an effect of the channel.",
    kind: "This is a difference between lenders who came online or offline, not an effect of the way they came.",
    campaign: "This is a difference between lenders whom these campaigns drew, not an effect of the campaign.",
    product: "This is a difference between lenders who began with these products, not an effect of the product.",
    month: "Lenders of different months have lived through different times; the difference need not be theirs.",
    segment: "These lenders differ in more than their rules; the difference is not an effect of the rules.",
    all: "This is a difference between these lenders, not an effect of what sets them apart.",
  },
  looksBack: (names: string) =>
    `The rules of ${names} use what is known only today: these lenders were chosen by how things turned out, so staying is partly built in.`,
  shared: "Some lenders are on more than one side; the intervals take them for different people.",
  beyond: (month: string) => `Too few months to say anything beyond month ${month}.`,
  young: "Too few months of first lending are over to compare curves.",
  joined: (sentences: readonly string[]) => sentences.join(" "),
};

export interface HeldWords {
  readonly high: string;
  readonly low: string;
  readonly highShare: string;
  readonly lowShare: string;
  /** With the word for points. */
  readonly points: string;
  readonly from: string;
  readonly to: string;
}

export const sayingWordsZh: typeof sayingWordsEn = {
  sayings: "数据能说明与不能说明的",
  differs: (said) =>
    `90 天后，“${said.high}”仍有 ${said.highShare} 的出借人在投，“${said.low}”为 ${said.lowShare}，相差 ${said.points}（${said.from} 至 ${said.to}）。`,
  mayBeChance: (said) =>
    `90 天后，“${said.high}”仍有 ${said.highShare} 的出借人在投，“${said.low}”为 ${said.lowShare}；相差的 ${said.points}可能出于偶然（${said.from} 至 ${said.to}）。`,
  tooFew: "首投满 90 天的出借人太少，无法判断哪一方留存更好。",
  between: "其余各方居于其间。",
  paid: (name, months) => `“${name}”用 ${months} 个月回本`,
  unpaid: (name, months) => `“${name}”在 ${months} 个月后仍未回本`,
  points: { one: "# 个百分点", other: "# 个百分点" },
  clauses: (parts) => `${parts.join("；")}。`,
  causes: {
    channel: "这是选择这些渠道的出借人之间的差异，并非渠道的作用。",
    kind: "这是线上与线下来的出借人之间的差异，并非来源方式的作用。",
    campaign: "这是被这些活动吸引的出借人之间的差异，并非活动的作用。",
    product: "这是以这些产品开始的出借人之间的差异，并非产品的作用。",
    month: "不同月份的出借人经历的时期不同，差异未必出自他们本身。",
    segment: "这些出借人的差别不止于规则；差异并非规则的作用。",
    all: "这是这些出借人之间的差异，并非其区别所起的作用。",
  },
  looksBack: (names) => `${names}的规则用到今天才知道的信息：其出借人是按结果挑选的，留存有一部分是规则本身造成的。`,
  shared: "部分出借人同属多方；区间把他们当作不同的人。",
  beyond: (month) => `第 ${month} 个月之后月份太少，无法下结论。`,
  young: "已结束的首投月份太少，无法比较曲线。",
  joined: (sentences) => sentences.join(""),
};
