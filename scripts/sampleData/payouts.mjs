import { agendaOf, isOpen, nextSecond, record, reduceLot } from "./book.mjs";
import { dayOf, isWorkingDay, secondOf, settlementDay } from "./calendar.mjs";
import { downToHundredYuan, interestFen, mulDiv, permilleOf } from "./money.mjs";
import { appetitePermille, planLend } from "./orders.mjs";

const FEE_PERMILLE_OF_INTEREST = 50;
const COMPENSATED_PERMILLE = 5;
const DEFAULTED_PERMILLE = 3;
const CASH_KEPT_FOR_HOLIDAY = [
  ["2024-02-01", "2024-02-09"],
  ["2025-01-15", "2025-01-27"],
];
const HOLIDAY_RENEW_PERMILLE = 780;

function payInterest(world, lot, { day, second, until, ratePermille = 1000 }) {
  const { product, account } = lot;
  const full = interestFen(lot.fen, product.annualPpm, until - lot.interestFromDay);
  const fen = permilleOf(full, ratePermille);
  lot.interestFromDay = until;
  if (fen === 0) return;
  record(world.book, account, { day, second, type: "interest", fen, product: product.code });
  const feeFen = permilleOf(fen, FEE_PERMILLE_OF_INTEREST);
  if (product.code === "XS07" || feeFen === 0) return;
  record(world.book, account, { day, second, type: "fee", fen: feeFen, product: product.code });
}

/** Pays part or all of a lot's principal, with the interest of the whole lot so far. */
export function payLot(world, lot, { day, second, type, fen = lot.fen, interestPermille = 1000 }) {
  const until = Math.min(day, lot.maturityDay);
  record(world.book, lot.account, {
    day,
    second,
    type,
    fen,
    product: lot.product.code,
    termDays: lot.rowTermDays,
  });
  payInterest(world, lot, { day, second, until, ratePermille: interestPermille });
  reduceLot(world.book, lot, fen);
}

/** Few longer loans fail: a guarantor pays a little late, or nobody pays and the lot is written off. */
function failureOf(world, lot) {
  const isLonger = lot.product.termDays >= 90;
  if (!isLonger || lot.account.lender.isInternal) return undefined;
  const roll = world.random.below(1000);
  if (roll < DEFAULTED_PERMILLE) return "default";
  return roll < DEFAULTED_PERMILLE + COMPENSATED_PERMILLE ? "compensation" : undefined;
}

function postpone(world, lot, { failure, day }) {
  lot.isOverdue = true;
  if (failure === "default")
    agendaOf(world.book, settlementDay(day + world.random.between(75, 100))).writeOffs.push(lot);
  else agendaOf(world.book, settlementDay(day + world.random.between(3, 8))).compensations.push(lot);
}

const leaveDelay = (random) => {
  const [from, to] = random.pickWeighted([
    [[0, 1], 45],
    [[2, 3], 30],
    [[4, 20], 25],
  ]);
  return random.between(from, to);
};

const renewDelay = (random) => {
  const [from, to] = random.pickWeighted([
    [[0, 0], 45],
    [[1, 1], 20],
    [[2, 3], 20],
    [[4, 10], 15],
  ]);
  return random.between(from, to);
};

/** Takes the cash out, and perhaps plans to be back. */
export function leave(world, account, { day, delay = leaveDelay(world.random), backPermille }) {
  const { random, book } = world;
  if (random.chance(960)) agendaOf(book, day + delay).withdrawals.push(account);
  if (!random.chance(backPermille)) return;
  planLend(world, account, { day: day + random.between(20, 150), reason: "return" });
}

function renew(world, account, { day, paidFen, product }) {
  const { random } = world;
  const how = random.pickWeighted([
    ["same", 62],
    ["allCash", 20],
    ["more", 18],
  ]);
  const freshFen = how === "more" ? mulDiv(account.lender.baseFen, random.between(20, 60), 100) : 0;
  const fen = Math.max(10_000, downToHundredYuan(paidFen + freshFen));
  planLend(world, account, {
    day: day + renewDelay(random),
    reason: "renewal",
    fen,
    previousProduct: product,
    takesAllCash: how === "allCash",
  });
}

const renewPermille = (account, day, product) => {
  const isBeforeHoliday = CASH_KEPT_FOR_HOLIDAY.some(([from, to]) => day >= dayOf(from) && day <= dayOf(to));
  const willing = permilleOf(account.lender.persona.renewPermille, appetitePermille(day));
  const afterTrial = product.code === "XS07" ? permilleOf(willing, 900) : willing;
  return Math.min(970, isBeforeHoliday ? permilleOf(afterTrial, HOLIDAY_RENEW_PERMILLE) : afterTrial);
};

function decideAfterPayout(world, account, { day, paidFen, product, maturityDay }) {
  const { random } = world;
  const { lender } = account;
  if (lender.personaName === "hunter") {
    leave(world, account, {
      day,
      delay: random.below(Math.max(1, Math.min(3, maturityDay + 4 - day))),
      backPermille: 0,
    });
    return;
  }
  if (lender.isInternal || random.chance(renewPermille(account, day, product)))
    renew(world, account, { day, paidFen, product });
  else leave(world, account, { day, backPermille: lender.persona.returnPermille });
}

function lotsByAccount(lots) {
  const grouped = new Map();
  for (const lot of lots) {
    if (grouped.has(lot.account)) grouped.get(lot.account).push(lot);
    else grouped.set(lot.account, [lot]);
  }
  return grouped;
}

/** Pays what a lender has due on one day at one instant; the lender then decides once about all of it. */
function payTogether(world, account, { lots, day, type }) {
  const second = nextSecond(account, day, secondOf(9, 30) + world.random.below(5400));
  const paidFen = lots.reduce((sum, lot) => sum + lot.fen, 0);
  for (const lot of lots) payLot(world, lot, { day, second, type });
  decideAfterPayout(world, account, { day, paidFen, product: lots[0].product, maturityDay: lots[0].maturityDay });
}

function payMatured(world, day) {
  const { book } = world;
  const due = agendaOf(book, day).maturities.filter((lot) => isOpen(book, lot));
  for (const [account, lots] of lotsByAccount(due)) {
    const paid = lots.filter((lot) => {
      const failure = failureOf(world, lot);
      if (failure !== undefined) postpone(world, lot, { failure, day });
      return failure === undefined;
    });
    if (paid.length > 0) payTogether(world, account, { lots: paid, day, type: "exit" });
  }
}

export function payWhatIsDue(world, day) {
  if (!isWorkingDay(day)) return;
  const { book, random } = world;
  const agenda = agendaOf(book, day);
  for (const { lot, due } of agenda.interests) {
    if (!isOpen(book, lot)) continue;
    payInterest(world, lot, {
      day,
      second: nextSecond(lot.account, day, secondOf(9, 5) + random.below(900)),
      until: due,
    });
  }
  payMatured(world, day);
  for (const lot of agenda.compensations) payTogether(world, lot.account, { lots: [lot], day, type: "compensation" });
  for (const lot of agenda.writeOffs) {
    const second = nextSecond(lot.account, day, secondOf(16, 0) + random.below(1800));
    record(book, lot.account, {
      day,
      second,
      type: "write_off",
      fen: lot.fen,
      product: lot.product.code,
      termDays: lot.rowTermDays,
    });
    reduceLot(book, lot, lot.fen);
  }
}
