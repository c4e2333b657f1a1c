import { createBook, nextSecond, record, agendaOf } from "./book.mjs";
import { dayText, daysBetween, lastDayOfMonth, monthText } from "./calendar.mjs";
import { sellClaims, takeEarlyExits, withdrawCash } from "./departures.mjs";
import { placeOrders, planLend, planTopUps } from "./orders.mjs";
import { payWhatIsDue } from "./payouts.mjs";
import { FIRST_DAY, LAST_DAY } from "./platform.mjs";
import { createRandom } from "./random.mjs";

const LOOKS_AROUND_PERMILLE = 35;

function planFirstLends(world) {
  for (const account of world.book.accounts) {
    const { plannedFirstLendDay } = account.lender;
    if (plannedFirstLendDay !== undefined) planLend(world, account, { day: plannedFirstLendDay, reason: "first" });
  }
}

/** Some put money in, look around, and take it out again without lending. */
function depositWithoutLending(world) {
  const { random, book } = world;
  for (const account of book.accounts) {
    const { plannedFirstLendDay, registered, baseFen } = account.lender;
    if (plannedFirstLendDay !== undefined || !random.chance(LOOKS_AROUND_PERMILLE)) continue;
    const { day } = registered;
    record(book, account, {
      day,
      second: nextSecond(account, day, registered.second + 120),
      type: "deposit",
      fen: baseFen,
    });
    agendaOf(book, day + random.between(1, 20)).withdrawals.push(account);
  }
}

const isFirstOfMonth = (day) => dayText(day).endsWith("-01");

const inOrderOfTime = (rows) => rows.toSorted((a, b) => a.second - b.second);

/**
 * Lives through the ledger day by day: what is due is paid first, then some leave early or sell, then orders are placed,
 * then cash is taken out.
 */
export function simulateLedger(lenders) {
  const world = { random: createRandom("ledger"), book: createBook(lenders) };
  const { book } = world;
  const outstandingByDay = new Map();
  planFirstLends(world);
  depositWithoutLending(world);
  for (const day of daysBetween(FIRST_DAY, LAST_DAY)) {
    if (isFirstOfMonth(day)) planTopUps(world, daysBetween(day, lastDayOfMonth(monthText(day))));
    payWhatIsDue(world, day);
    takeEarlyExits(world, day);
    sellClaims(world, day);
    placeOrders(world, day);
    withdrawCash(world, day);
    outstandingByDay.set(
      day,
      [...book.openLots].reduce((sum, lot) => sum + lot.fen, 0),
    );
  }
  return {
    rowsByDay: new Map(
      daysBetween(FIRST_DAY, LAST_DAY).map((day) => [day, inOrderOfTime(book.rowsByDay.get(day) ?? [])]),
    ),
    firstLendById: new Map(
      book.accounts.filter(({ firstLend }) => firstLend).map(({ lender, firstLend }) => [lender.id, firstLend]),
    ),
    outstandingByDay,
  };
}
