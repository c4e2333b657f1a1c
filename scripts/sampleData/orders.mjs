import { agendaOf, nextSecond, openLot, record } from "./book.mjs";
import { busynessPermille, isWorkingDay, monthText, secondOf } from "./calendar.mjs";
import { downToHundredYuan, fenOfYuan, mulDiv, permilleOf, upToHundredYuan } from "./money.mjs";
import { APPETITE_PERMILLE, COUPON_THRESHOLD_FEN, FEED_CAMPAIGN, PRODUCTS, YEAR_END_BONUS } from "./platform.mjs";

const LEND_HOURS = [
  [7, 1],
  [8, 3],
  [9, 8],
  [10, 12],
  [11, 9],
  [12, 8],
  [13, 8],
  [14, 9],
  [15, 9],
  [16, 8],
  [17, 6],
  [18, 5],
  [19, 6],
  [20, 9],
  [21, 8],
  [22, 3],
];
const NEW_LENDER_LIMIT_FEN = fenOfYuan(50_000);
const SMALLEST_ORDER_FEN = fenOfYuan(100);
const SPLIT_FROM_FEN = fenOfYuan(8_000);
const STANDING_COUPON_FEN = fenOfYuan(38);
const SMALL_COUPON_FEN = fenOfYuan(8);

export const appetitePermille = (day) => APPETITE_PERMILLE[monthText(day)] ?? 1000;

/** `reason` is first, renewal, topUp or return; an order without `fen` is sized when it is placed. */
export function planLend(world, account, { day, reason, fen, previousProduct, takesAllCash = false }) {
  account.pendingLends += 1;
  agendaOf(world.book, day).lends.push({ account, reason, fen, previousProduct, takesAllCash });
}

function chooseProduct(world, { account, reason, previousProduct }, day) {
  const { random } = world;
  const { persona } = account.lender;
  const isFirst = reason === "first" && account.firstLend === undefined;
  if (isFirst && !account.lender.earlierFirstLend) return soldProduct(random.pickWeighted(persona.first), day);
  const canRepeat = previousProduct !== undefined && previousProduct.code !== "XS07";
  if (canRepeat && random.chance(550)) return previousProduct;
  return soldProduct(random.pickWeighted(persona.later), day);
}

const soldProduct = (code, day) => (PRODUCTS[code].soldFrom <= day ? PRODUCTS[code] : PRODUCTS.BN180);

function trialFen(random, lender) {
  if (lender.personaName === "hunter") return COUPON_THRESHOLD_FEN;
  if (lender.baseFen >= COUPON_THRESHOLD_FEN && random.chance(250)) return COUPON_THRESHOLD_FEN;
  return Math.min(NEW_LENDER_LIMIT_FEN, mulDiv(lender.baseFen, random.between(30, 100), 100));
}

function orderFen(world, plan, product) {
  const { random } = world;
  const { account, reason } = plan;
  if (plan.takesAllCash && account.cashFen >= SMALLEST_ORDER_FEN) return account.cashFen;
  if (plan.fen !== undefined) return plan.fen;
  const [lowest, highest] = reason === "topUp" ? [30, 100] : [50, 130];
  const fen =
    product.code === "XS07"
      ? trialFen(random, account.lender)
      : mulDiv(account.lender.baseFen, random.between(lowest, highest), 100);
  return Math.max(SMALLEST_ORDER_FEN, downToHundredYuan(fen));
}

/** Auto-bid spreads a larger order over several loans at one instant; the new-lender product is chosen by hand. */
function splitOrder(random, product, fen) {
  if (product.code === "XS07" || fen < SPLIT_FROM_FEN || !random.chance(360)) return [fen];
  const pieces = random.between(2, 5);
  const piece = downToHundredYuan(Math.floor(fen / (pieces + 1)));
  const steps = 1 + Math.floor(piece / fenOfYuan(400));
  const sizes = Array.from({ length: pieces - 1 }, () => piece + fenOfYuan(100) * random.below(steps));
  return [...sizes, fen - sizes.reduce((sum, size) => sum + size, 0)];
}

