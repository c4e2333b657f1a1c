import { createRandom } from "#scripts/sampleData/random.mjs";

/** About fifteen months: 2024-01-01 to 2025-03-31. */
export const DAYS = 456;

export const HEADER = "txn_id,user_id,occurred_at,type,amount,product,term_days,channel\n";

const FIRST_DAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const ROWS_PER_LENDER = 50;
const OPENS_SECOND = 7 * 3600;
const OPEN_SECONDS = 17 * 3600 - 1;

const PRODUCTS = ["XS07", "JD30", "JD90", "JX180", "NX365"];
const TERM_DAYS = [7, 30, 90, 180, 365];
const CHANNELS = ["search", "feed", "referral", "store", "partner", ""];
const PRODUCT_WEIGHTS = [30, 35, 20, 10, 5].map((weight, product) => [product, weight]);

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));
const timeText = (second) =>
  `${twoDigits[Math.floor(second / 3600)]}:${twoDigits[Math.floor(second / 60) % 60]}:${twoDigits[second % 60]}`;
const amountText = (fen) => `${Math.floor(fen / 100)}.${twoDigits[fen % 100]}`;

/**
 * The ledger of an invented platform, one day after the other: half the rows are lends, and what is lent comes back on
 * the day its term ends or, now and then, earlier. Never more than was lent.
 *
 * @param ledger.rows   rows of the whole history; sets how many lenders there are
 * @param ledger.seed   the same rows and seed give the same text on every machine
 */
export function createLedgerDays({ rows, seed }) {
  const random = createRandom(`bench ${seed}`);
  const lenderCount = Math.max(1, Math.round(rows / ROWS_PER_LENDER));
  const lots = { lender: [], fen: [], product: [], early: [] };
  const dueByDay = new Map();
  const totals = { rows: 0, lenders: 0, volumeFen: 0, outstandingFen: 0 };
  const due = [];

  function nextLender() {
    const isNew = totals.lenders < Math.min(lenderCount, (lenderCount * (totals.rows + 1)) / rows);
    if (isNew || totals.lenders === 0) return totals.lenders++;
    const recent = Math.min(totals.lenders, Math.ceil(lenderCount / 20));
    return random.chance(300) ? totals.lenders - 1 - random.below(recent) : random.below(totals.lenders);
  }

  function lend(day) {
    const product = random.pickWeighted(PRODUCT_WEIGHTS);
    const early = random.chance(80);
    const term = TERM_DAYS[product];
    const lot = lots.lender.push(nextLender()) - 1;
    lots.fen.push(random.between(100_000, 2_000_000));
    lots.product.push(product);
    lots.early.push(early);
    const dueDay = day + (early ? random.between(1, term - 1) : term);
    const dueThen = dueByDay.get(dueDay);
    if (dueThen === undefined) dueByDay.set(dueDay, [lot]);
    else dueThen.push(lot);
    totals.volumeFen += lots.fen[lot];
    totals.outstandingFen += lots.fen[lot];
    return { type: "lend", lot };
  }

  function exit() {
    const lot = due.pop();
    totals.outstandingFen -= lots.fen[lot];
    return { type: lots.early[lot] ? "early_exit" : "exit", lot };
  }

  function fieldsOf({ type, lot }) {
    const lender = lots.lender[lot];
    const product = lots.product[lot];
    const channel = CHANNELS[((lender * 7919) % 13) % CHANNELS.length];
    return { type, lender, amount: amountText(lots.fen[lot]), product, channel };
  }

  /** The text of one day's rows, in order of time. */
  function dayText(day, rowsOfDay) {
    const date = new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10);
    const idStart = `T${date.replaceAll("-", "")}`;
    due.push(...(dueByDay.get(day) ?? []));
    dueByDay.delete(day);
    let text = "";
    for (let row = 0; row < rowsOfDay; row += 1) {
      const mustExit = due.length >= rowsOfDay - row;
      const isExit = due.length > 0 && (mustExit || random.chance(500));
      const { type, lender, amount, product, channel } = fieldsOf(isExit ? exit() : lend(day));
      const time = timeText(OPENS_SECOND + Math.floor((row * OPEN_SECONDS) / rowsOfDay));
      const id = `${idStart}${String(row).padStart(7, "0")}`;
      const user = `U${String(lender).padStart(8, "0")}`;
      text += `${id},${user},${date} ${time},${type},${amount},${PRODUCTS[product]},${TERM_DAYS[product]},${channel}\n`;
      totals.rows += 1;
    }
    return text;
  }

  return {
    totals,
    /** The texts of the history's days, ascending. */
    *history() {
      for (let day = 0; day < DAYS; day += 1) {
        const rowsOfDay = Math.floor((rows * (day + 1)) / DAYS) - Math.floor((rows * day) / DAYS);
        yield dayText(day, rowsOfDay);
      }
    },
    /** One more day on top of the history. */
    nextDay: (rowsOfDay) => dayText(DAYS, rowsOfDay),
  };
}
