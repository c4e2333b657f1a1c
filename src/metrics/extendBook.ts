import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { BALANCE_SIGN } from "#src/domain/eventTypes.ts";

import { finishBook, type Book, type BookInput } from "./book.ts";
import { KIND, readProfiles } from "./lenderProfiles.ts";
import { movedLenders, moveRows } from "./movedLenders.ts";
import { pendingOf } from "./pendingRows.ts";
import { Sweep } from "./sweep.ts";

/**
 * The book as it would be after rows of later days, without the rows before.
 *
 * A lender who had not lent yet may still get a channel and a first lend: its few rows move. When
 * anything else of the past would change, the answer is null and the book must be built anew.
 *
 * @param book   left as it is
 * @param input  every live row after `book.asOf`, those that were in the future included; no other
 */
export function extendBook(book: Book, input: BookInput): Book | null {
  if (book.firstDay === null || input.asOf < book.asOf || input.weekStart !== book.weekStart) return null;
  if (book.filtered || input.productFilter !== undefined || input.lenders < book.profiles.kind.length) return null;
  const read = readProfiles(input, book.profiles);
  if (read.firstInstant < (book.asOf + 1) * SECONDS_A_DAY) return null;
  const moved = movedLenders(book.profiles, read.profiles);
  if (moved === null) return null;
  const moving = pendingOf(book.state.pending, (lender) => moved.has(lender));
  if (moving.type.some((type) => BALANCE_SIGN[type] !== 0)) return null;

  const { kind } = read.profiles;
  const pending = pendingOf(book.state.pending, (lender) => kind[lender] === KIND.neverLent);
  const from = { ...book, state: { ...book.state, pending } };
  const sweep = new Sweep({ ...input, profiles: read.profiles, keepProduct: undefined, book: from });
  const standing = {
    profiles: book.profiles,
    months: book.state.runningMonthCohorts.segmentOf,
    weeks: book.state.runningWeekCohorts.segmentOf,
  };
  for (const lender of moved) sweep.assign(lender, true);
  moveRows(sweep, moving, standing);
  kind.forEach((now, lender) => {
    if (now !== KIND.absent && (book.profiles.kind[lender] ?? KIND.absent) === KIND.absent) sweep.assign(lender, false);
  });
  return finishBook(input, sweep, { ...read, firstDay: book.firstDay });
}
