import type { MeasureDefinition } from "./definition.ts";

/** How far what lenders are owed exceeds what could pay them. */
export const leverageDefinitions: readonly MeasureDefinition[] = [
  {
    id: "leverage",
    group: "platform",
    name: { en: "Leverage", zh: "杠杆" },
    sentence: {
      en: "How many times outstanding exceeds what could pay it. Always of the whole ledger, whatever is filtered. Funds are disclosed rather too high, so that it is a minimum. Shown with and without the partner's cover. Where backing is not above zero there is no backing, and no figure.",
      zh: "待收是可用于偿付资金的多少倍。始终针对全部流水，不受筛选影响。披露的资金往往偏高，因此这是最低杠杆。分别列示计入与不计合作方的结果。偿付资金不大于零时为“无偿付资金”，不给出数值。",
    },
    formula: { en: "outstanding ÷ (partner + own + shareholders)", zh: "待收 ÷（合作方 + 自有 + 股东）" },
    switches: [],
    rule: "LV1 · LV8",
  },
  {
    id: "guarantee",
    group: "platform",
    name: { en: "Guarantee", zh: "担保" },
    sentence: {
      en: "3% of outstanding when a guarantor with net assets that is not related to the platform is in force; by choice of no more than ten times its net assets. A related guarantor counts for nothing. With it leverage never passes 33.3×.",
      zh: "有净资产大于零且与平台无关联的担保方时，取待收的 3%；也可限定担保范围不超过其净资产的十倍。关联担保方不计。计入担保后杠杆不会超过 33.3 倍。",
    },
    formula: { en: "3% × outstanding", zh: "3% × 待收" },
    switches: [],
    rule: "LV2",
  },
  {
    id: "own-funds",
    group: "platform",
    name: { en: "Own funds", zh: "自有资金" },
    sentence: {
      en: "Net assets with last year's profit or loss. Where net assets are not known, the larger of financing received and paid-in capital; by choice always the largest of the three. Never below zero.",
      zh: "净资产加上年净利润（或亏损）；净资产未知时取实际融资额与实缴资本中较大者；也可直接取三者最大。不低于零。",
    },
    formula: {
      en: "max(0, net assets + last year's profit), else max(financing, paid-in capital)",
      zh: "max(0, 净资产 + 上年净利润)，否则 max(实际融资额, 实缴资本)",
    },
    switches: [],
    rule: "LV3",
  },
  {
    id: "shareholder-funds",
    group: "platform",
    name: { en: "Shareholders", zh: "股东" },
    sentence: {
      en: "What shareholders could add: all of a controlling one whose main business is the platform, half of one for whom it is a subsidiary, nothing of a financial investor.",
      zh: "股东可补充的资金：以平台为主业的控股股东按 100%，平台仅为其子公司的按 50%，财务投资人不计。",
    },
    formula: { en: "Σ funds × share of the class", zh: "Σ 资金 × 类别比例" },
    switches: [],
    rule: "LV4",
  },
  {
    id: "insurance-collateral",
    group: "platform",
    name: { en: "Insurance and collateral", zh: "保险与抵押物" },
    sentence: {
      en: "The insured amount, and the realisable value of collateral, each times the share that is set for it. Usually all of both, collateral being entered after its haircut.",
      zh: "保额与抵押物可变现价值，各乘以所设比例。默认均按全额计，抵押物以折后价值录入。",
    },
    formula: {
      en: "insured amount × share · collateral × (1 − haircut)",
      zh: "保额 × 比例 · 抵押物 ×（1 − 折扣）",
    },
    switches: [],
    rule: "LV5",
  },
  {
    id: "funds-in-force",
    group: "platform",
    name: { en: "Funds in force", zh: "有效资金" },
    sentence: {
      en: "Of each kind the rows of its latest day up to the day looked at. A kind can be told anew alone; shareholders are one kind, so that a later day restates all of them.",
      zh: "每类资金取所看日期之前最近一次填报的各行。各类可单独更新；股东为一类，较晚一日会整体取代此前各行。",
    },
    formula: null,
    switches: [],
    rule: "LV6",
  },
  {
    id: "leverage-bands",
    group: "platform",
    name: { en: "Bands and room", zh: "区间与空间" },
    sentence: {
      en: "Below 5× low, from 5× to 10× normal for a lending platform, above 10× high, from 50× extreme. The room is the outstanding that can be added, and the backing that can be lost, until the next band begins; the guarantee grows along with outstanding.",
      zh: "5 倍以下偏低，5 至 10 倍为网贷平台正常水平，10 倍以上偏高，50 倍起极高。空间指到达下一区间前可增加的待收与可减少的偿付资金；担保随待收增长。",
    },
    formula: {
      en: "room to lose = backing − outstanding ÷ where the band begins · loss absorbed = backing ÷ outstanding",
      zh: "可减资金 = 偿付资金 − 待收 ÷ 区间起点 · 可承受损失 = 偿付资金 ÷ 待收",
    },
    switches: [],
    rule: "LV7",
  },
  {
    id: "loss-order",
    group: "platform",
    name: { en: "Who pays a loss", zh: "损失由谁承担" },
    sentence: {
      en: "A loss of outstanding is paid by insurance, then the guarantee, own funds, collateral and shareholders, each as far as it counts. Lenders bear the rest.",
      zh: "待收的损失先由保险赔付，再依次由担保、自有资金、抵押物、股东承担，各以折算额为限，其余由出借人承担。",
    },
    formula: { en: "lenders bear = max(0, loss − backing)", zh: "出借人承担 = max(0, 损失 − 偿付资金)" },
    switches: [],
    rule: "LV9",
  },
];
