import { readFileSync } from "node:fs";

/** One published or hand-made answer that ours must equal. */
export interface Vector {
  readonly id: string;
  readonly fn: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly expect: unknown;
  readonly tol?: Tolerance;
}

interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

interface VectorFile {
  readonly data: Readonly<Record<string, unknown>>;
  readonly vectors: readonly Vector[];
}

// The file is committed beside this one.
export const VECTORS = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf8")) as VectorFile;

export function vector(id: string): Vector {
  const found = VECTORS.vectors.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no vector ${id}`);
  return found;
}

/**
 * Where an answer differs from what a vector expects; empty when nowhere. What is expected may be a
 * part of the answer's keys. Numbers may differ by `abs + rel · |expected|`, by nothing if not said.
 */
export function differences(got: unknown, { expect, tol = { abs: 0, rel: 0 } }: Vector, path = "answer"): string[] {
  const within = (value: unknown, expected: unknown, at: string): string[] => {
    if (typeof expected === "number" && typeof value === "number")
      return Math.abs(value - expected) <= tol.abs + tol.rel * Math.abs(expected)
        ? []
        : [`${at}: ${value}, not ${expected}`];
    if (Array.isArray(expected) && Array.isArray(value)) {
      const lengths = expected.length === value.length ? [] : [`${at}: ${value.length} long, not ${expected.length}`];
      return [...lengths, ...expected.flatMap((item, place) => within(value[place], item, `${at}[${place}]`))];
    }
    if (isRecord(expected) && isRecord(value))
      return Object.entries(expected).flatMap(([key, item]) => within(value[key], item, `${at}.${key}`));
    return Object.is(value, expected) ? [] : [`${at}: ${String(value)}, not ${String(expected)}`];
  };
  return within(got, expect, path);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
