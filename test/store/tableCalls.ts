import { vi } from "vitest";

/** Calls of a table, as alike as they need to be to be spied on by name. */
interface TableCalls {
  get(this: IDBObjectStore, key: unknown, unused?: IDBValidKey): IDBRequest;
  put(this: IDBObjectStore, row: unknown, key?: IDBValidKey): IDBRequest;
  add(this: IDBObjectStore, row: unknown, key?: IDBValidKey): IDBRequest;
}

export interface Around {
  readonly before?: () => void;
  readonly begun?: (tx: IDBTransaction) => void;
  readonly done?: (tx: IDBTransaction) => void;
}

/** Does something around each call of a method on one table, until mocks are restored. */
export function whenCalling(method: keyof TableCalls, table: string, { before, begun, done }: Around): void {
  const calls: TableCalls = IDBObjectStore.prototype;
  const native = calls[method];
  vi.spyOn(calls, method).mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name !== table) return native.call(this, value, key);
    before?.();
    const request = native.call(this, value, key);
    begun?.(this.transaction);
    request.addEventListener("success", () => done?.(this.transaction));
    return request;
  });
}
