import type { FileRefusalCode, RowRejection, RowWarning, StoreRefusalCode } from "#src/domain/codes.ts";

import { errorWordsEn, whereEn } from "./errorWordsEn.ts";
import { errorWordsZh, whereZh } from "./errorWordsZh.ts";
import type { Language } from "./signs.ts";

type ErrorCode = RowRejection | RowWarning | FileRefusalCode | StoreRefusalCode;

/** A refusal's fields; a `FileRefusal`, `RejectedRow`, `WarningCount` or `StoreRefusal` is one as it stands. */
export interface ErrorFacts {
  readonly code: ErrorCode;
  readonly fileName?: string | undefined;
  /** Physical line, from 1. */
  readonly line?: number | undefined;
  readonly byteOffset?: number | undefined;
  readonly column?: string | null | undefined;
  readonly value?: string | undefined;
  readonly values?: readonly string[] | undefined;
  readonly headersFound?: readonly string[] | undefined;
  readonly nearest?: readonly { readonly column: string; readonly headers: readonly string[] }[] | undefined;
  readonly count?: number | undefined;
}

export interface ErrorText {
  /** What happened, a sentence without its full stop. */
  readonly what: string;
  /** File, line, column and value, as far as they are known; may be empty. */
  readonly where: string;
  /** What to do, one or two sentences. */
  readonly fix: string;
}

/** The sentences of one code. The texts of a file are quoted and cut before they come here. */
interface ErrorWords {
  readonly what: string;
  readonly fix: string;
}

/** Every code has words; one that is missing does not compile. */
export type ErrorCatalogue = Readonly<Record<ErrorCode, (facts: ErrorFacts) => ErrorWords>>;

const LONGEST_VALUE = 60;

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Words for every code that ingest, the store and the engine can answer with. */
export function errorText(facts: ErrorFacts, language: Language): ErrorText {
  const short: ErrorFacts = {
    ...facts,
    value: facts.value === undefined ? undefined : cut(facts.value),
    values: facts.values?.slice(0, 5).map(cut),
    headersFound: facts.headersFound?.slice(0, 20).map(cut),
  };
  const [words, where] = language === "zh" ? [errorWordsZh, whereZh] : [errorWordsEn, whereEn];
  return { ...words[facts.code](short), where: where(short) };
}
