import type { LeverageBand, LeverageFigures } from "#src/engine/protocol.ts";
import type { Catalogue } from "#src/ui/language.tsx";

type Bands = Readonly<Record<LeverageBand, string>>;
type OwnFrom = Readonly<Record<LeverageFigures["ownFrom"], string>>;

const bands: Bands = { low: "Low", normal: "Normal", high: "High", extreme: "Extreme" };
const bandSpans: Bands = {
  low: "below 5×",
  normal: "5× to 10×, as platforms usually have it",
  high: "above 10×",
  extreme: "50× and more",
};
const ownFrom: OwnFrom = {
  net_assets: "net assets and last year's profit",
  vc_financing: "financing received",
  paid_in_capital: "paid-in capital",
  none: "nothing known",
};

const en = {
  leverage: "Leverage",
  leverageSentence:
    "How many times what lenders are owed exceeds what could pay them. It is at least this high, since funds are disclosed rather too high than too low.",
  leverageFormula: "outstanding ÷ (partner + own + shareholders)",
  bands,
  bandSpans,
  bandSentence:
    "Below 5× is low; 5× to 10× is normal for a lending platform, above 10× high, from 50× extreme. Guarantee companies are held to 10×, banks stay below 12×.",
  bandFormula: "room: outstanding and backing at which the next band begins",
  capGuarantor: (cap: string) => `Guarantee companies ${cap}`,
  capBank: (cap: string) => `banks ${cap}`,
  minimum:
    "This is a minimum: disclosed funds are usually overstated, so that true backing is smaller and true leverage higher.",
  wholeLedger: "Always of the whole ledger: filters and segments of other screens do not apply here.",
  asOf: (day: string) => `At the end of ${day}`,
  noBacking: "No backing",
  noBackingSentence: "By these rules the funds in force come to nothing: nothing stands behind what lenders are owed.",
  noOutstanding: "Lenders are owed nothing on this day.",
  begins: (band: string, at: string) => `${band} begins at ${at}`,
  sentenceRoom: (begins: string, more: string, less: string) =>
    `${begins}: with ${more} more outstanding, or ${less} less backing.`,
  sentenceRoomNever: (begins: string, less: string) =>
    `${begins}: with ${less} less backing. More outstanding alone never leads there, since the guarantee grows along.`,
  sentenceLast: "This is the last band.",
  tiles: "Leverage in figures",
  outstanding: "Outstanding",
  withoutPartner: "Without partner",
  withoutPartnerNote: "guarantee and insurance left out",
  withoutPartnerSentence:
    "The same when the partner does not pay. A guarantee of a share of outstanding grows with what it covers: with it leverage never passes 1 ÷ that share (33.3× at 3%), however little is behind it.",
  withoutPartnerFormula: "outstanding ÷ (own + shareholders)",
  backing: "Backing",
  backingNote: (outstanding: string) => `for ${outstanding} outstanding`,
  backingSentence:
    "What could pay lenders when borrowers do not: the partner's guarantee and insurance, the platform's own funds and collateral, and what shareholders could add. Each counts as its rule says.",
  backingFormula: "(guarantee + insurance) + (own funds + collateral) + shareholders",
  absorbs: "Loss absorbed",
  absorbsNote: "of outstanding, before lenders lose",
  absorbsSentence: "How large a loss of outstanding backing pays before lenders lose anything.",
  absorbsFormula: "backing ÷ outstanding",
  roomOutstanding: "Room to grow",
  roomOutstandingNote: (band: string, at: string) => `more outstanding until ${band}, ${at}`,
  roomOutstandingSentence:
    "Outstanding that can be added until the next band begins. A guarantee of all outstanding grows along.",
  roomNever: "No end",
  roomNeverNote: "the guarantee grows along",
  roomBacking: "Room to lose",
  roomBackingNote: (band: string, at: string) => `less backing until ${band}, ${at}`,
  roomBackingSentence: "Backing that can be lost until the next band begins, with outstanding as it is.",
  roomBackingFormula: "backing − outstanding ÷ where the band begins",
  lastBand: "already in the last band",
  noneWithoutBacking: "there is nothing to lose",

  buildUp: "What could pay lenders",
  buildUpSubtitle: (partner: string, own: string, shareholders: string) =>
    `Partner ${partner} + own ${own} + shareholders ${shareholders}`,
  buildUpName: (backing: string) => `Backing of ${backing}, part by part`,
  parts: {
    guarantee: "Guarantee",
    insurance: "Insurance",
    ownFunds: "Own funds",
    collateral: "Collateral",
    shareholders: "Shareholders",
  },
  groups: { partner: "Partner", own: "Own", shareholders: "Shareholders", backing: "Backing" },
  group: "Group",
  part: "Part",
  amount: "Amount",
  share: "Share of backing",
  together: "Together so far",
  ownFromNote: (from: string) => `Own funds from ${from}`,
  ownFrom,

  trend: "Leverage through time",
  trendSubtitle:
    "At the end of each day, week or month. A diamond is where funds changed; choose a point to see its funds",
  trendSentence:
    "At each point the funds in force on its day against the outstanding of that day. Of each kind of fund the rows of its latest day hold, so that a line steps where they were told anew. Without backing there is no point.",
  trendName: (period: string, leverage: string) => `Leverage, ${period}: ${leverage} at the end`,
  withPartner: "Leverage",
  fundsChanged: "Funds changed",
  fundsChangedBy: (change: string) => `Funds other than the guarantee changed by ${change}`,
  guaranteeChanged: "The guarantee began or ended",
  day: "Day",
  band: "Band",
  noPoints: "No funds are known in this period",
  noPointsHint: "The first fund is dated later. Choose a period that reaches further.",

  losses: "Who pays a loss",
  lossesSubtitle: "Losses of a share of outstanding, and whose money goes first",
  lossesSentence:
    "A loss is paid by insurance first, then by the guarantee, own funds, collateral and shareholders, each as far as it counts. Lenders bear the rest.",
  lossesFormula: "lenders bear = loss − backing, where that is above zero",
  lossesName: (losses: string) => `Who pays a loss of ${losses} of outstanding`,
  loss: "Loss",
  lossOf: (share: string) => `${share} of outstanding`,
  lossAmount: "Amount",
  payers: {
    insurance: "Insurance",
    guarantee: "Guarantee",
    own: "Own funds",
    collateral: "Collateral",
    shareholders: "Shareholders",
    lenders: "Lenders bear",
  },
  lendersBear: (rest: string, loss: string) => `At a loss of ${loss} lenders bear ${rest}.`,
  lendersBearNothing: (loss: string) => `Even at a loss of ${loss} lenders lose nothing.`,

  noLedger: "No transactions yet",
  noLedgerHint: "Drop your ledger: leverage is what lenders are owed against what could pay them.",
  noFunds: "No funds yet",
  noFundsHint:
    "Drop a funds file (as_of, kind, amount) with what could pay lenders: guarantee, net assets, collateral, shareholders. Or enter the first one here.",
  beforeFirst: "No fund was in force yet",
  beforeFirstHint: "Every fund is dated after the last day of data. Enter one with an earlier date.",
  usualRules: "Every rule is as usual.",
  changedRules: (names: string) => `Not as usual: ${names}.`,
};

