import type { CoverageResult, Finding } from "#src/engine/protocol.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

import { COVERAGE } from "./answers.ts";

const DAY = { from: AS_OF, to: AS_OF };

/** Two that make figures wrong, one that may, and one of a version to come. */
export const FINDINGS: readonly Finding[] = [
  {
    id: "balances-negative",
    severity: "error",
    unit: "lender",
    count: 60,
    items: Array.from({ length: 50 }, (_, at) => ({
      label: `lender-${String(at).padStart(4, "0")}`,
      value: -500 - at,
      expected: 0,
      measure: "fen",
      where: { lender: `lender-${String(at).padStart(4, "0")}`, period: DAY },
      importId: null,
    })),
  },
  {
    id: "days-missing",
    severity: "warning",
    unit: "day",
    count: 3,
    items: [
      {
        label: "2026-11-17/2026-11-19",
        value: 3,
        expected: null,
        measure: "count",
        where: { period: DAY },
        importId: null,
      },
    ],
  },
  {
    id: "rows-rejected",
    severity: "error",
    unit: "file",
    count: 1,
    items: [{ label: "=day.csv", value: 4, expected: 20, measure: "count", where: null, importId: 7 }],
  },
  {
    id: "zz-of-tomorrow",
    severity: "warning",
    unit: "row",
    count: 1,
    items: [{ label: "something", value: 4, expected: 5, measure: "count", where: null, importId: null }],
  },
];

/** Its second day has 5 rows where 40 are ordinary. */
export const PARTIAL_COVERAGE: CoverageResult = {
  days: COVERAGE.days.map((day, at) => (at === 1 ? { ...day, expectedRows: 40 } : day)),
};
