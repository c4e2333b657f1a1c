/** Loans of the dataset that are in no figure: an unknown method, no principal, or no period to pay in (LF1). */
export interface UnreadLoans {
  readonly unread: number;
  /** Ids of the first three of them, in the order of the rows. */
  readonly unreadIds: readonly string[];
  /** The first three unknown methods, as the file has them, where that is what ails every one of them; else empty. */
  readonly unreadMethods: readonly string[];
}

/** So many are named. */
const NAMED = 3;

/** Counts loans that cannot be read. */
export class UnreadTally {
  #unread = 0;
  #ofMethod = 0;
  readonly #ids: string[] = [];
  readonly #methods = new Set<string>();

  /** @param method  as the file has it; undefined where it is known, and the loan lacks something else */
  take(id: string, method: string | undefined): void {
    if (this.#unread++ < NAMED) this.#ids.push(id);
    if (method === undefined) return;
    this.#ofMethod++;
    if (this.#methods.size < NAMED) this.#methods.add(method);
  }

  finish(): UnreadLoans {
    const isMethod = this.#ofMethod === this.#unread;
    return { unread: this.#unread, unreadIds: this.#ids, unreadMethods: isMethod ? [...this.#methods] : [] };
  }
}
