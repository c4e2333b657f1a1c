import { dayOf } from "./calendar.mjs";
import { fenOfYuan } from "./money.mjs";

export const FIRST_DAY = dayOf("2024-01-02");
export const LAST_DAY = dayOf("2025-03-31");

export const COUPON_THRESHOLD_FEN = fenOfYuan(10_000);

export const PRODUCTS = {
  XS07: { code: "XS07", termDays: 7, annualPpm: 110_000, soldFrom: FIRST_DAY },
  YX30: { code: "YX30", termDays: 30, annualPpm: 60_000, soldFrom: FIRST_DAY },
  JD90: { code: "JD90", termDays: 90, annualPpm: 72_000, soldFrom: FIRST_DAY },
  BN180: { code: "BN180", termDays: 180, annualPpm: 84_000, soldFrom: FIRST_DAY },
  NX360: { code: "NX360", termDays: 360, annualPpm: 96_000, soldFrom: dayOf("2024-04-01") },
};

/** Longer products pay their interest every this many days; the others with the principal. */
export const INTEREST_EVERY_DAYS = 90;

export const FEED_CAMPAIGN = {
  name: "FEED-JUN24",
  channel: "feed",
  from: dayOf("2024-06-06"),
  to: dayOf("2024-06-20"),
  registrations: 560,
  couponFen: fenOfYuan(128),
  spendFen: fenOfYuan(168_000),
};

export const REFERRAL_CAMPAIGN = {
  name: "AUTUMN-REFER",
  channel: "referral",
  from: dayOf("2024-09-01"),
  to: dayOf("2024-10-31"),
};

/** Share of open longer lots of a nervous lender that leave early, in permille a day. */
export const RUN_ON_DAY = new Map([
  [dayOf("2024-11-11"), 35],
  [dayOf("2024-11-12"), 75],
  [dayOf("2024-11-13"), 95],
  [dayOf("2024-11-14"), 60],
  [dayOf("2024-11-15"), 35],
]);

export const YEAR_END_BONUS = { from: dayOf("2024-12-16"), to: dayOf("2025-01-24") };

export const RESTATED_DAY = dayOf("2024-09-18");

/** How willing lenders are to lend, against 1000 in an ordinary month. */
export const APPETITE_PERMILLE = {
  "2024-01": 1000,
  "2024-02": 900,
  "2024-03": 1040,
  "2024-04": 1020,
  "2024-05": 1000,
  "2024-06": 1020,
  "2024-07": 1030,
  "2024-08": 1030,
  "2024-09": 1000,
  "2024-10": 820,
  "2024-11": 660,
  "2024-12": 640,
  "2025-01": 770,
  "2025-02": 945,
  "2025-03": 930,
};

/** People registering by month, from 2024-01, besides the campaign. */
export const CHANNELS = {
  appstore: {
    kind: "online",
    registrations: [105, 80, 110, 110, 108, 108, 105, 110, 115, 95, 80, 76, 70, 96, 114],
    lendsPermille: 400,
  },
  search: {
    kind: "online",
    registrations: [90, 68, 92, 92, 90, 92, 90, 95, 100, 85, 70, 66, 58, 82, 96],
    lendsPermille: 440,
  },
  referral: {
    kind: "online",
    registrations: [30, 28, 48, 56, 62, 68, 75, 82, 104, 100, 80, 78, 74, 94, 110],
    lendsPermille: 640,
  },
  wechat: {
    kind: "online",
    registrations: [75, 58, 80, 80, 80, 80, 80, 85, 90, 78, 66, 62, 56, 78, 92],
    lendsPermille: 470,
  },
  feed: {
    kind: "online",
    registrations: [42, 30, 48, 50, 52, 56, 48, 46, 48, 42, 34, 32, 28, 40, 46],
    lendsPermille: 410,
  },
  branch: {
    kind: "offline",
    registrations: [20, 12, 26, 24, 24, 24, 24, 26, 26, 20, 18, 16, 12, 18, 24],
    lendsPermille: 700,
  },
};

export const CAMPAIGN_LENDS_PERMILLE = 800;
