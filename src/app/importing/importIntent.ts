import { literal, number, object, optional, safeParse, string, type InferOutput } from "valibot";

const KEY = "dipper.importing";
/** Held while a tab imports, so that another one does not take its note for a leftover. */
const LOCK_NAME = "dipper-importing";

const intentShape = object({
  /** Name of the first file; "" for the sample, whose files may not be known yet. */
  fileName: string(),
  files: number(),
  /** Absent for own files. */
  origin: optional(literal("sample")),
});

/** What an import set out to take. */
export type ImportIntent = InferOutput<typeof intentShape>;

export interface IntentKeeper {
  /** Notes what is about to be imported; returns what to call at its end, however it ends. */
  readonly begin: (intent: ImportIntent) => () => void;
  /** What an earlier page began and never ended, once; undefined while another tab is at it. */
  readonly unfinished: () => Promise<ImportIntent | undefined>;
}

type SmallStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * Remembers across the death of a page that it was importing.
 *
 * @param storage  undefined where the browser allows none: nothing is remembered then
 * @param locks  undefined where the browser has none: a note of another tab that is still at work counts as left over
 */
export function createIntentKeeper(
  storage: SmallStorage | undefined,
  locks: Pick<LockManager, "request"> | undefined,
): IntentKeeper {
  function take(): ImportIntent | undefined {
    const text = storage?.getItem(KEY) ?? null;
    if (text === null) return undefined;
    storage?.removeItem(KEY);
    const found = safeParse(intentShape, fromJson(text));
    return found.success ? found.output : undefined;
  }

  return {
    begin(intent) {
      const text = JSON.stringify(intent);
      keep(storage, text);
      let release: () => void = () => {};
      const ended = new Promise<void>((resolve) => {
        release = resolve;
      });
      void locks?.request(LOCK_NAME, { mode: "shared" }, () => ended);
      return () => {
        if (storage?.getItem(KEY) === text) storage.removeItem(KEY);
        release();
      };
    },
    async unfinished() {
      if (!locks) return take();
      return locks.request(LOCK_NAME, { ifAvailable: true }, (lock) => (lock ? take() : undefined));
    },
  };
}

/** Without the note nobody is told of an import cut off; nothing else depends on it. */
function keep(storage: SmallStorage | undefined, text: string): void {
  try {
    storage?.setItem(KEY, text);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
