import type { ColumnName, FileRefusal } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";

/** Something that a file leaves open and a reader can settle. */
export type Question =
  /** Which of day and month comes first. */
  | { readonly type: "date"; readonly examples: readonly string[] }
  /** What the comma of an amount is. */
  | { readonly type: "number"; readonly examples: readonly string[] }
  /** Which header is the column: several could be, or none is named like it. */
  | {
      readonly type: "column";
      readonly column: ColumnName;
      readonly isMissing: boolean;
      /** Headers that could be meant; the likeliest first. */
      readonly headers: readonly string[];
    };

/** What tells one question from another, whatever its examples. */
export function questionId(question: Question): string {
  return question.type === "column" ? `column ${question.column}` : question.type;
}

/** The questions that a refusal stands for; none when no answer can help. */
export function questionsOf(refusal: FileRefusal): readonly Question[] {
  const { code, column, values = [], nearest = [] } = refusal;
  switch (code) {
    case "AMBIGUOUS_DATE":
      return [{ type: "date", examples: values }];
    case "AMBIGUOUS_NUMBER":
      return [{ type: "number", examples: values }];
    case "AMBIGUOUS_COLUMN":
      return column === undefined ? [] : [{ type: "column", column, isMissing: false, headers: values }];
    case "MISSING_COLUMN": {
      const missing = nearest.map((near) => near.column);
      if (column !== undefined && !missing.includes(column)) missing.unshift(column);
      return missing.map((name) => ({
        type: "column",
        column: name,
        isMissing: true,
        headers: nearest.find((near) => near.column === name)?.headers ?? [],
      }));
    }
    case "EMPTY_FILE":
    case "NOT_A_TABLE":
    case "UNKNOWN_ENCODING":
    case "UNCLOSED_QUOTE":
    case "LINE_TOO_LONG":
    case "TOO_LARGE":
    case "CORRUPT_ARCHIVE":
    case "ENCRYPTED":
    case "CHANGED_WHILE_READING":
    case "ALL_ROWS_REJECTED":
      return [];
  }
}

export function isAnswered(question: Question, reading: Reading): boolean {
  switch (question.type) {
    case "date":
      return reading.dateOrder !== undefined;
    case "number":
      return reading.decimalMark !== undefined;
    case "column":
      return reading.columns?.[question.column] !== undefined;
  }
}

/** Each question once, the first of its kind. */
export function distinct(questions: readonly Question[]): readonly Question[] {
  return [...new Map(questions.toReversed().map((question) => [questionId(question), question])).values()].reverse();
}