const zh: typeof en = {
  leverage: "杠杆",
  leverageSentence: "待收是可用于偿付资金的多少倍。披露的资金往往偏高，因此这是最低杠杆。",
  leverageFormula: "待收 ÷（合作方 + 自有 + 股东）",
  bands: { low: "偏低", normal: "正常", high: "偏高", extreme: "极高" },
  bandSpans: { low: "5 倍以下", normal: "5 至 10 倍，平台常见水平", high: "10 倍以上", extreme: "50 倍及以上" },
  bandSentence:
    "5 倍以下偏低；5 至 10 倍为网贷平台正常水平，10 倍以上偏高，50 倍起极高。担保公司上限 10 倍，银行低于 12 倍。",
  bandFormula: "空间：到达下一区间起点时的待收与偿付资金",
  capGuarantor: (cap) => `担保公司 ${cap}`,
  capBank: (cap) => `银行 ${cap}`,
  minimum: "这是最低杠杆：披露的资金通常偏高，实际偿付资金更少，实际杠杆更高。",
  wholeLedger: "始终按全部流水计算：其他页面的筛选与分群在此不适用。",
  asOf: (day) => `截至${day}日终`,
  noBacking: "无偿付资金",
  noBackingSentence: "按当前规则，有效资金合计不大于零：待收背后没有可偿付的资金。",
  noOutstanding: "当日没有待收。",
  begins: (band, at) => `${at} 起为${band}`,
  sentenceRoom: (begins, more, less) => `${begins}：待收再增 ${more}，或偿付资金减少 ${less}。`,
  sentenceRoomNever: (begins, less) => `${begins}：偿付资金减少 ${less}。仅增加待收不会到达，因为担保随待收增长。`,
  sentenceLast: "已处于最后一个区间。",
  tiles: "杠杆各项数值",
  outstanding: "待收",
  withoutPartner: "不计合作方",
  withoutPartnerNote: "剔除担保与保险",
  withoutPartnerSentence:
    "合作方不赔付时的杠杆。按待收比例计的担保随待收一同增长：计入后杠杆不会超过 1 ÷ 该比例（3% 时为 33.3 倍），无论背后实际有多少。",
  withoutPartnerFormula: "待收 ÷（自有 + 股东）",
  backing: "偿付资金",
  backingNote: (outstanding) => `对应待收 ${outstanding}`,
  backingSentence:
    "借款人不还时可偿付出借人的资金：合作方的担保与保险、平台自有资金与抵押物、股东可补充的资金，各按规则折算。",
  backingFormula: "（担保 + 保险）+（自有资金 + 抵押物）+ 股东",
  absorbs: "可承受损失",
  absorbsNote: "占待收，出借人受损之前",
  absorbsSentence: "在出借人受损之前，偿付资金可承受占待收多大比例的损失。",
  absorbsFormula: "偿付资金 ÷ 待收",
  roomOutstanding: "可增待收",
  roomOutstandingNote: (band, at) => `至${band}（${at}）前`,
  roomOutstandingSentence: "到达下一区间前还可增加的待收。覆盖全部待收的担保会随之增长。",
  roomNever: "无上限",
  roomNeverNote: "担保随待收增长",
  roomBacking: "可减资金",
  roomBackingNote: (band, at) => `至${band}（${at}）前`,
  roomBackingSentence: "待收不变时，到达下一区间前可减少的偿付资金。",
  roomBackingFormula: "偿付资金 − 待收 ÷ 区间起点",
  lastBand: "已处于最后一个区间",
  noneWithoutBacking: "没有可减少的资金",

  buildUp: "偿付资金构成",
  buildUpSubtitle: (partner, own, shareholders) => `合作方 ${partner} + 自有 ${own} + 股东 ${shareholders}`,
  buildUpName: (backing) => `偿付资金 ${backing} 的构成`,
  parts: { guarantee: "担保", insurance: "保险", ownFunds: "自有资金", collateral: "抵押物", shareholders: "股东" },
  groups: { partner: "合作方", own: "自有", shareholders: "股东", backing: "偿付资金" },
  group: "类别",
  part: "构成",
  amount: "金额",
  share: "占偿付资金",
  together: "累计",
  ownFromNote: (from) => `自有资金取自${from}`,
  ownFrom: {
    net_assets: "净资产与上年净利润",
    vc_financing: "实际融资额",
    paid_in_capital: "实缴资本",
    none: "无已知数据",
  },

  trend: "杠杆走势",
  trendSubtitle: "各日、周或月末的杠杆。菱形为资金变动处；点击某点查看当日资金",
  trendSentence:
    "每一点以当日有效资金对应当日待收。每类资金取其最近一次填报的各行，因此重新填报处线条会跳变。无偿付资金时不画点。",
  trendName: (period, leverage) => `杠杆，${period}：期末 ${leverage}`,
  withPartner: "杠杆",
  fundsChanged: "资金变动",
  fundsChangedBy: (change) => `担保以外的资金变动 ${change}`,
  guaranteeChanged: "担保开始或终止",
  day: "日期",
  band: "区间",
  noPoints: "本期没有已知资金",
  noPointsHint: "最早的资金日期在此之后，请选择更靠后的时段。",

  losses: "损失由谁承担",
  lossesSubtitle: "按占待收的损失比例，看各方先后赔付",
  lossesSentence: "损失先由保险赔付，再依次由担保、自有资金、抵押物、股东承担，各以折算额为限；其余由出借人承担。",
  lossesFormula: "出借人承担 = 损失 − 偿付资金（大于零时）",
  lossesName: (losses) => `待收损失 ${losses} 时由谁承担`,
  loss: "损失",
  lossOf: (share) => `待收的 ${share}`,
  lossAmount: "金额",
  payers: {
    insurance: "保险",
    guarantee: "担保",
    own: "自有资金",
    collateral: "抵押物",
    shareholders: "股东",
    lenders: "出借人承担",
  },
  lendersBear: (rest, loss) => `损失 ${loss} 时，出借人承担 ${rest}。`,
  lendersBearNothing: (loss) => `损失 ${loss} 时，出借人仍不受损失。`,

  noLedger: "尚无交易流水",
  noLedgerHint: "请拖入流水文件：杠杆是待收与可偿付资金之比。",
  noFunds: "尚无资金数据",
  noFundsHint:
    "拖入资金文件（as_of、kind、amount），写明可偿付出借人的资金：担保、净资产、抵押物、股东等；也可在此录入第一笔。",
  beforeFirst: "当时尚无有效资金",
  beforeFirstHint: "所有资金的日期都晚于数据最后一天，请录入日期更早的资金。",
  usualRules: "所有规则均为默认值。",
  changedRules: (names) => `非默认规则：${names}。`,
};

export const strings: Catalogue<typeof en> = { en, zh };
export type LeverageWords = typeof en;
