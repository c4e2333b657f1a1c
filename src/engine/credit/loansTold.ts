import type { LoanBook } from "#src/metrics/loans/loanBook.ts";

import type { LoansTold } from "#src/engine/protocol.ts";

/** Whether a loan of the file can be read at all: with none, what borrowers owe is not known (LF1). */
export function isAnyRead({ loans, later }: LoanBook): boolean {
  return loans + later > 0;
}

/** What a book tells of its file; nothing without one. */
export function loansTold(book: LoanBook | undefined): LoansTold {
  if (!book) return { snapshotDay: null, hasRepaid: false, unread: 0, unreadIds: [], unreadMethods: [] };
  const { snapshotDay, hasRepaid, unread, unreadIds, unreadMethods } = book;
  return { snapshotDay: isAnyRead(book) ? snapshotDay : null, hasRepaid, unread, unreadIds, unreadMethods };
}
