/**
 * How a lender behaves. `renewPermille` is the chance that a payout is lent again, `topUpPermille` the chance a month of
 * lending fresh money, `returnPermille` the chance of coming back after leaving.
 */
export const PERSONAS = {
  hunter: {
    baseYuan: [10_000],
    first: [["XS07", 1]],
    later: [["YX30", 1]],
    renewPermille: 0,
    topUpPermille: 0,
    returnPermille: 0,
  },
  casual: {
    baseYuan: [1_000, 2_000, 3_000, 5_000, 5_000, 6_000, 8_000, 12_000, 20_000],
    first: [
      ["XS07", 55],
      ["YX30", 35],
      ["JD90", 10],
    ],
    later: [
      ["YX30", 70],
      ["JD90", 25],
      ["BN180", 5],
    ],
    renewPermille: 590,
    topUpPermille: 70,
    returnPermille: 260,
  },
  steady: {
    baseYuan: [5_000, 8_000, 10_000, 12_000, 15_000, 20_000, 25_000, 30_000, 50_000],
    first: [
      ["XS07", 35],
      ["YX30", 35],
      ["JD90", 24],
      ["BN180", 6],
    ],
    later: [
      ["YX30", 38],
      ["JD90", 40],
      ["BN180", 16],
      ["NX360", 6],
    ],
    renewPermille: 830,
    topUpPermille: 260,
    returnPermille: 380,
  },
  committed: {
    baseYuan: [10_000, 15_000, 20_000, 30_000, 30_000, 40_000, 50_000, 60_000, 80_000],
    first: [
      ["XS07", 20],
      ["YX30", 22],
      ["JD90", 34],
      ["BN180", 19],
      ["NX360", 5],
    ],
    later: [
      ["YX30", 10],
      ["JD90", 36],
      ["BN180", 34],
      ["NX360", 20],
    ],
    renewPermille: 915,
    topUpPermille: 380,
    returnPermille: 450,
  },
  large: {
    baseYuan: [100_000, 120_000, 150_000, 200_000, 250_000, 300_000, 400_000],
    first: [
      ["YX30", 30],
      ["JD90", 45],
      ["BN180", 20],
      ["NX360", 5],
    ],
    later: [
      ["YX30", 15],
      ["JD90", 45],
      ["BN180", 25],
      ["NX360", 15],
    ],
    renewPermille: 880,
    topUpPermille: 170,
    returnPermille: 400,
  },
};

/** Who comes through each door. */
export const PERSONAS_BY_CHANNEL = {
  appstore: [
    ["hunter", 8],
    ["casual", 51],
    ["steady", 31],
    ["committed", 9],
    ["large", 1],
  ],
  search: [
    ["hunter", 6],
    ["casual", 47],
    ["steady", 34],
    ["committed", 11],
    ["large", 2],
  ],
  referral: [
    ["hunter", 1],
    ["casual", 21],
    ["steady", 42],
    ["committed", 32],
    ["large", 4],
  ],
  wechat: [
    ["hunter", 5],
    ["casual", 47],
    ["steady", 35],
    ["committed", 11],
    ["large", 2],
  ],
  feed: [
    ["hunter", 22],
    ["casual", 53],
    ["steady", 21],
    ["committed", 4],
  ],
  branch: [
    ["casual", 20],
    ["steady", 42],
    ["committed", 28],
    ["large", 10],
  ],
};

export const PERSONAS_OF_CAMPAIGN = [
  ["hunter", 84],
  ["casual", 13],
  ["steady", 3],
];