function depositShortfall(world, account, { day, second, fen }) {
  if (account.cashFen >= fen) return;
  const early = second - world.random.between(60, 900);
  record(world.book, account, {
    day,
    second: nextSecond(account, day, Math.max(0, early)),
    type: "deposit",
    fen: upToHundredYuan(fen - account.cashFen),
  });
}

export function fundedSecond(world, account, { day, second, fen }) {
  depositShortfall(world, account, { day, second, fen });
  return nextSecond(account, day, second);
}

function firstLendCoupon(world, lender, fen) {
  if (lender.isInternal || lender.earlierFirstLend) return 0;
  if (fen >= COUPON_THRESHOLD_FEN)
    return lender.campaign === FEED_CAMPAIGN.name ? FEED_CAMPAIGN.couponFen : STANDING_COUPON_FEN;
  return world.random.chance(500) ? SMALL_COUPON_FEN : 0;
}

function renewalBonus(world, lender, { day, fen }) {
  if (lender.isInternal) return 0;
  const isBonusSeason = day >= YEAR_END_BONUS.from && day <= YEAR_END_BONUS.to;
  if (!world.random.chance(isBonusSeason ? 300 : 40)) return 0;
  return Math.max(fenOfYuan(5), Math.min(fenOfYuan(200), permilleOf(fen, 2)));
}

function couponFor(world, plan, { day, fen }) {
  const { account, reason } = plan;
  if (account.firstLend === undefined) return firstLendCoupon(world, account.lender, fen);
  return reason === "renewal" || reason === "return" ? renewalBonus(world, account.lender, { day, fen }) : 0;
}

function placeOrder(world, plan, day) {
  const { random, book } = world;
  const { account } = plan;
  const product = chooseProduct(world, plan, day);
  const fen = orderFen(world, plan, product);
  const wanted = secondOf(random.pickWeighted(LEND_HOURS), 0) + random.below(3600);
  const second = fundedSecond(world, account, { day, second: wanted, fen });
  const couponFen = couponFor(world, plan, { day, fen });
  for (const part of splitOrder(random, product, fen)) {
    record(book, account, {
      day,
      second,
      type: "lend",
      fen: part,
      product: product.code,
      termDays: product.termDays,
    });
    openLot(book, account, {
      product,
      fen: part,
      startDay: day,
      maturityDay: day + product.termDays,
      rowTermDays: product.termDays,
      interestFromDay: day,
    });
  }
  if (couponFen > 0) record(book, account, { day, second, type: "subsidy", fen: couponFen, product: product.code });
  account.firstLend ??= { day, second };
}

/** On quiet days many put their order off, and some of those then forget it. */
function isPutOff(world, { account }, day) {
  if (isWorkingDay(day) || account.lender.personaName === "hunter") return false;
  return !world.random.chance(busynessPermille(day));
}

export function placeOrders(world, day) {
  for (const plan of agendaOf(world.book, day).lends) {
    plan.account.pendingLends -= 1;
    if (!isPutOff(world, plan, day)) placeOrder(world, plan, day);
    else if (plan.reason === "first" || world.random.chance(930))
      planLend(world, plan.account, { ...plan, day: day + 1 });
  }
}

/** Lenders who lend fresh money besides what comes back to them; decided once a month. */
export function planTopUps(world, monthDays) {
  const { random, book } = world;
  for (const account of book.accounts) {
    const { topUpPermille } = account.lender.persona;
    if (account.lots.size === 0 || topUpPermille === 0) continue;
    if (!random.chance(permilleOf(topUpPermille, appetitePermille(monthDays[0])))) continue;
    planLend(world, account, { day: random.pick(monthDays), reason: "topUp" });
  }
}
