import { busynessPermille, dayOf, dayText, daysBetween, isWorkingDay, lastDayOfMonth, monthText } from "./calendar.mjs";
import { csvText } from "./csv.mjs";
import { fenOfYuan, mulDiv, yuanText } from "./money.mjs";
import { APPETITE_PERMILLE, CHANNELS, FEED_CAMPAIGN, FIRST_DAY, REFERRAL_CAMPAIGN } from "./platform.mjs";
import { createRandom } from "./random.mjs";

const HEADER = ["date", "channel", "amount", "campaign", "kind"];
const ADS_YUAN_PER_REGISTRATION = { appstore: 340, search: 560, feed: 270 };
const CONTENT_YUAN_PER_REGISTRATION = 190;
const REWARD_FEN = fenOfYuan(260);
const CAMPAIGN_REWARD_FEN = fenOfYuan(320);
const BRANCH_YUAN_PER_REGISTRATION = 1_500;
const BRANCH_EVENTS = [
  ["2024-03-23", 12_000],
  ["2024-05-18", 14_000],
  ["2024-09-21", 18_000],
  ["2025-03-22", 15_000],
];

const MONTHS = Object.keys(APPETITE_PERMILLE);

const monthDays = (month) => daysBetween(Math.max(FIRST_DAY, dayOf(`${month}-01`)), lastDayOfMonth(month));

/** A budget laid over days by how busy they are, give or take a tenth. */
function spread(random, days, budgetFen) {
  const weight = days.reduce((sum, day) => sum + busynessPermille(day), 0);
  return days.map((day) => ({
    day,
    fen: mulDiv(budgetFen, busynessPermille(day) * random.between(90, 110), weight * 100),
  }));
}

const monthlyBudget = (channel, month, yuanPerRegistration) =>
  fenOfYuan(CHANNELS[channel].registrations[MONTHS.indexOf(month)] * yuanPerRegistration);

function adSpend(random, month) {
  return Object.entries(ADS_YUAN_PER_REGISTRATION).flatMap(([channel, yuan]) =>
    spread(random, monthDays(month), monthlyBudget(channel, month, yuan)).map((row) => ({
      ...row,
      channel,
      kind: "ads",
    })),
  );
}

function contentSpend(random, month) {
  const mondays = monthDays(month).filter((day) => (day + 3) % 7 === 0 && isWorkingDay(day));
  return spread(random, mondays, monthlyBudget("wechat", month, CONTENT_YUAN_PER_REGISTRATION)).map((row) => ({
    ...row,
    channel: "wechat",
    kind: "content",
  }));
}

function branchSpend(month) {
  const staff = {
    day: lastDayOfMonth(month),
    fen: monthlyBudget("branch", month, BRANCH_YUAN_PER_REGISTRATION),
    channel: "branch",
    kind: "staff",
  };
  const events = BRANCH_EVENTS.filter(([date]) => date.startsWith(month)).map(([date, yuan]) => ({
    day: dayOf(date),
    fen: fenOfYuan(yuan),
    channel: "branch",
    campaign: "OPEN-DAY",
    kind: "event",
  }));
  return [...events, staff];
}

const campaignSpend = (random) =>
  spread(random, daysBetween(FEED_CAMPAIGN.from, FEED_CAMPAIGN.to), FEED_CAMPAIGN.spendFen).map((row) => ({
    ...row,
    channel: FEED_CAMPAIGN.channel,
    campaign: FEED_CAMPAIGN.name,
    kind: "ads",
  }));

/** A reward for each referred lender who lent, settled at the end of the month. */
function rewardSpend(lenders, firstLendById) {
  const fenByKey = new Map();
  for (const { id, channel, campaign } of lenders) {
    const firstLend = firstLendById.get(id);
    if (channel !== "referral" || campaign === "PILOT" || firstLend === undefined) continue;
    const key = `${monthText(firstLend.day)}|${campaign}`;
    const fen = campaign === REFERRAL_CAMPAIGN.name ? CAMPAIGN_REWARD_FEN : REWARD_FEN;
    fenByKey.set(key, (fenByKey.get(key) ?? 0) + fen);
  }
  return [...fenByKey].map(([key, fen]) => {
    const [month, campaign] = key.split("|");
    return { day: lastDayOfMonth(month), fen, channel: "referral", campaign, kind: "reward" };
  });
}

/** The coupons of first lends, which the ledger also holds; of kind subsidy so that nobody counts them twice. */
function couponSpend(lenders, { rowsByDay, firstLendById }) {
  const lenderById = new Map(lenders.map((lender) => [lender.id, lender]));
  const fenByKey = new Map();
  for (const { day, lenderId, type, fen } of [...rowsByDay.values()].flat()) {
    const { channel, campaign } = lenderById.get(lenderId);
    const firstLend = firstLendById.get(lenderId);
    if (type !== "subsidy" || firstLend === undefined || monthText(firstLend.day) !== monthText(day)) continue;
    const key = `${monthText(day)}|${channel}|${campaign}`;
    fenByKey.set(key, (fenByKey.get(key) ?? 0) + fen);
  }
  return [...fenByKey].map(([key, fen]) => {
    const [month, channel, campaign] = key.split("|");
    return { day: lastDayOfMonth(month), fen, channel, campaign, kind: "subsidy" };
  });
}

const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (rows) =>
  rows.toSorted(
    (a, b) =>
      a.day - b.day ||
      compareText(a.channel, b.channel) ||
      compareText(a.kind, b.kind) ||
      compareText(a.campaign ?? "", b.campaign ?? ""),
  );

export function spendCsv(lenders, ledger) {
  const random = createRandom("spend");
  const rows = [
    ...MONTHS.flatMap((month) => [...adSpend(random, month), ...contentSpend(random, month), ...branchSpend(month)]),
    ...campaignSpend(random),
    ...rewardSpend(lenders, ledger.firstLendById),
    ...couponSpend(lenders, ledger),
  ];
  return csvText(
    HEADER,
    inOrder(rows).map(({ day, channel, fen, campaign, kind }) => ({
      date: dayText(day),
      channel,
      amount: yuanText(fen),
      campaign,
      kind,
    })),
  );
}
