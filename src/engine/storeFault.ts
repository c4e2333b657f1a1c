import { accepted, refused, type Result } from "#src/domain/result.ts";
import type { StoreRefusal } from "#src/store/ledgerStore.ts";

/** A store refusal in the middle of a computation; the method that can answer with it catches it. */
export class StoreRefused extends Error {
  override readonly name = "StoreRefused";
  readonly refusal: StoreRefusal;

  constructor(refusal: StoreRefusal) {
    super(`${refusal.code}: ${refusal.message}`);
    this.refusal = refusal;
  }
}

/** The value, or a throw that carries the refusal up to the method. */
export function valueOf<Value>(result: Result<Value, StoreRefusal>): Value {
  if (!result.ok) throw new StoreRefused(result.refusal);
  return result.value;
}

/** A store refusal as a value; faults go on as throws. */
export async function settled<Value>(work: () => Promise<Value>): Promise<Result<Value, StoreRefusal>> {
  try {
    return accepted(await work());
  } catch (error) {
    if (error instanceof StoreRefused) return refused(error.refusal);
    throw error;
  }
}
