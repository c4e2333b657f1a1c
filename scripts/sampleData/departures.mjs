import { agendaOf, isOpen, nextSecond, openLot, record, reduceLot } from "./book.mjs";
import { busynessPermille, isWorkingDay, secondOf } from "./calendar.mjs";
import { downToHundredYuan, fenOfYuan, interestFen, permilleOf } from "./money.mjs";
import { fundedSecond } from "./orders.mjs";
import { leave, payLot } from "./payouts.mjs";
import { RUN_ON_DAY } from "./platform.mjs";

const EARLY_EXITS_PER_100_000_LOT_DAYS = 45;
const TRANSFERS_PER_100_000_LOT_DAYS = 250;
const EARLY_INTEREST_PERMILLE = 500;
const EARLIEST_EARLY_EXIT_DAY = 10;
const EARLIEST_TRANSFER_DAY = 30;
const LEAST_DAYS_LEFT = 15;

function leavesEarly(world, lot, day) {
  const { random } = world;
  const { lender } = lot.account;
  if (lot.product.termDays < 90 || lot.isOverdue || lender.isInternal) return false;
  if (day - lot.startDay < EARLIEST_EARLY_EXIT_DAY || lot.maturityDay - day < 2) return false;
  if (RUN_ON_DAY.has(day) && lender.isNervous && random.chance(RUN_ON_DAY.get(day))) return true;
  return random.below(100_000) < permilleOf(EARLY_EXITS_PER_100_000_LOT_DAYS, busynessPermille(day));
}

function exitEarly(world, lot, day) {
  const { random } = world;
  const { account } = lot;
  const isPartial = lot.fen >= fenOfYuan(20_000) && random.chance(150);
  payLot(world, lot, {
    day,
    type: "early_exit",
    interestPermille: EARLY_INTEREST_PERMILLE,
    second: nextSecond(account, day, secondOf(9, 0) + random.below(9 * 3600)),
    fen: isPartial ? downToHundredYuan(Math.floor(lot.fen / 2)) : lot.fen,
  });
  leave(world, account, { day, delay: random.below(3), backPermille: 300 });
}

export function takeEarlyExits(world, day) {
  for (const lot of [...world.book.openLots]) {
    if (leavesEarly(world, lot, day)) exitEarly(world, lot, day);
  }
}

function isForSale(world, lot, day) {
  if (lot.product.termDays < 180 || lot.isOverdue || lot.account.lender.isInternal) return false;
  if (day - lot.startDay < EARLIEST_TRANSFER_DAY || lot.maturityDay - day < LEAST_DAYS_LEFT) return false;
  return world.random.below(100_000) < TRANSFERS_PER_100_000_LOT_DAYS;
}

const isNewcomer = ({ lender, firstLend }, day) =>
  firstLend === undefined &&
  lender.registered.day < day &&
  lender.plannedFirstLendDay >= day &&
  !lender.earlierFirstLend;

function findBuyer(world, lot, day) {
  const { random, book } = world;
  const isFor = random.pickWeighted([
    ["reserve", 12],
    ["newcomer", 8],
    ["holder", 80],
  ]);
  if (isFor === "reserve") return book.accounts.find(({ lender }) => lender.isInternal);
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const account = random.pick(book.accounts);
    const { lender } = account;
    if (account === lot.account || lender.isInternal || lender.personaName === "hunter") continue;
    if (lender.baseFen * 3 < lot.fen) continue;
    if (isFor === "newcomer" ? isNewcomer(account, day) : account.lots.size > 0) return account;
  }
  return undefined;
}

/** The seller gets the interest so far; the buyer's lot runs on to the same maturity. */
function transfer(world, lot, { buyer, day }) {
  const { book, random } = world;
  const seller = lot.account;
  const { fen, product, maturityDay, startDay } = lot;
  const wanted = nextSecond(seller, day, secondOf(10, 30) + random.below(8 * 3600));
  const second = fundedSecond(world, buyer, { day, second: wanted, fen });
  const daysLeft = maturityDay - day;
  record(book, seller, {
    day,
    second,
    type: "transfer_out",
    fen,
    product: product.code,
    termDays: lot.rowTermDays,
  });
  record(book, buyer, { day, second, type: "transfer_in", fen, product: product.code, termDays: daysLeft });
  const accrued = interestFen(fen, product.annualPpm, day - lot.interestFromDay);
  if (accrued > 0) record(book, seller, { day, second, type: "interest", fen: accrued, product: product.code });
  reduceLot(book, lot, fen);
  openLot(book, buyer, { product, fen, startDay, maturityDay, rowTermDays: daysLeft, interestFromDay: day });
  buyer.firstLend ??= { day, second };
  leave(world, seller, { day, delay: random.below(3), backPermille: 350 });
}

export function sellClaims(world, day) {
  if (!isWorkingDay(day)) return;
  for (const lot of [...world.book.openLots]) {
    if (!isOpen(world.book, lot) || !isForSale(world, lot, day)) continue;
    const buyer = findBuyer(world, lot, day);
    if (buyer !== undefined) transfer(world, lot, { buyer, day });
  }
}

export function withdrawCash(world, day) {
  const { book, random } = world;
  for (const account of agendaOf(book, day).withdrawals) {
    if (account.cashFen < 100 || (account.pendingLends > 0 && random.chance(200))) continue;
    const second = nextSecond(account, day, secondOf(8, 30) + random.below(14 * 3600));
    record(book, account, { day, second, type: "withdraw", fen: account.cashFen });
  }
}
