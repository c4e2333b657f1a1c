import { settlementDay } from "./calendar.mjs";
import { INTEREST_EVERY_DAYS, LAST_DAY } from "./platform.mjs";

const LAST_SECOND = 86_399;
const emptyAgenda = () => ({
  lends: [],
  maturities: [],
  interests: [],
  compensations: [],
  writeOffs: [],
  withdrawals: [],
});

const afterRegistering = ({ day, second }) => ({ day, second: second + 120 });

/** The platform's books: one account a lender, the open lots, the ledger rows so far, and what is due on later days. */
export function createBook(lenders) {
  const accounts = lenders.map((lender) => ({
    lender,
    cashFen: 0,
    clock: afterRegistering(lender.registered),
    lots: new Set(),
    firstLend: undefined,
    pendingLends: 0,
  }));
  return { accounts, openLots: new Set(), rowsByDay: new Map(), agendaByDay: new Map() };
}

export function agendaOf(book, day) {
  if (!book.agendaByDay.has(day)) book.agendaByDay.set(day, emptyAgenda());
  return book.agendaByDay.get(day);
}

/** The second wanted, or one after what the account did last; an account's rows are thus in the order of its cash. */
export function nextSecond(account, day, wanted) {
  const earliest = account.clock.day === day ? account.clock.second + 1 : 0;
  return Math.min(LAST_SECOND, Math.max(wanted, earliest));
}

function writeRow(book, account, { day, second, type, fen, product = "", termDays = "" }) {
  if (!book.rowsByDay.has(day)) book.rowsByDay.set(day, []);
  book.rowsByDay
    .get(day)
    .push({ lenderId: account.lender.id, day, second, type, fen, product, termDays, channel: account.lender.channel });
  account.clock = { day, second };
}

const CASH_SIGN = {
  deposit: 1,
  exit: 1,
  early_exit: 1,
  compensation: 1,
  transfer_out: 1,
  interest: 1,
  subsidy: 1,
  withdraw: -1,
  lend: -1,
  transfer_in: -1,
  fee: -1,
  write_off: 0,
};

/** Writes a ledger row and moves the account's cash by it. */
export function record(book, account, row) {
  account.cashFen += CASH_SIGN[row.type] * row.fen;
  if (account.cashFen < 0) throw new Error(`${account.lender.id} has no cash for ${row.type}`);
  writeRow(book, account, row);
}

/** `rowTermDays` is the term its rows show: the product's for a lend, the days left for a claim that was bought. */
export function openLot(book, account, { product, fen, startDay, maturityDay, rowTermDays, interestFromDay }) {
  const lot = { account, product, fen, startDay, maturityDay, rowTermDays, interestFromDay, isOverdue: false };
  book.openLots.add(lot);
  account.lots.add(lot);
  agendaOf(book, settlementDay(maturityDay)).maturities.push(lot);
  for (let due = startDay + INTEREST_EVERY_DAYS; due < maturityDay; due += INTEREST_EVERY_DAYS) {
    if (due > interestFromDay && due <= LAST_DAY) agendaOf(book, settlementDay(due)).interests.push({ lot, due });
  }
  return lot;
}

/** Takes principal out of a lot and forgets the lot when nothing is left. */
export function reduceLot(book, lot, fen) {
  lot.fen -= fen;
  if (lot.fen < 0) throw new Error("a lot cannot pay more than it holds");
  if (lot.fen > 0) return;
  book.openLots.delete(lot);
  lot.account.lots.delete(lot);
}

export const isOpen = (book, lot) => book.openLots.has(lot);
